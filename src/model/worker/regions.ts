/** Decision regions of 2-D data: what each arm answers on a square grid. */
import type { Examples } from '../data/dataset.ts';
import type { Trainee } from '../engine/engine.ts';
import type { Points, Regions } from './messages.ts';

const side = 48;

interface Grid {
  readonly extent: number;
  /** [side * side, 2]: from the top left, row by row. */
  readonly inputs: Float32Array;
}

/** A grid that holds every point, with a margin of a tenth. */
export function gridOf({ inputs }: Examples): Grid {
  const extent = 1.1 * inputs.reduce((most, v) => Math.max(most, Math.abs(v)), 0);
  const grid = new Float32Array(side * side * 2);
  const at = (i: number) => extent * ((2 * (i + 0.5)) / side - 1);
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) grid.set([at(x), -at(y)], 2 * (y * side + x));
  }
  return { extent, inputs: grid };
}

export const pointsOf = ({ inputs, targets }: Examples): Points => ({ inputs, classes: Uint8Array.from(targets) });

/** The likeliest class of each grid point, and its softmax probability. */
export function regionsOf({ extent, inputs }: Grid, trainees: readonly Trainee[]): Regions {
  const count = side * side;
  const arms = trainees.map((trainee) => {
    const logits = trainee.predict(inputs, count);
    const size = logits.length / count;
    const classes = new Uint8Array(count);
    const confidence = new Float32Array(count);
    for (let i = 0; i < count; i++) {
      const row = logits.subarray(i * size, (i + 1) * size);
      const largest = Math.max(...row);
      classes[i] = row.indexOf(largest);
      confidence[i] = 1 / row.reduce((sum, v) => sum + Math.exp(v - largest), 0);
    }
    return { classes, confidence };
  });
  return { side, extent, arms };
}
