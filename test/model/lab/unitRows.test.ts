import { expect, it } from 'vitest';
import { unitRows } from '../../../src/model/lab/unitRows.ts';
import { layoutOf } from '../../../src/model/telemetry.ts';

it('a step reads from the stem through the units to the head', () => {
  const layout = layoutOf({ depth: 4, layersPerUnit: 2 });
  // loss, accuracy; kernels: stem 1, unit 1: 3 and 4, unit 2: 6 and 8, head 2; dE/dx 9 8 7; x 10 11 12; F 5 6; W ...
  const row = [0.5, 1, 1, 3, 4, 6, 8, 2, 9, 8, 7, 10, 11, 12, 5, 6, 1, 1, 1, 1, 1, 1];
  expect(row).toHaveLength(layout.stride);
  const rows = Float32Array.from([...row.map(() => 0), ...row]);
  expect(unitRows(layout, rows, 1)).toEqual([
    { place: 'stem', unit: 0, kernelGradient: 1 },
    { place: 'unit', unit: 1, state: 10, branch: 5, stateGradient: 9, kernelGradient: 5 },
    { place: 'unit', unit: 2, state: 11, branch: 6, stateGradient: 8, kernelGradient: 10 },
    { place: 'head', unit: 3, state: 12, stateGradient: 7, kernelGradient: 2 },
  ]);
});
