/** Trains and asks one after the other, for programs that wait for results instead of drawing them. */
import type { Answer, Kind, Question } from '../../model/analysis/question.ts';
import type { ConvExperiment } from '../../model/conv/experiment.ts';
import type { ConvArmRun } from '../../model/conv/train.ts';
import type { Experiment } from '../../model/experiment.ts';
import type { RunResult } from '../../model/train.ts';
import type { ConvRun } from '../../model/worker/convRun.ts';
import type { Inquiry } from '../../model/worker/inquiry.ts';
import type { Run } from '../../model/worker/run.ts';
import type { RunSnapshot } from '../../model/worker/snapshot.ts';
import type { Ask, Race, Train } from '../prose/claim.ts';
import { settled } from './settled.ts';

const resultOf = ({ arms }: RunSnapshot): RunResult => ({
  arms: arms.map(({ name, layout, seeds }) => ({
    name,
    layout,
    seeds: seeds.flatMap(({ final, ...run }) => (final ? [{ ...run, final }] : [])),
  })),
});

export interface Trainer {
  readonly train: Train;
  readonly ask: Ask;
  readonly race: Race;
  readonly dispose: () => void;
}

/** @param open make the stores, which the trainer owns; they are made when they are needed */
export function createTrainer(open: {
  readonly run: (experiment: Experiment) => Run;
  readonly inquiry: <K extends Kind>() => Inquiry<K>;
  readonly race: (experiment: ConvExperiment) => ConvRun;
}): Trainer {
  let line: Promise<unknown> = Promise.resolve();
  const inLine = <T>(work: () => Promise<T>): Promise<T> => {
    const next = line.then(work);
    line = next.catch(() => {});
    return next;
  };
  let run: Run | undefined;
  const known = new Map<string, Promise<RunResult>>();
  const raced = new Map<string, Promise<readonly ConvArmRun[]>>();
  const disposals: (() => void)[] = [];
  return {
    train(experiment) {
      const key = JSON.stringify(experiment);
      const result =
        known.get(key) ??
        inLine(async () => {
          if (!run) {
            run = open.run(experiment);
            disposals.push(run.dispose);
          }
          const done = settled(run);
          run.start(experiment);
          return resultOf(await done);
        });
      known.set(key, result);
      // What failed may be tried again.
      result.catch(() => known.delete(key));
      return result;
    },
    ask: <K extends Kind>(question: Question<K>) =>
      inLine(async (): Promise<Answer<K>> => {
        const inquiry = open.inquiry<K>();
        try {
          const done = settled(inquiry);
          inquiry.ask(question);
          return (await done).answer ?? { arms: [] };
        } finally {
          inquiry.dispose();
        }
      }),
    race(experiment) {
      const key = JSON.stringify(experiment);
      const result =
        raced.get(key) ??
        inLine(async () => {
          const store = open.race(experiment);
          try {
            const done = settled(store);
            store.start(experiment);
            return (await done).arms;
          } finally {
            store.dispose();
          }
        });
      raced.set(key, result);
      result.catch(() => raced.delete(key));
      return result;
    },
    dispose() {
      for (const dispose of disposals) dispose();
    },
  };
}
