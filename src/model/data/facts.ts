/** What is known of each data set before it is made: training examples, and classes (0 for regression). */
import type { Dataset } from '../experiment.ts';

export const datasetFacts: Readonly<Record<Dataset, { readonly train: number; readonly classes: number }>> = {
  fashion: { train: 5000, classes: 10 },
  digits: { train: 800, classes: 10 },
  spiral: { train: 768, classes: 2 },
  rings: { train: 768, classes: 3 },
  identity: { train: 1024, classes: 0 },
};

/** The cross-entropy of an answer that ignores the input, in nats: ln of the number of equally frequent classes. */
export function chanceLoss(dataset: Dataset): number | undefined {
  const { classes } = datasetFacts[dataset];
  return classes > 0 ? Math.log(classes) : undefined;
}
