/**
 * Fashion-MNIST (Xiao, Rasul and Vollgraf 2017, arXiv:1708.07747; MIT licence), balanced and reduced to 14 x 14 pixels
 * by `scripts/make_fashion14.mjs`. The file holds, one byte a number: 5,000 training images, 1,000 test images, the
 * training labels, the test labels.
 */
import type { Data } from './dataset.ts';

/** The data file is not what it should be. The message says what was found. */
export class DataError extends Error {
  override readonly name = 'DataError';
}

const pixels = 14 * 14;
const classes = 10;
const trainCount = 5000;
const testCount = 1000;
const fileLength = (trainCount + testCount) * (pixels + 1);

const parsed = new WeakMap<ArrayBuffer, Data>();

/**
 * The images as [count, 196] numbers, standardised by the mean and standard deviation over all training pixels, and
 * their classes 0 to 9. A buffer parsed before gives the same object.
 * @throws {DataError} when length, labels or the balance of the classes are wrong.
 */
export function parseFashion(buffer: ArrayBuffer): Data {
  const known = parsed.get(buffer);
  if (known) return known;
  if (buffer.byteLength !== fileLength) {
    throw new DataError(`The Fashion-MNIST file has ${buffer.byteLength} bytes instead of ${fileLength}.`);
  }
  const bytes = new Uint8Array(buffer);
  const labelsAt = (trainCount + testCount) * pixels;
  const trainImages = bytes.subarray(0, trainCount * pixels);
  const testImages = bytes.subarray(trainCount * pixels, labelsAt);
  const standardise = standardiser(trainImages);
  const data: Data = {
    task: 'classify',
    inputSize: pixels,
    outputSize: classes,
    train: {
      count: trainCount,
      inputs: standardise(trainImages),
      targets: checkedLabels(bytes.subarray(labelsAt, labelsAt + trainCount), 'training'),
    },
    test: {
      count: testCount,
      inputs: standardise(testImages),
      targets: checkedLabels(bytes.subarray(labelsAt + trainCount), 'test'),
    },
  };
  parsed.set(buffer, data);
  return data;
}

/** A pixel has 256 values: each is standardised once. */
function standardiser(train: Uint8Array): (images: Uint8Array) => Float32Array {
  let sum = 0;
  let squares = 0;
  for (const value of train) {
    sum += value;
    squares += value * value;
  }
  const mean = sum / train.length;
  const sd = Math.sqrt(squares / train.length - mean * mean);
  if (!(sd > 0)) throw new DataError('The Fashion-MNIST file holds blank images.');
  const table = Float32Array.from({ length: 256 }, (_, value) => (value - mean) / sd);
  return (images) => {
    const standard = new Float32Array(images.length);
    for (let i = 0; i < images.length; i++) standard[i] = table[images[i] ?? 0] ?? 0;
    return standard;
  };
}

function checkedLabels(labels: Uint8Array, set: string): Float32Array {
  const seen = new Uint32Array(256);
  for (const label of labels) seen[label] = (seen[label] ?? 0) + 1;
  const wanted = labels.length / classes;
  for (let label = 0; label < 256; label++) {
    const expected = label < classes ? wanted : 0;
    if (seen[label] !== expected) {
      throw new DataError(`The Fashion-MNIST file has ${seen[label]} ${set} labels ${label} instead of ${expected}.`);
    }
  }
  return Float32Array.from(labels);
}
