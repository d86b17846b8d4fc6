/** How far rounding alone parts two trainings of a network: it is trained as it is, and rounded otherwise. */
import { batchStream } from '../data/batches.ts';
import type { Examples } from '../data/dataset.ts';
import type { Engine } from '../engine/engine.ts';
import { type Random, random } from '../random.ts';
import { read } from '../telemetry.ts';
import { withKernels } from './kernels.ts';
import { orderOf, reordered, reorderedExamples } from './reordered.ts';
import { type Subject, withTrainee } from './subject.ts';

/** Steps over which two programs are compared. */
export const comparedSteps = 20;
/**
 * Four times the last binary digit of a float32. Held against PyTorch on 864 arms, of which 160 part: with one time it two of
 * these are missed, with this none; with eight times it nearly twice as many of the lessons' would be named without need.
 */
const disturbance = 2 ** -21;
/** Trainings rounded otherwise. What one of them misses, such as the mask of a single ReLU that flips, another one meets. */
const draws = 4;

export interface RoundingReport {
  /** The largest difference of two losses of a step, as a share of the loss where that is above 1: from 0 to 1. */
  readonly apart: number;
}

/**
 * Trains the subject as it is, and some times with its inputs, its features and the examples of each batch in an order drawn
 * from the seed, and every kernel multiplied, number by number, by 1 + 2^-21 U(-1, 1). Neither alone tells what PyTorch shows.
 * Weights move all examples together, and a norm takes that away, where the rounding of sums moves each one by itself. Another
 * order changes nothing in a network of one feature, and an engine may round less than others do.
 * @param size examples in a batch
 * @param steps of the experiment; the first 20 of them are compared
 * @param goesOn awaited before every training; answering false ends the report early
 */
export async function roundingReport(
  engine: Engine,
  subject: Subject,
  examples: Examples,
  { size, steps, seed }: { readonly size: number; readonly steps: number; readonly seed: number },
  goesOn: () => Promise<boolean> = async () => true,
): Promise<RoundingReport> {
  const nextBatch = batchStream(examples, size, seed);
  const batches = Array.from({ length: Math.min(comparedSteps, steps) }, nextBatch);
  const stream = random(seed, 'rounding');
  const usual = lossesOf(engine, subject, batches);
  let apart = 0;
  for (let draw = 0; draw < draws && (await goesOn()); draw++) {
    apart = Math.max(apart, distance(usual, lossesOf(engine, ...roundedOtherwise(subject, batches, stream))));
  }
  return { apart };
}

function roundedOtherwise(
  subject: Subject,
  batches: readonly Examples[],
  stream: Random,
): [subject: Subject, batches: readonly Examples[]] {
  const { stem } = subject.parameters;
  const inputs = orderOf(stem.kernel.length / stem.bias.length, stream);
  const features = orderOf(stem.bias.length, stream);
  const parameters = withKernels(reordered(subject.parameters, inputs, features), (kernel) =>
    kernel.map((w) => w * (1 + disturbance * (2 * stream.uniform() - 1))),
  );
  const examples = batches.map((batch) => reorderedExamples(batch, orderOf(batch.count, stream), inputs));
  return [{ ...subject, parameters }, examples];
}

/** Step by step, up to the one where it diverges. */
const lossesOf = (engine: Engine, subject: Subject, batches: readonly Examples[]): number[] =>
  withTrainee(engine, subject, (trainee) => {
    const row = new Float32Array(trainee.layout.stride);
    const losses: number[] = [];
    for (const batch of batches) {
      const diverged = trainee.step(batch, row, 0);
      losses.push(read(trainee.layout, row, 0, 'loss')[0] ?? Number.NaN);
      if (diverged) break;
    }
    return losses;
  });

/** Between the losses of the steps that both have. A loss that is a number in only one of them is wholly another. */
function distance(one: readonly number[], other: readonly number[]): number {
  const apart = one.slice(0, other.length).map((a, step) => {
    const b = other[step] ?? Number.NaN;
    if (!Number.isFinite(a) || !Number.isFinite(b)) return Number.isFinite(a) === Number.isFinite(b) ? 0 : 1;
    return Math.abs(a - b) / Math.max(1, a, b);
  });
  return Math.max(0, ...apart);
}
