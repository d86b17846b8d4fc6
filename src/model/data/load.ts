/** From the name of a data set to its examples. */
import type { Dataset } from '../experiment.ts';
import type { Data } from './dataset.ts';
import { digits } from './digits.ts';
import { parseFashion } from './fashion.ts';
import { identity } from './identity.ts';
import { rings } from './rings.ts';
import { spiral } from './spiral.ts';

/**
 * Training and test set. Generated sets follow from the run's seed; Fashion-MNIST is the same for every seed, and only
 * it calls `loadFashion`, which gives the bytes of the data file.
 * @throws {DataError} when the Fashion-MNIST file is damaged; whatever `loadFashion` throws passes through.
 */
export async function dataOf(dataset: Dataset, seed: number, loadFashion: () => Promise<ArrayBuffer>): Promise<Data> {
  switch (dataset) {
    case 'fashion':
      return parseFashion(await loadFashion());
    case 'digits':
      return digits(seed);
    case 'spiral':
      return spiral(seed);
    case 'rings':
      return rings(seed);
    case 'identity':
      return identity(seed);
  }
}
