/** Slices through the loss around a network, in filter-normalised random directions (Li et al. 2018). */
import type { Examples } from '../data/dataset.ts';
import type { Engine } from '../engine/engine.ts';
import type { Parameters } from '../network/parameters.ts';
import { type Random, random } from '../random.ts';
import { kernelsOf, withKernels } from './kernels.ts';
import { type Subject, scoreOf } from './subject.ts';

/** One change for each kernel, in the order and shapes of `kernelsOf`. Biases and norms stay. */
export type Direction = readonly Float32Array[];

/**
 * Normal numbers, scaled so that each filter (the weights into one neuron, a column of the kernel) of the direction is as
 * long as the network's own. A step of 1 then changes every filter by its whole length, whatever its scale.
 */
export function filterNormalized(parameters: Parameters, stream: Random): Direction {
  const direction = kernelsOf(parameters).map((kernel) => kernel.map(() => stream.normal()));
  withKernels(parameters, (kernel, index, columns) => {
    const change = direction[index] ?? kernel;
    for (let column = 0; column < columns; column++) {
      const factor = columnNorm(kernel, column, columns) / columnNorm(change, column, columns);
      for (let i = column; i < change.length; i += columns) change[i] = factor * (change[i] ?? 0);
    }
    return kernel;
  });
  return direction;
}

function columnNorm(kernel: Float32Array, column: number, columns: number): number {
  let sum = 0;
  for (let i = column; i < kernel.length; i += columns) sum += (kernel[i] ?? 0) ** 2;
  return Math.sqrt(sum);
}

/** The parameters plus t times the direction. */
export const movedAlong = (parameters: Parameters, direction: Direction, t: number): Parameters =>
  withKernels(parameters, (kernel, index) => kernel.map((w, i) => w + t * (direction[index]?.[i] ?? 0)));

/** The loss over `examples` at each position t along the direction; t = 0 is the subject itself. */
export const lossAlong = (
  engine: Engine,
  subject: Subject,
  direction: Direction,
  examples: Examples,
  positions: readonly number[],
): number[] =>
  positions.map((t) => {
    const moved = { ...subject, parameters: movedAlong(subject.parameters, direction, t) };
    return scoreOf(engine, moved, examples).loss;
  });

/** Along each line of a `landscapeReport`: from a whole length of every filter back to a whole length on, in tenths. */
export const linePositions: readonly number[] = Array.from({ length: 21 }, (_, i) => (i - 10) / 10);
/** Lines through each network. */
const lines = 3;

export interface LandscapeReport {
  /** `lines[direction][position]`: the loss at each of `linePositions`; what has no number is NaN or infinite. */
  readonly lines: readonly (readonly number[])[];
}

/**
 * The loss along random filter-normalised lines through the subject. Networks of one shape and seed are given the same normal
 * numbers, each scaled to its own filters.
 * @param goesOn awaited before every look; answering false ends the lines early
 */
export async function landscapeReport(
  engine: Engine,
  subject: Subject,
  examples: Examples,
  seed: number,
  goesOn: () => Promise<boolean> = async () => true,
): Promise<LandscapeReport> {
  const stream = random(seed, 'landscape');
  const found: number[][] = [];
  for (let line = 0; line < lines; line++) {
    const direction = filterNormalized(subject.parameters, stream);
    const losses: number[] = [];
    for (const position of linePositions) {
      if (!(await goesOn())) return { lines: found };
      losses.push(...lossAlong(engine, subject, direction, examples, [position]));
    }
    found.push(losses);
  }
  return { lines: found };
}

/** How often a sequence goes down and later up again: each valley between its ends, a flat bottom counted once. */
export function localMinima(values: readonly number[]): number {
  let [falling, minima] = [false, 0];
  for (const [i, value] of values.entries()) {
    const before = values[i - 1] ?? value;
    if (value > before && falling) minima++;
    if (value !== before) falling = value < before;
  }
  return minima;
}

/** Second derivative at the lowest inner point of equally spaced values `spacing` apart, by second differences. */
export function curvatureAtMinimum(values: readonly number[], spacing: number): number {
  const inner = values.slice(1, -1);
  const lowest = inner.indexOf(Math.min(...inner)) + 1;
  const [left, here, right] = values.slice(lowest - 1, lowest + 2);
  return ((left ?? Number.NaN) - 2 * (here ?? Number.NaN) + (right ?? Number.NaN)) / spacing ** 2;
}
