/**
 * A residual network with one unit repeated is Euler's method: x + (T / N) F(x), N times over, follows dx/dt = F(x) to
 * t = T with an error of order 1/N (Chen et al. 2018, eq. 1-2).
 */
import type { Examples } from '../data/dataset.ts';
import type { Engine } from '../engine/engine.ts';
import { referenceForward } from './referenceForward.ts';
import { type Subject, withTrainee } from './subject.ts';

/**
 * N copies of the first unit, each taking a step of T / N.
 * @throws {RangeError} where there is no unit, or phi follows the addition (order `post`)
 */
export function eulerNetwork({ network, parameters, task }: Subject, steps: number, time = 1): Subject {
  const [unit] = parameters.units;
  if (!unit) throw new RangeError('Without a unit there is nothing to repeat.');
  if (network.order === 'post') throw new RangeError('With phi after the addition a unit is no Euler step.');
  return {
    network: {
      ...network,
      depth: steps * network.layersPerUnit,
      shortcutScale: 1,
      branchFactor: time / steps,
    },
    parameters: { ...parameters, units: Array.from({ length: steps }, () => unit) },
    task,
  };
}

/** Numbers of steps, each twice the one before. */
export const doublings: readonly number[] = [1, 2, 4, 8, 16, 32, 64, 128];

export interface EulerReport {
  /** Distance from the exact solution at each of `doublings`; empty where a unit is no Euler step (order `post`). */
  readonly errors: readonly number[];
}

/** What becomes of the distance when the step is halved, time and again. */
export const eulerReport = (engine: Engine, subject: Subject, examples: Examples): EulerReport => ({
  errors: subject.network.order === 'post' ? [] : eulerErrors(engine, subject, examples, doublings),
});

/** Steps of the solution that errors are measured against. */
const fine = 1024;

/** Root mean square distance of the outputs from the exact ones, at each number of steps. */
export function eulerErrors(
  engine: Engine,
  subject: Subject,
  { inputs, count }: Examples,
  steps: readonly number[],
  time = 1,
): number[] {
  const exact = solution(subject, inputs, count, time);
  return steps.map((n) => {
    const outputs = withTrainee(engine, eulerNetwork(subject, n, time), (copy) => copy.predict(inputs, count));
    const squares = outputs.reduce((sum, value, i) => sum + (value - (exact[i] ?? Number.NaN)) ** 2, 0);
    return Math.sqrt(squares / outputs.length);
  });
}

/** Outputs in float64 at N and 2N steps, extrapolated: 2 y_2N - y_N cancels the error of order 1/N. */
function solution(subject: Subject, inputs: Float32Array, count: number, time: number): Float64Array {
  const at = (n: number) => {
    const { network, parameters } = eulerNetwork(subject, n, time);
    return referenceForward(network, parameters, inputs, count).outputs;
  };
  const coarse = at(fine / 2);
  return at(fine).map((value, i) => 2 * value - (coarse[i] ?? Number.NaN));
}
