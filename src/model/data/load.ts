/** From the name of a data set to its examples. */
import type { Dataset } from '../experiment.ts';
import type { Data } from './dataset.ts';
import { digits } from './digits.ts';
import { DataError, parseFashion } from './fashion.ts';
import { identity } from './identity.ts';
import type { OwnData } from './ownData.ts';
import { splitOwn } from './ownSplit.ts';
import { rings } from './rings.ts';
import { spiral } from './spiral.ts';

/**
 * Training and test set. Generated sets follow from the run's seed; Fashion-MNIST is the same for every seed, and only
 * it calls `loadFashion`, which gives the bytes of the data file. The reader's own data are split anew by every seed.
 * @throws {DataError} when the Fashion-MNIST file is damaged, or there are no own data; whatever `loadFashion` throws
 *   passes through.
 */
export async function dataOf(
  dataset: Dataset,
  seed: number,
  loadFashion: () => Promise<ArrayBuffer>,
  own?: OwnData,
): Promise<Data> {
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
    case 'own':
      if (!own) throw new DataError('The experiment asks for own data, and there are none here.');
      return splitOwn(own, seed);
  }
}
