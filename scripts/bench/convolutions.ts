/**
 * One step of the convolutional pair, plain and residual: the fused engine by build, and autodiff of tfjs; and how long the
 * residual network of 14 layers takes to be right on 80 of 100 test images.
 */
import { readFileSync } from 'node:fs';
import { type ConvEngine, rowLength } from '../../src/model/conv/engine.ts';
import { convArms, convBatch, convSpecOf, defaultRace } from '../../src/model/conv/experiment.ts';
import { initializeConv } from '../../src/model/conv/parameters.ts';
import { type ConvDepth, convDepths } from '../../src/model/conv/specification.ts';
import { trainConv } from '../../src/model/conv/train.ts';
import { batchStream } from '../../src/model/data/batches.ts';
import { parseFashion } from '../../src/model/data/fashion.ts';
import { convEngineOn } from '../../src/model/engine/conv/fused.ts';
import { startConvKernel } from '../../src/model/engine/conv/host.ts';
import { convTapeEngine } from '../../src/model/engine/conv/tape.ts';
import { registerConvKernels } from '../../src/model/engine/conv/tfjsKernels.ts';
import { tapeEngine } from '../../src/model/engine/tape.ts';
import { kernelFile } from './builds.ts';
import { fastest, median } from './timing.ts';

/** What a step of the pair of 8 layers may take, in milliseconds. */
export const convTarget = 30;

export interface ConvCost {
  readonly depth: ConvDepth;
  /** One step of both arms, by engine: the median of five rounds. */
  readonly milliseconds: Readonly<Record<string, number>>;
}

/** What the way to that test accuracy may take, in milliseconds. */
export const raceTarget = 60_000;
const accuracyTarget = 0.8;
/** Steps between two scores of the test set, whose time counts. */
const scoredEvery = 20;

export interface RaceTime {
  /** Undefined where the race ended below 80 %. */
  readonly milliseconds?: number;
  readonly step: number;
  readonly accuracy: number;
}

const file = readFileSync(new URL('../../public/data/fashion14.bin', import.meta.url));

/** The default race of the residual network of 14 layers, from initial tensors on. */
export async function timeToEighty(build: 'conv' | 'conv-relaxed'): Promise<RaceTime> {
  const data = parseFashion(new Uint8Array(file).buffer);
  const engine = convEngineOn(await startConvKernel(kernelFile(build)));
  const race = { ...defaultRace, depth: 14, arms: ['residual'] } as const;
  const start = performance.now();
  let best = { step: 0, accuracy: 0 };
  for await (const event of trainConv(race, data, engine, (step) => step > 0 && step % scoredEvery === 0)) {
    if (event.type !== 'score') continue;
    const { step, score } = event;
    if (score.accuracy > best.accuracy) best = { step, accuracy: score.accuracy };
    if (score.accuracy >= accuracyTarget) return { ...best, milliseconds: performance.now() - start };
  }
  return best;
}

/** Milliseconds of one step of both arms; rounds of a short burst each. */
async function pairStep(engine: ConvEngine, depth: ConvDepth, bursts: number): Promise<number> {
  const data = parseFashion(new Uint8Array(file).buffer);
  const batch = batchStream(data.train, convBatch, 1)();
  const row = new Float32Array(rowLength(depth));
  const trainees = convArms.map((arm) =>
    engine.create(convSpecOf({ ...defaultRace, depth }, arm), initializeConv(depth, 1)),
  );
  try {
    const rounds: number[] = [];
    for (let i = 0; i < 5; i++) {
      rounds.push(await fastest(() => trainees.map((trainee) => trainee.step(batch, 1e-4, row)), 5, bursts));
    }
    return median(rounds);
  } finally {
    for (const trainee of trainees) trainee.dispose();
  }
}

/** Every depth on the builds that run here, and the smallest one on the tape, which tfjs runs on its wasm backend. */
export async function convolutions(relaxed: boolean): Promise<ConvCost[]> {
  const simd = await startConvKernel(kernelFile('conv'));
  const best = relaxed ? await startConvKernel(kernelFile('conv-relaxed')) : simd;
  registerConvKernels(best);
  const { backend } = await tapeEngine();
  if (backend !== 'wasm') throw new Error('tfjs did not start its wasm backend.');
  const costs: ConvCost[] = [];
  for (const depth of convDepths) {
    costs.push({
      depth,
      milliseconds: {
        simd: await pairStep(convEngineOn(simd), depth, 15),
        ...(relaxed && { relaxed: await pairStep(convEngineOn(best), depth, 15) }),
        ...(depth === 8 && { tape: await pairStep(convTapeEngine('wasm'), depth, 1) }),
      },
    });
  }
  return costs;
}
