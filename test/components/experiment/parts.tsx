/** The live parts that lessons make themselves, each as its page shows it: with its prediction, if one asks for its result. */
import { readFile } from 'node:fs/promises';
import { act, render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { I18nextProvider } from 'react-i18next';
import { recorded } from '../../../scripts/recorded.ts';
import { recordingName } from '../../../src/components/experiment/recordingName.ts';
import { LessonProvider } from '../../../src/components/prose/LessonState.tsx';
import { PredictChoice, VerdictChoice } from '../../../src/components/prose/PredictChoice.tsx';
import { translator } from '../../../src/i18n/index.ts';
import type { Language } from '../../../src/i18n/language.ts';
import { product } from '../../../src/lessons/03-product/lesson.ts';
import { SlopeLab } from '../../../src/lessons/03-product/SlopeLab.tsx';
import { Dials } from '../../../src/lessons/04-healthy-norms/Dials.tsx';
import { healthyNorms } from '../../../src/lessons/04-healthy-norms/lesson.ts';
import { Race } from '../../../src/lessons/04-healthy-norms/Race.tsx';
import { productOrSum } from '../../../src/lessons/05-product-or-sum/lesson.ts';
import { ShrinkLab } from '../../../src/lessons/05-product-or-sum/ShrinkLab.tsx';
import { explosion } from '../../../src/lessons/06-explosion/lesson.ts';
import { Remedies } from '../../../src/lessons/06-explosion/Remedies.tsx';
import { weightsToZero } from '../../../src/lessons/08-weights-to-zero/lesson.ts';
import { ZeroLab } from '../../../src/lessons/08-weights-to-zero/ZeroLab.tsx';
import type { Lesson } from '../../../src/lessons/lesson.ts';
import { answer, type Kind, type Question } from '../../../src/model/analysis/question.ts';
import { dataOf } from '../../../src/model/data/load.ts';
import { startEngine } from '../../../src/model/engine/start.ts';
import type { Experiment } from '../../../src/model/experiment.ts';
import type { Origin, Recordable } from '../../../src/model/recording.ts';
import { runExperiment } from '../../../src/model/train.ts';
import type { ToWorker } from '../../../src/model/worker/messages.ts';

export interface Part {
  readonly id: string;
  readonly lesson: Lesson;
  readonly element: ReactNode;
  /** The prediction that asks for its result. */
  readonly predict?: string;
  readonly files: readonly string[];
  /** A sentence that only the finished part says. */
  readonly says: RegExp;
}

export const parts: readonly Part[] = [
  {
    id: 'slope',
    lesson: product,
    element: <SlopeLab id="slope" />,
    predict: 'first-of-twenty',
    files: ['slope'],
    says: /plain network loses 0\.6\d decades/,
  },
  {
    id: 'healthy-race',
    lesson: healthyNorms,
    element: <Race id="healthy-race" predict="healthy-accuracy" />,
    predict: 'healthy-accuracy',
    files: ['healthy-race'],
    says: /residual one (?:ends )?at/,
  },
  {
    id: 'healthy-dials',
    lesson: healthyNorms,
    element: <Dials id="healthy-dials" />,
    files: ['dials-gradient', 'dials-similarity', 'dials-agreement'],
    says: /different pictures end up alike/,
  },
  {
    id: 'shrink-lab',
    lesson: productOrSum,
    element: <ShrinkLab id="shrink-lab" />,
    files: ['shrink-lab'],
    says: /exponent [89]\.\d\d in the/,
  },
  {
    id: 'remedies',
    lesson: explosion,
    element: <Remedies />,
    predict: 'growth',
    files: ['remedies'],
    says: /times its size/,
  },
  {
    id: 'identity-lab',
    lesson: weightsToZero,
    element: <ZeroLab id="identity-lab" />,
    predict: 'branch-share',
    files: ['identity-lab', 'identity-lab-branches'],
    says: /the middle one of the residual branches measured/,
  },
];

const nameIn = ({ lesson }: Part, file: string): string => recordingName(lesson.id, file);

const origin: Origin = { date: '2026-11-23', engine: 'fused (simd)', milliseconds: 120 };
const whatOf = ({ experiments, recorded: own }: Lesson, file: string): Recordable => {
  const what = own?.[file];
  if (what) return what;
  const part = experiments[file];
  if (!part) throw new Error(`nothing is recorded as ${file}`);
  return { run: part.presets[0].experiment };
};

/** A recording made now. */
export async function recordedNow(what: Recordable): Promise<ArrayBuffer> {
  const engine = await startEngine({
    kernel: async (relaxed) => readFile(`src/model/engine/kernel/build/${relaxed ? 'relaxed' : 'kernel'}.wasm`),
    tape: () => Promise.reject(new Error('no WebAssembly SIMD here')),
  });
  const dataFor = (dataset: Experiment['dataset']) => (seed: number) =>
    dataOf(dataset, seed, () => Promise.reject(new Error('no part needs the pictures')));
  const work = {
    run: (experiment: Experiment) => runExperiment(experiment, dataFor(experiment.dataset), engine),
    ask: <K extends Kind>(question: Question<K>) => answer(question, dataFor(question.experiment.dataset), engine),
  };
  return (await recorded(work, what, () => origin)).buffer;
}

/** The recordings of a part by name. */
export async function recordingsOf(part: Part): Promise<Map<string, ArrayBuffer>> {
  const files = new Map<string, ArrayBuffer>();
  for (const file of part.files) files.set(nameIn(part, file), await recordedNow(whatOf(part.lesson, file)));
  return files;
}

export const onItsPage = ({ lesson, element, predict }: Part, language: Language) => (
  <I18nextProvider i18n={translator(language)}>
    <LessonProvider
      lesson={lesson.id}
      experiments={lesson.experiments}
      predictions={lesson.predictions ?? {}}
      record={{ date: '2026-11-23', engine: 'fused (simd)', claims: [] }}
    >
      {predict && <PredictChoice id={predict}>Question</PredictChoice>}
      {predict && <VerdictChoice id={predict}>Why?</VerdictChoice>}
      {element}
    </LessonProvider>
  </I18nextProvider>
);
export const show = (part: Part, language: Language = 'en') => render(onItsPage(part, language));

/** A worker that never answers, or that dies of its first message. */
export function workerThat(fate: 'dies' | 'sleeps') {
  return class {
    static asked = 0;
    onmessage = null;
    onerror: ((event: { message: string }) => void) | null = null;
    postMessage(message: ToWorker) {
      if (message.type === 'cancel') return;
      Object.getPrototypeOf(this).constructor.asked += 1;
      if (fate === 'dies') setTimeout(() => act(() => this.onerror?.({ message: 'gone' })));
    }
    terminate() {
      this.onerror = null;
    }
  };
}
