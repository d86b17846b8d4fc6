/** What can be asked of an experiment's networks, as they start or after training: one finding for each arm and seed. */
import { batchStream } from '../data/batches.ts';
import type { Data, Examples } from '../data/dataset.ts';
import type { Engine } from '../engine/engine.ts';
import { type Experiment, settingsOf } from '../experiment.ts';
import type { Score } from '../telemetry.ts';
import { type Arrangement, type ArrangementReport, arrangementReport } from './arrangement.ts';
import { type BranchReport, branchReport } from './branches.ts';
import { type SensitivityReport, sensitivityReport } from './disturbance.ts';
import { type EulerReport, eulerReport } from './euler.ts';
import { type GradientAtStart, gradientOn } from './gradientAtStart.ts';
import { type LandscapeReport, landscapeReport } from './landscape.ts';
import { type LesionReport, lesionReport } from './lesion.ts';
import { readOutScores } from './readOut.ts';
import { type RoundingReport, roundingReport } from './rounding.ts';
import { type ShatteringReport, shatteringReport } from './shattering.ts';
import { type ShrinkReport, shrinkReport } from './shrink.ts';
import { gradientAgreement, stateSimilarity } from './similarity.ts';
import { type Subject, untrained } from './subject.ts';
import { type Networks, trainedNetworks } from './trainedNetworks.ts';

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
  /** Over up to 256 training examples. */
  readonly landscape: LandscapeReport;
  /** Over up to 256 test examples. */
  readonly sensitivity: SensitivityReport;
  /** Between the first examples of the first two batches. */
  readonly shattering: ShatteringReport;
  /** The first unit repeated, on up to 8 training examples. */
  readonly euler: EulerReport;
  /** Over the test set, as trained and with the units in the question's order. */
  readonly arranged: ArrangementReport;
  /** Over the experiment's first steps, from the networks as they are asked. */
  readonly rounding: RoundingReport;
}
export type Kind = keyof Findings;
export interface Question<K extends Kind = Kind> {
  readonly kind: K;
  readonly experiment: Experiment;
  /** Whether the networks are trained first; they are asked as initialised otherwise. */
  readonly trained: boolean;
  /** For `arranged`: what is done to the units. */
  readonly arrangement?: Arrangement;
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
  readonly seed: number;
  readonly engine: Engine;
  readonly subject: Subject;
  readonly data: Data;
  /** Of the experiment. */
  readonly steps: number;
  /** The seed's first two batches. */
  readonly batches: readonly [Examples, Examples];
  /** Awaited in the midst of a look that takes long; answering false ends it, and nobody asks for what it found. */
  readonly goesOn: () => Promise<boolean>;
  readonly arrangement?: Arrangement;
}
const few = 256;
/** Its exact solution takes a thousand units. */
const fewest = 8;
const firstOf = ({ count, inputs }: Examples) => [...inputs.subarray(0, inputs.length / count)];
const upTo = ({ count, inputs, targets }: Examples, most: number): Examples => {
  const kept = Math.min(count, most);
  return {
    count: kept,
    inputs: inputs.subarray(0, (inputs.length / count) * kept),
    targets: targets.subarray(0, (targets.length / count) * kept),
  };
};

const look: { readonly [K in Kind]: (scene: Scene) => Findings[K] | Promise<Findings[K]> } = {
  gradient: ({ engine, subject, batches: [batch] }) => gradientOn(engine, subject, batch),
  similarity: ({ subject, batches: [batch] }) => ({ states: stateSimilarity(subject, batch) }),
  agreement: ({ engine, subject, batches: [one, other] }) => ({
    cosine: gradientAgreement(engine, subject, one, other),
  }),
  branches: ({ subject, data }) => branchReport(subject, upTo(data.train, few)),
  shrink: ({ engine, subject, batches: [batch] }) => shrinkReport(engine, subject, batch, shrinkFactors),
  lesion: ({ engine, subject, data }) => lesionReport(engine, subject, data.test),
  readOut: ({ engine, subject, data }) => readOutScores(engine, subject, data.test),
  landscape: ({ engine, subject, data, seed, goesOn }) =>
    landscapeReport(engine, subject, upTo(data.train, few), seed, goesOn),
  sensitivity: ({ engine, subject, data, seed, goesOn }) =>
    sensitivityReport(engine, subject, upTo(data.test, few), seed, goesOn),
  shattering: ({ subject, batches: [one, other] }) => shatteringReport(subject, firstOf(one), firstOf(other)),
  euler: ({ engine, subject, data }) => eulerReport(engine, subject, upTo(data.train, fewest)),
  arranged: ({ engine, subject, data, arrangement }) => arrangementReport(engine, subject, data.test, arrangement),
  rounding: ({ engine, subject, data, seed, steps, batches: [{ count: size }], goesOn }) =>
    roundingReport(engine, subject, data.train, { size, steps, seed }, goesOn),
};

/**
 * Yields seed by seed, in the experiment's order: the findings of all arms.
 * @param goesOn awaited after every training step and before every look; answering false ends the inquiry
 * @param networks where trained networks come from
 * @throws {RangeError} when the question's arrangement is none of the networks that it is for
 */
export async function* inquire<K extends Kind>(
  { kind, experiment, trained, arrangement }: Question<K>,
  dataOf: (seed: number) => Promise<Data>,
  engine: Engine,
  goesOn: () => Promise<boolean> = async () => true,
  networks: Networks = trainedNetworks,
): AsyncGenerator<readonly Findings[K][], void, void> {
  /** The findings of the arms, one after the other; undefined where the inquiry ended before the last of them. */
  const findings = async (subjects: readonly Subject[], data: Data, seed: number) => {
    const row: Findings[K][] = [];
    for (const subject of subjects) {
      if (!(await goesOn())) return undefined;
      const nextBatch = batchStream(data.train, experiment.batch, seed);
      const batches = [nextBatch(), nextBatch()] as const;
      const { steps } = experiment;
      const scene = { engine, subject, data, steps, seed, batches, goesOn, ...(arrangement && { arrangement }) };
      row.push(await look[kind](scene));
    }
    return (await goesOn()) ? row : undefined;
  };
  if (!trained) {
    const settings = experiment.arms.map((arm) => settingsOf(experiment, arm));
    for (const seed of experiment.seeds) {
      const data = await dataOf(seed);
      const subjects = settings.map((arm) => untrained(arm, data, seed));
      const row = await findings(subjects, data, seed);
      if (!row) return;
      yield row;
    }
    return;
  }
  for await (const { seed, data, subjects } of networks(experiment, dataOf, engine, goesOn)) {
    const row = await findings(subjects, data, seed);
    if (!row) return;
    yield row;
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
