/** Whether the graphics card trains a race faster, and the same: measured on the very networks, never guessed. */
import { batchStream } from '../data/batches.ts';
import type { Data } from '../data/dataset.ts';
import { type CardEngine, type ConvEngine, kernelsAt, rowLength } from './engine.ts';
import { type ConvExperiment, convBatch, convSpecOf, rateAt } from './experiment.ts';
import { initializeConv } from './parameters.ts';

/** The ways from a page to the graphics card. */
type GpuApi = 'webgpu' | 'webgl';

/** A graphics card's engine and the name that the card goes by; browsers may keep the name to themselves: ''. */
export interface Gpu {
  readonly engine: CardEngine;
  readonly adapter: string;
}
export interface GpuWay {
  readonly api: GpuApi;
  /**
   * Starts the card.
   * @throws {NoAdapter} where none is offered
   * @throws {SoftwareAdapter} where the processor poses as one
   */
  readonly open: () => Promise<Gpu>;
}

export type GpuVerdict = { readonly api: GpuApi } & (
  | {
      /** `second`: fast enough, but the other way is faster still. */
      readonly reason: 'faster' | 'second' | 'slower';
      readonly adapter: string;
      /** Milliseconds of one step of all arms. */
      readonly own: number;
      readonly gpu: number;
    }
  /** The first step differs by this share from that of the engine in use. */
  | { readonly reason: 'wrong'; readonly adapter: string; readonly deviation: number }
  /** The browser computes on the processor and calls it a card. */
  | { readonly reason: 'software'; readonly adapter: string }
  | { readonly reason: 'missing' }
  /** It is there, and did not start or threw while training. */
  | { readonly reason: 'failed'; readonly detail: string }
  /** It was in use, and what it held is gone. */
  | { readonly reason: 'lost' }
);

export class NoAdapter extends Error {
  override readonly name = 'NoAdapter';
}
export class SoftwareAdapter extends Error {
  override readonly name = 'SoftwareAdapter';
  constructor(readonly adapter: string) {
    super(`${adapter} computes on the processor.`);
  }
}
/** The context or device was lost: what the card held is gone. */
export class GpuLost extends Error {
  override readonly name = 'GpuLost';
}

/** A card is used only where it is at least this many times as fast. */
export const advantage = 1.5;
/** How far loss and gradient norms of a first step may lie apart, as a share; engines that are right differ by 0.0001. */
const tolerance = 0.01;

/** Names of computing on the processor: Chromium's, Mesa's, Windows'. */
export const isSoftware = (adapter: string): boolean =>
  /swiftshader|llvmpipe|lavapipe|softpipe|software|basic render|\bwarp\b/i.test(adapter);

/** Steps before the measured ones: the first ones compile and take memory. */
const cold = 2;

interface Trial {
  /** Of one step of all arms: the median of three warm ones. */
  readonly milliseconds: number;
  /** What each arm measured at its first step. */
  readonly first: readonly Float32Array[];
}

/** @param now a clock in milliseconds */
export async function tryOut(
  experiment: ConvExperiment,
  data: Data,
  engine: ConvEngine | CardEngine,
  now: () => number,
): Promise<Trial> {
  const { arms, depth, seed } = experiment;
  const trainees = arms.map((arm) => engine.create(convSpecOf(experiment, arm), initializeConv(depth, seed)));
  try {
    const nextBatch = batchStream(data.train, convBatch, seed);
    const first = trainees.map(() => new Float32Array(rowLength(depth)));
    const row = new Float32Array(rowLength(depth));
    const times: number[] = [];
    for (let step = 0; step < cold + 3; step++) {
      const batch = nextBatch();
      const start = now();
      for (const [i, trainee] of trainees.entries()) {
        await trainee.step(batch, rateAt(experiment, 0), (step === 0 && first[i]) || row);
      }
      times.push(now() - start);
    }
    return { milliseconds: times.slice(cold).sort((a, b) => a - b)[1] ?? Number.NaN, first };
  } finally {
    for (const trainee of trainees) trainee.dispose();
  }
}

/** The largest difference of two rows in loss and gradient norms, as a share of the second; infinite for what is no number. */
export function deviation(found: Float32Array, expected: Float32Array): number {
  const shares = [0, ...Array.from({ length: expected.length - kernelsAt }, (_, i) => kernelsAt + i)].map((i) => {
    const [a = Number.NaN, b = Number.NaN] = [found[i], expected[i]];
    return a === b ? 0 : Math.abs(a - b) / Math.abs(b);
  });
  return Math.max(...shares.map((share) => (Number.isNaN(share) ? Number.POSITIVE_INFINITY : share)));
}

const detailOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

async function opened({ api, open }: GpuWay): Promise<Gpu | GpuVerdict> {
  try {
    const gpu = await open();
    return isSoftware(gpu.adapter) ? { api, reason: 'software', adapter: gpu.adapter } : gpu;
  } catch (error) {
    if (error instanceof NoAdapter) return { api, reason: 'missing' };
    if (error instanceof SoftwareAdapter) return { api, reason: 'software', adapter: error.adapter };
    return { api, reason: 'failed', detail: detailOf(error) };
  }
}

export interface Judgement {
  /** One a way, in their order. */
  readonly verdicts: readonly GpuVerdict[];
  /** The engine of the way whose verdict is `faster`. */
  readonly chosen?: CardEngine;
}

/** Tries every way on the race itself, and chooses the fastest that is right and fast enough. @param own the engine in use */
export async function judgeGpus(
  experiment: ConvExperiment,
  data: Data,
  own: ConvEngine | CardEngine,
  ways: readonly GpuWay[],
  now: () => number,
): Promise<Judgement> {
  const verdicts: GpuVerdict[] = [];
  let reference: Trial | undefined;
  let best: { readonly at: number; readonly engine: CardEngine; readonly time: number } | undefined;
  for (const [at, way] of ways.entries()) {
    const { api } = way;
    const gpu = await opened(way);
    if ('reason' in gpu) {
      verdicts.push(gpu);
      continue;
    }
    reference ??= await tryOut(experiment, data, own, now);
    const { engine, adapter } = gpu;
    try {
      const { milliseconds: time, first } = await tryOut(experiment, data, engine, now);
      const { milliseconds: ownTime, first: expected } = reference;
      const off = Math.max(...first.map((row, i) => deviation(row, expected[i] ?? new Float32Array())));
      if (!(off <= tolerance)) {
        verdicts.push({ api, reason: 'wrong', adapter, deviation: off });
        continue;
      }
      const enough = ownTime >= advantage * time;
      verdicts.push({ api, reason: enough ? 'second' : 'slower', adapter, own: ownTime, gpu: time });
      if (enough && time < (best?.time ?? Number.POSITIVE_INFINITY)) best = { at, engine, time };
    } catch (error) {
      verdicts.push({ api, reason: 'failed', detail: detailOf(error) });
    }
  }
  if (!best) return { verdicts };
  const { at: chosenAt, engine: chosen } = best;
  return {
    verdicts: verdicts.map((one, at) =>
      at === chosenAt && one.reason === 'second' ? { ...one, reason: 'faster' } : one,
    ),
    chosen,
  };
}

/** What the verdicts become when the card in use is lost. */
export const afterLoss = (verdicts: readonly GpuVerdict[]): readonly GpuVerdict[] =>
  verdicts.map((one) => (one.reason === 'faster' ? { api: one.api, reason: 'lost' } : one));
