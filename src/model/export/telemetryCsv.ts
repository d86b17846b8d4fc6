/** The whole telemetry of a run for other programs: as CSV, and as JSON. Every number in full, nothing thinned. */
import type { Experiment } from '../experiment.ts';
import { type Layout, quantities, read } from '../telemetry.ts';
import type { ArmRun } from '../worker/snapshot.ts';
import { textCell } from './cell.ts';

export interface Measured {
  readonly experiment: Experiment;
  readonly arms: readonly ArmRun[];
}

/** A float32 number in the fewest digits that lead back to it. */
export function digitsOf(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  for (const digits of [6, 7, 8]) {
    const short = Number(value.toPrecision(digits));
    if (Math.fround(short) === value) return String(short);
  }
  return String(Number(value.toPrecision(9)));
}

/** How many measured numbers the run holds. */
export const numbersIn = ({ arms }: Measured): number =>
  arms.reduce(
    (sum, { layout, seeds }) => sum + layout.stride * seeds.reduce((steps, seed) => steps + seed.steps, 0),
    0,
  );

/** For each quantity the most numbers that one of the arms has of it: arms may differ in depth. */
const widest = (arms: readonly ArmRun[]) =>
  quantities.map((quantity) => ({ quantity, size: Math.max(0, ...arms.map(({ layout }) => layout.size[quantity])) }));

/**
 * RFC 4180: one line an arm, seed and step, one column a number; `stateNorm 3` is ||x_3||. An arm with fewer layers leaves the
 * columns of the others empty. Given piece by piece, since a long run is too large for one text.
 */
export function* telemetryCsv({ arms }: Measured): Generator<string> {
  const columns = widest(arms);
  const names = columns.flatMap(({ quantity, size }) =>
    size === 1 && (quantity === 'loss' || quantity === 'accuracy')
      ? [quantity]
      : Array.from({ length: size }, (_, i) => `${quantity} ${i}`),
  );
  yield `arm,seed,step,${names.join(',')}\r\n`;
  for (const { name, layout, seeds } of arms) {
    for (const { seed, rows, steps } of seeds) {
      for (let step = 0; step < steps; step++) {
        const cells = columns.flatMap(({ quantity, size }) => {
          const values = read(layout, rows, step, quantity);
          return Array.from({ length: size }, (_, i) => (i < values.length ? digitsOf(values[i] ?? Number.NaN) : ''));
        });
        yield `${textCell(name)},${seed},${step},${cells.join(',')}\r\n`;
      }
    }
  }
}

/** JSON knows no NaN and no infinity: those are the texts that Python's `float` and JavaScript's `Number` read. */
const jsonNumber = (value: number): number | string =>
  Number.isFinite(value) ? Number(digitsOf(value)) : String(value);

const quantitiesOf = (layout: Layout, rows: Float32Array, steps: number) =>
  Object.fromEntries(
    quantities.map((quantity) => [
      quantity,
      Array.from({ length: steps }, (_, step) => {
        const values = Array.from(read(layout, rows, step, quantity), jsonNumber);
        return quantity === 'loss' || quantity === 'accuracy' ? values[0] : values;
      }),
    ]),
  );

/**
 * The experiment, and of each arm and seed every quantity by step: a number for loss and accuracy, a list by layer for the rest.
 * Given piece by piece, one network each.
 */
export function* telemetryJson({ experiment, arms }: Measured): Generator<string> {
  yield `{"format":"residual-lab telemetry","version":1,"experiment":${JSON.stringify(experiment)},"networks":[`;
  let first = true;
  for (const { name, layout, seeds } of arms) {
    for (const { seed, rows, steps, divergence, final } of seeds) {
      const score = ({ loss, accuracy }: { loss: number; accuracy: number }) => ({
        loss: jsonNumber(loss),
        accuracy: jsonNumber(accuracy),
      });
      const network = {
        arm: name,
        seed,
        steps,
        ...(divergence && { divergence }),
        ...(final && { final: { train: score(final.train), test: score(final.test) } }),
        telemetry: quantitiesOf(layout, rows, steps),
      };
      yield `${first ? '' : ','}\n${JSON.stringify(network)}`;
      first = false;
    }
  }
  yield '\n]}\n';
}
