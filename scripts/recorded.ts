/** One recording: what is trained or asked, and its file. */
import type { Answer, Kind, Question } from '../src/model/analysis/question.ts';
import type { Experiment } from '../src/model/experiment.ts';
import { encodeAnswer, encodeRun, encodeSweep, type Origin, type Recordable } from '../src/model/recording.ts';
import type { RunResult } from '../src/model/train.ts';
import { experimentAt, type Sweep, type SweepPoint, sweepArmsOf } from '../src/model/worker/sweep.ts';

interface Work {
  run(experiment: Experiment): Promise<RunResult>;
  ask<K extends Kind>(question: Question<K>): Promise<Answer<K>>;
}

async function sweptPoints({ run }: Work, sweep: Sweep): Promise<SweepPoint[]> {
  const points: SweepPoint[] = [];
  for (const seed of sweep.experiment.seeds) {
    for (const [variant, one] of sweep.variants.entries()) {
      const { arms } = await run(experimentAt(sweep, one, seed));
      points.push({ variant, seed, arms: arms.flatMap(sweepArmsOf) });
    }
  }
  return points;
}

/** One recording. @param origin called once the work is done */
export async function recorded(work: Work, what: Recordable, origin: () => Origin): Promise<Uint8Array<ArrayBuffer>> {
  if ('run' in what) {
    const result = await work.run(what.run);
    return encodeRun(origin(), what.run, result);
  }
  if ('sweep' in what) {
    const points = await sweptPoints(work, what.sweep);
    return encodeSweep(origin(), what.sweep.experiment, what.sweep.variants, points);
  }
  const answer = await work.ask(what.question);
  return encodeAnswer(origin(), what.question, answer);
}
