/** What can be asked of an experiment's networks, as they start or after training: one finding for each arm and seed. */
import { batchStream } from '../data/batches.ts';
import type { Data, Examples } from '../data/dataset.ts';
import type { Engine, Trainee } from '../engine/engine.ts';
import { type Experiment, settingsOf } from '../experiment.ts';
import { networkOf } from '../network/specification.ts';
import type { Score } from '../telemetry.ts';
import { train } from '../train.ts';
import { type BranchReport, branchReport } from './branches.ts';
import { type GradientAtStart, gradientOn } from './gradientAtStart.ts';
import { type LesionReport, lesionReport } from './lesion.ts';
import { readOutScores } from './readOut.ts';
import { type ShrinkReport, shrinkReport } from './shrink.ts';
import { gradientAgreement, stateSimilarity } from './similarity.ts';
import { type Subject, untrained } from './subject.ts';

/** What each kind of question finds out about one network. */
export interface Findings {
  /** On the seed's first batch. */
  readonly gradient: GradientAtStart;
  /** Mean cosine between the states of two different examples of the first batch: x_0 ... x_units. */
  readonly similarity: { readonly states: readonly number[] };
  /** Cosine between the gradients of the first two batches, over all kernels. */
  readonly agreement: { readonly cosine: number };
  /** Over up to 256 training examples. */
  readonly branches: BranchReport;
  /** With the trunk's weights times each of `shrinkFactors`, on the first batch. */
  readonly shrink: ShrinkReport;
  /** Accuracy over the test set without each unit, and with neighbours exchanged. */
  readonly lesion: LesionReport;
  /** Over the test set, after each of x_0 ... x_units. */
  readonly readOut: readonly Score[];
}
export type Kind = keyof Findings;
export const kinds = ['gradient', 'similarity', 'agreement', 'branches', 'shrink', 'lesion', 'readOut'] as const;

export interface Question<K extends Kind = Kind> {
  readonly kind: K;
  readonly experiment: Experiment;
  /** Whether the networks are trained first; they are asked as initialised otherwise. */
  readonly trained: boolean;
}
export interface Found<K extends Kind = Kind> {
  readonly seed: number;
  readonly finding: Findings[K];
}
export interface Answer<K extends Kind = Kind> {
  readonly arms: readonly { readonly name: string; readonly seeds: readonly Found<K>[] }[];
}

/** Small enough for the leading power to show, large enough for float32 in a plain network of ten layers. */
export const shrinkFactors = [0.03, 0.01, 0.003] as const;

interface Scene {
  readonly engine: Engine;
  readonly subject: Subject;
  readonly data: Data;
  /** The seed's first two batches. */
  readonly batches: readonly [Examples, Examples];
}
const few = 256;
const upTo = ({ count, inputs, targets }: Examples, most: number): Examples => {
  const kept = Math.min(count, most);
  return {
    count: kept,
    inputs: inputs.subarray(0, (inputs.length / count) * kept),
    targets: targets.subarray(0, (targets.length / count) * kept),
  };
};

const look: { readonly [K in Kind]: (scene: Scene) => Findings[K] } = {
  gradient: ({ engine, subject, batches: [batch] }) => gradientOn(engine, subject, batch),
  similarity: ({ subject, batches: [batch] }) => ({ states: stateSimilarity(subject, batch) }),
  agreement: ({ engine, subject, batches: [one, other] }) => ({
    cosine: gradientAgreement(engine, subject, one, other),
  }),
  branches: ({ subject, data }) => branchReport(subject, upTo(data.train, few)),
  shrink: ({ engine, subject, batches: [batch] }) => shrinkReport(engine, subject, batch, shrinkFactors),
  lesion: ({ engine, subject, data }) => lesionReport(engine, subject, data.test),
  readOut: ({ engine, subject, data }) => readOutScores(engine, subject, data.test),
};

/**
 * Yields seed by seed, in the experiment's order: the findings of all arms.
 * @param goesOn awaited after every training step; answering false ends the inquiry
 */
export async function* inquire<K extends Kind>(
  { kind, experiment, trained }: Question<K>,
  dataOf: (seed: number) => Promise<Data>,
  engine: Engine,
  goesOn: () => Promise<boolean> = async () => true,
): AsyncGenerator<readonly Findings[K][], void, void> {
  const settings = experiment.arms.map((arm) => settingsOf(experiment, arm));
  const finding = (subject: Subject, data: Data, seed: number) => {
    const nextBatch = batchStream(data.train, experiment.batch, seed);
    return look[kind]({ engine, subject, data, batches: [nextBatch(), nextBatch()] });
  };
  if (!trained) {
    for (const seed of experiment.seeds) {
      const data = await dataOf(seed);
      if (!(await goesOn())) return;
      yield settings.map((arm) => finding(untrained(arm, data, seed), data, seed));
    }
    return;
  }
  let [data, trainees]: [Data | undefined, readonly Trainee[]] = [undefined, []];
  for await (const event of train(experiment, dataOf, engine)) {
    if (event.type === 'seed') [data, trainees] = [event.data, event.trainees];
    else if (event.type === 'final' && data) {
      const examined = data;
      yield trainees.map((trainee, arm) => {
        const network = networkOf(settings[arm] ?? experiment);
        const subject = { network, parameters: trainee.parameters(), task: examined.task };
        return finding(subject, examined, experiment.seeds[event.seed] ?? 0);
      });
    }
    if (!(await goesOn())) return;
  }
}

/** The whole answer: for scripts and tests. */
export async function answer<K extends Kind>(
  question: Question<K>,
  dataOf: (seed: number) => Promise<Data>,
  engine: Engine,
): Promise<Answer<K>> {
  const rows: (readonly Findings[K][])[] = [];
  for await (const row of inquire(question, dataOf, engine)) rows.push(row);
  return answerOf(question, rows);
}

/** Puts together what `inquire` yielded: `rows[seed][arm]`. */
export const answerOf = <K extends Kind>(
  { experiment }: Question<K>,
  rows: readonly (readonly Findings[K][])[],
): Answer<K> => ({
  arms: experiment.arms.map(({ name }, arm) => ({
    name,
    seeds: rows.flatMap((row, index) =>
      row.slice(arm, arm + 1).map((finding): Found<K> => ({ seed: experiment.seeds[index] ?? 0, finding })),
    ),
  })),
});
