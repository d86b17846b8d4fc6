/** How far an engine is from a reference case. */
import type { Engine } from './engine/engine.ts';
import type { Reference } from './reference.ts';
import { read } from './telemetry.ts';

/** The largest relative error of one quantity, and at which of its numbers. */
interface Deviation {
  readonly quantity: 'loss' | 'logits' | 'kernelGradNorm' | 'stateGradNorm' | 'stateNorm' | 'branchNorm';
  readonly index: number;
  readonly error: number;
}

/**
 * Trains the case's network on its batches and compares: outputs and norms before the first step, the loss of every
 * step. Each norm and loss is compared with itself, |a - b| / |b|; each output, which may be near zero, with the largest
 * output, |a - b| / max |b|. What is not finite is infinitely wrong.
 */
export function verify({ network, task, parameters, batches, expected }: Reference, engine: Engine): Deviation[] {
  const trainee = engine.create(network, parameters, task);
  try {
    const { layout } = trainee;
    const rows = new Float32Array(layout.stride * batches.length).fill(Number.NaN);
    const [first] = batches;
    const logits = first ? trainee.predict(first.inputs, first.count) : [];
    for (const [step, batch] of batches.entries()) {
      if (trainee.step(batch, rows, step * layout.stride)) break;
    }
    const losses = batches.map((_, step) => read(layout, rows, step, 'loss')[0] ?? Number.NaN);
    const largest = Math.max(...expected.logits.map(Math.abs));
    const norms = (['kernelGradNorm', 'stateGradNorm', 'stateNorm', 'branchNorm'] as const).map((quantity) =>
      worst(quantity, read(layout, rows, 0, quantity), expected[quantity]),
    );
    return [worst('loss', losses, expected.losses), worst('logits', logits, expected.logits, largest), ...norms];
  } finally {
    trainee.dispose();
  }
}

function worst(
  quantity: Deviation['quantity'],
  measured: ArrayLike<number>,
  expected: readonly number[],
  scale?: number,
): Deviation {
  let [index, error] = [0, 0];
  for (const [i, wanted] of expected.entries()) {
    const one = relativeError(measured[i] ?? Number.NaN, wanted, scale);
    if (one > error) [index, error] = [i, one];
  }
  return { quantity, index, error };
}

/** |a - b| / |scale|: 0 where a equals b, infinite where it is not a number. */
export function relativeError(a: number, b: number, scale = b): number {
  const error = a === b ? 0 : Math.abs(a - b) / Math.abs(scale);
  return Number.isNaN(error) ? Number.POSITIVE_INFINITY : error;
}
