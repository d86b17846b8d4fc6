/** Whether the graphics card trains a race faster: measured on the very networks, never guessed. */
import { batchStream } from '../data/batches.ts';
import type { Data } from '../data/dataset.ts';
import { type ConvEngine, rowLength } from './engine.ts';
import { type ConvExperiment, convBatch, convSpecOf, rateAt } from './experiment.ts';
import { initializeConv } from './parameters.ts';

/** A graphics card's engine and the name that the card goes by. */
export interface Gpu {
  readonly engine: ConvEngine;
  readonly adapter: string;
}

export type GpuVerdict =
  /** Milliseconds of one step of all arms. */
  | { readonly reason: 'faster' | 'slower'; readonly adapter: string; readonly own: number; readonly gpu: number }
  /** The browser draws on the processor and calls it a card. */
  | { readonly reason: 'software'; readonly adapter: string }
  | { readonly reason: 'missing'; readonly detail: string };

/** The context was lost: what the card held is gone. */
export class GpuLost extends Error {
  override readonly name = 'GpuLost';
}

/** A card is used only where it is at least this many times as fast. */
export const advantage = 1.5;

/** Names of drawing on the processor: Chromium's, Mesa's, Windows'. */
export const isSoftware = (adapter: string): boolean =>
  /swiftshader|llvmpipe|softpipe|software|basic render/i.test(adapter);

/** Steps before the measured ones: the first ones compile and take memory. */
const cold = 2;

/**
 * Milliseconds of one step of all arms: the median of three warm ones.
 * @param now a clock in milliseconds
 */
export function warmStep(experiment: ConvExperiment, data: Data, engine: ConvEngine, now: () => number): number {
  const { arms, depth, seed } = experiment;
  const trainees = arms.map((arm) => engine.create(convSpecOf(experiment, arm), initializeConv(depth, seed)));
  try {
    const nextBatch = batchStream(data.train, convBatch, seed);
    const row = new Float32Array(rowLength(depth));
    const times = Array.from({ length: cold + 3 }, () => {
      const batch = nextBatch();
      const start = now();
      for (const trainee of trainees) trainee.step(batch, rateAt(experiment, 0), row);
      return now() - start;
    });
    return times.slice(cold).sort((a, b) => a - b)[1] ?? Number.NaN;
  } finally {
    for (const trainee of trainees) trainee.dispose();
  }
}

/** @param open starts the card; a rejection counts as no card */
export async function judgeGpu(
  experiment: ConvExperiment,
  data: Data,
  own: ConvEngine,
  open: () => Promise<Gpu>,
  now: () => number,
): Promise<GpuVerdict> {
  try {
    const { engine, adapter } = await open();
    if (isSoftware(adapter)) return { reason: 'software', adapter };
    const gpu = warmStep(experiment, data, engine, now);
    const time = warmStep(experiment, data, own, now);
    return { reason: time >= advantage * gpu ? 'faster' : 'slower', adapter, own: time, gpu };
  } catch (error) {
    return { reason: 'missing', detail: error instanceof Error ? error.message : String(error) };
  }
}
