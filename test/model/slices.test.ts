import { describe, expect, it } from 'vitest';
import { defaultExperiment, settingsOf } from '../../src/model/experiment.ts';
import { layoutOf } from '../../src/model/telemetry.ts';
import { sliceBuffers } from '../../src/model/worker/slices.ts';

const layout = layoutOf(settingsOf({ ...defaultExperiment, depth: 4 }, { name: 'one', overrides: {} }));
const rowOf = (arm: number, seed: number, step: number) =>
  Float32Array.from({ length: layout.stride }, (_, i) => 1000 * arm + 100 * seed + step + i / 1024);

describe('the rows between two messages', () => {
  it('come as they were added, however many, one slice an arm and seed, and stay as they were sent', () => {
    const buffers = sliceBuffers([layout, layout]);
    const counts = [3, 200, 1, 64, 65];
    const sent: { arm: number; seed: number; firstStep: number; rows: Float32Array; steps: number }[] = [];
    let step = 0;
    for (const count of counts) {
      const shared = new Float32Array(layout.stride);
      for (let k = 0; k < count; k++) {
        for (const arm of [0, 1]) {
          for (const seed of [0, 2]) {
            shared.set(rowOf(arm, seed, step + k));
            buffers.add({ arm, seed, step: step + k, row: shared });
          }
        }
      }
      const { slices, transfer } = buffers.take();
      expect(slices.map(({ arm, seed }) => [arm, seed])).toEqual([
        [0, 0],
        [0, 2],
        [1, 0],
        [1, 2],
      ]);
      expect(transfer).toEqual(slices.map(({ rows }) => rows.buffer));
      for (const { arm, seed, firstStep, rows } of slices) sent.push({ arm, seed, firstStep, rows, steps: count });
      step += count;
    }
    for (const { arm, seed, firstStep, rows, steps } of sent) {
      expect(rows.length).toBe(steps * layout.stride);
      for (let k = 0; k < steps; k++) {
        const row = rows.subarray(k * layout.stride, (k + 1) * layout.stride);
        expect(row).toEqual(rowOf(arm, seed, firstStep + k));
      }
    }
  });

  it('tell of a divergence with the slice it happened in, and are none where nothing was added', () => {
    const buffers = sliceBuffers([layout]);
    buffers.add({ arm: 0, seed: 0, step: 7, row: rowOf(0, 0, 7), divergence: { step: 7, layer: 2 } });
    expect(buffers.take().slices).toMatchObject([{ firstStep: 7, divergence: { step: 7, layer: 2 } }]);
    expect(buffers.take()).toEqual({ slices: [], transfer: [] });
  });
});
