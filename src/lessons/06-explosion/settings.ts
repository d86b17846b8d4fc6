/** The networks of the lesson: fifty residual units with He weights, and what is done to keep them in bounds. */
import type { Bilingual } from '../../components/prose/LessonState.tsx';
import { defaultExperiment, type Experiment, type Settings } from '../../model/experiment.ts';
import type { Sweep } from '../../model/worker/sweep.ts';

/** Fifty units of two layers, unnormalised. `finalNorm` acts only where a remedy brings a normalisation. */
export const unfixed: Experiment = {
  ...defaultExperiment,
  dataset: 'spiral',
  width: 16,
  depth: 100,
  layersPerUnit: 2,
  order: 'pre',
  activation: 'relu',
  normalization: 'none',
  finalNorm: true,
  initializer: 'he',
  branchScale: 'one',
  optimizer: 'momentum',
  rate: 0.01,
  steps: 200,
  batch: 64,
  arms: [{ name: 'residual', overrides: {} }],
  seeds: [1, 2, 3],
};

interface Remedy {
  readonly key: string;
  readonly label: Bilingual;
  readonly change: Partial<Settings>;
}

/** One change each, the first one none at all. */
export const remedies = [
  { key: 'none', label: { en: 'no remedy', zh: '不加处理' }, change: {} },
  { key: 'scaled', label: { en: 'α = 1/√units', zh: 'α = 1/√单元数' }, change: { branchScale: 'sqrt' } },
  { key: 'zeroLast', label: { en: 'last layer from 0', zh: '末层从 0 开始' }, change: { branchScale: 'zero' } },
  {
    key: 'learned',
    label: { en: 'learned α from 0', zh: 'α 从 0 学起' },
    change: { branchScale: 'learned' },
  },
  { key: 'layerNorm', label: { en: 'layer norm', zh: '层归一化' }, change: { normalization: 'layer' } },
  { key: 'batchNorm', label: { en: 'batch norm', zh: '批归一化' }, change: { normalization: 'batch' } },
] as const satisfies readonly Remedy[];

export type RemedyKey = (typeof remedies)[number]['key'];

/** All of them at one start. */
export const remedySweep = (experiment: Experiment): Sweep => ({
  experiment,
  variants: remedies.map(({ key, change }) => ({ key, change })),
});

/** The unfixed network with one remedy and further changes. */
export const withRemedy = (key: RemedyKey, further: Partial<Experiment> = {}): Experiment => ({
  ...unfixed,
  ...remedies.find((remedy) => remedy.key === key)?.change,
  ...further,
});
