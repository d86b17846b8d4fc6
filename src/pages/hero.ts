/** What the front page trains. */
import { defaultExperiment, type Experiment } from '../model/experiment.ts';

export const hero: Experiment = { ...defaultExperiment, depth: 30 };
