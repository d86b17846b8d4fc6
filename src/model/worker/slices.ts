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
  /** Room that grows to what one slice needs; `length` numbers of it are taken. */
  room: Float32Array;
  length: number;
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
  /** The rooms of slices that were taken, an arm's for its next. */
  const free = layouts.map((): Float32Array[] => []);
  const opened = (arm: number, firstStep: number): Open => ({
    firstStep,
    room: free[arm]?.pop() ?? new Float32Array(64 * (layouts[arm]?.stride ?? 0)),
    length: 0,
  });
  return {
    add({ arm, seed, step, row, divergence }) {
      const key = `${arm} ${seed}`;
      const entry = open.get(key) ?? opened(arm, step);
      if (entry.length + row.length > entry.room.length) {
        const larger = new Float32Array(2 * entry.room.length + row.length);
        larger.set(entry.room);
        entry.room = larger;
      }
      entry.room.set(row, entry.length);
      entry.length += row.length;
      if (divergence) entry.divergence = divergence;
      open.set(key, entry);
    },
    take() {
      const transfer: ArrayBuffer[] = [];
      const slices = [...open].map(([key, { firstStep, room, length, divergence }]): Slice => {
        const [arm = 0, seed = 0] = key.split(' ').map(Number);
        const rows = room.slice(0, length);
        free[arm]?.push(room);
        transfer.push(rows.buffer);
        return { arm, seed, firstStep, rows, ...(divergence && { divergence }) };
      });
      open.clear();
      return { slices, transfer };
    },
  };
}
