/** What is known of each data set before it is made: training examples, and classes (0 for regression). */
import type { Dataset, GivenDataset } from '../experiment.ts';
import type { OwnData } from './ownData.ts';

interface Facts {
  readonly train: number;
  readonly classes: number;
}

export const datasetFacts: Readonly<Record<GivenDataset, Facts>> = {
  fashion: { train: 5000, classes: 10 },
  digits: { train: 800, classes: 10 },
  spiral: { train: 768, classes: 2 },
  rings: { train: 768, classes: 3 },
  identity: { train: 1024, classes: 0 },
};

/** Without `own`, the reader's data, nothing is known of the data set of that name. */
export const factsOf = (dataset: Dataset, own?: OwnData): Facts | undefined =>
  dataset === 'own' ? own && { train: own.train, classes: own.classes.length } : datasetFacts[dataset];

/** The cross-entropy of an answer that ignores the input, in nats: ln of the number of equally frequent classes. */
export function chanceLoss(dataset: Dataset, own?: OwnData): number | undefined {
  if (dataset === 'own') return own?.chance;
  const { classes } = datasetFacts[dataset];
  return classes > 0 ? Math.log(classes) : undefined;
}
