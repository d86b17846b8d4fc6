/** Telemetry rows, gathered between two messages. */
import type { Divergence, Layout } from '../telemetry.ts';
import type { Slice } from './messages.ts';

interface Row {
  readonly arm: number;
  readonly seed: number;
  readonly step: number;
  readonly row: Float32Array;
  readonly divergence?: Divergence;
}
interface Open {
  readonly firstStep: number;
  readonly rows: Float32Array[];
  divergence?: Divergence;
}

export interface SliceBuffers {
  /** Copies the row. */
  add(row: Row): void;
  /** All rows since the last call, one slice for each arm and seed, and the buffers to transfer with them. */
  take(): { readonly slices: Slice[]; readonly transfer: ArrayBuffer[] };
}

export function sliceBuffers(layouts: readonly Layout[]): SliceBuffers {
  const open = new Map<string, Open>();
  return {
    add({ arm, seed, step, row, divergence }) {
      const key = `${arm} ${seed}`;
      const entry = open.get(key) ?? { firstStep: step, rows: [] };
      entry.rows.push(row.slice());
      if (divergence) entry.divergence = divergence;
      open.set(key, entry);
    },
    take() {
      const transfer: ArrayBuffer[] = [];
      const slices = [...open].map(([key, { firstStep, rows, divergence }]): Slice => {
        const [arm = 0, seed = 0] = key.split(' ').map(Number);
        const stride = layouts[arm]?.stride ?? 0;
        const all = new Float32Array(stride * rows.length);
        for (const [i, row] of rows.entries()) all.set(row, i * stride);
        transfer.push(all.buffer);
        return { arm, seed, firstStep, rows: all, ...(divergence && { divergence }) };
      });
      open.clear();
      return { slices, transfer };
    },
  };
}
