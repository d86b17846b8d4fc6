/** How far two engines are apart: both train the same first steps, and every number that they measure is compared. */
import { batchStream } from '../data/batches.ts';
import type { Data } from '../data/dataset.ts';
import { type Experiment, settingsOf } from '../experiment.ts';
import { initialize } from '../network/initialize.ts';
import { networkOf } from '../network/specification.ts';
import { type Quantity, quantities, read } from '../telemetry.ts';
import type { Engine } from './engine.ts';

export interface Agreement {
  /** The largest relative difference, |fused - tape| / |tape|; infinite where only one of the two is a finite number. */
  readonly largest: number;
  /** What was measured there, at which step, in which of the experiment's arms (an index). */
  readonly quantity: Quantity;
  readonly step: number;
  readonly arm: number;
}

interface Engines {
  readonly fused: Engine;
  readonly tape: Engine;
}

/** Below this, two numbers count as zero: float32 has no normal numbers much smaller. */
const negligible = 1e-30;

/** Accuracy is a count, which one rounding in a tie can change by a whole example. */
const compared = quantities.filter((name) => name !== 'accuracy');

/**
 * The largest relative difference over the first `steps` steps of the experiment's first seed, over all arms and all that
 * telemetry holds but accuracy. Both engines start from the same tensors and get the same batches. An arm that diverged on
 * either engine goes no further. About twenty steps are a fair comparison: later, the mask of one ReLU may flip and two
 * float32 runs of a deep plain network honestly part ways.
 */
export function agreement(experiment: Experiment, data: Data, { fused, tape }: Engines, steps = 20): Agreement {
  const seed = experiment.seeds[0] ?? 0;
  const examples = batchStream(data.train, experiment.batch, seed);
  const batches = Array.from({ length: Math.min(steps, experiment.steps) }, () => examples());
  let worst: Agreement = { largest: 0, quantity: 'loss', step: 0, arm: 0 };

  for (const [arm, one] of experiment.arms.entries()) {
    const settings = settingsOf(experiment, one);
    const initial = initialize(settings, data.inputSize, data.outputSize, seed);
    const a = fused.create(networkOf(settings), initial, data.task);
    const b = tape.create(networkOf(settings), initial, data.task);
    const { layout } = a;
    const [mine, theirs] = [new Float32Array(layout.stride), new Float32Array(layout.stride)];
    try {
      for (const [step, batch] of batches.entries()) {
        const diverged = [a.step(batch, mine, 0), b.step(batch, theirs, 0)];
        for (const quantity of compared) {
          const expected = read(layout, theirs, 0, quantity);
          for (const [i, value] of read(layout, mine, 0, quantity).entries()) {
            const largest = difference(value, expected[i] ?? Number.NaN);
            if (largest > worst.largest) worst = { largest, quantity, step, arm };
          }
        }
        if (diverged.some(Boolean)) break;
      }
    } finally {
      a.dispose();
      b.dispose();
    }
  }
  return worst;
}

function difference(value: number, expected: number): number {
  if (value === expected || (Math.abs(value) < negligible && Math.abs(expected) < negligible)) return 0;
  if (!Number.isFinite(value) && !Number.isFinite(expected)) return 0;
  const error = Math.abs(value - expected) / Math.abs(expected);
  return Number.isFinite(error) ? error : Number.POSITIVE_INFINITY;
}
