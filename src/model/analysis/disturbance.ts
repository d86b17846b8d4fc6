/** How much a network's answers change when its weights do, by a share of their own size: `sensitivity.ts` for whole networks. */
import type { Examples } from '../data/dataset.ts';
import type { Engine } from '../engine/engine.ts';
import type { Parameters } from '../network/parameters.ts';
import { random } from '../random.ts';
import { kernelsOf, withKernels } from './kernels.ts';
import { roundedToBits } from './sensitivity.ts';
import { type Subject, withTrainee } from './subject.ts';
import { norm } from './vectors.ts';

/** Significant bits that weights are rounded to. */
export const roundings: readonly number[] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
/** Standard deviation of the noise that the weights of one layer are multiplied by, beside 1. */
export const noise = 0.01;

/** Changes are ||f' - f|| / ||f|| over the outputs of all examples; NaN where the answers are no numbers, or all 0. */
export interface SensitivityReport {
  /** With every kernel rounded to each of `roundings`. */
  readonly rounded: readonly number[];
  /** With the kernel of one layer times 1 + `noise` N(0, 1), number by number: stem, trunk layers, head. */
  readonly byLayer: readonly number[];
}

/**
 * Networks of one shape and seed are disturbed by the same normal numbers. Biases and norms stay.
 * @param goesOn awaited before every look; answering false ends the report early
 */
export async function sensitivityReport(
  engine: Engine,
  subject: Subject,
  { inputs, count }: Examples,
  seed: number,
  goesOn: () => Promise<boolean> = async () => true,
): Promise<SensitivityReport> {
  const answers = (parameters: Parameters) =>
    withTrainee(engine, { ...subject, parameters }, (copy) => copy.predict(inputs, count));
  const usual = answers(subject.parameters);
  const change = (parameters: Parameters) => {
    const changed = answers(parameters).map((value, i) => value - (usual[i] ?? Number.NaN));
    return norm(changed) / norm(usual);
  };
  const stream = random(seed, 'sensitivity');
  const rounded: number[] = [];
  for (const bits of roundings) {
    if (!(await goesOn())) break;
    rounded.push(change(withKernels(subject.parameters, (kernel) => kernel.map((w) => roundedToBits(w, bits)))));
  }
  const byLayer: number[] = [];
  for (const layer of kernelsOf(subject.parameters).keys()) {
    if (!(await goesOn())) break;
    const noisy = (kernel: Float32Array) => kernel.map((w) => w * (1 + noise * stream.normal()));
    byLayer.push(
      change(withKernels(subject.parameters, (kernel, index) => (index === layer ? noisy(kernel) : kernel))),
    );
  }
  return { rounded, byLayer };
}
