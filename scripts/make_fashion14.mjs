/**
 * How public/data/fashion14.bin came to be; no build needs to run this. The input is the four .gz files of Fashion-MNIST
 * (Debian: package dataset-fashion-mnist, folder /usr/share/datasets/fashion-mnist).
 *   node scripts/make_fashion14.mjs FOLDER OUTPUT
 * Output, one byte a number: 5,000 training images, 1,000 test images (14 x 14, row by row), their labels in that order.
 * Of every class the first 500 training and 100 test images are taken, in the order of the original.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

const [folder, output] = process.argv.slice(2);
if (!folder || !output) {
  console.error('Two names are needed: node scripts/make_fashion14.mjs FOLDER OUTPUT');
  process.exit(1);
}

/** The numbers of an IDX file, behind its header: four bytes, the last the number of dimensions, then one uint32 each. */
function idx(name) {
  const file = gunzipSync(readFileSync(join(folder, `${name}.gz`)));
  return file.subarray(4 + 4 * file[3]);
}

/** 28 x 28 to 14 x 14: each pixel is the rounded mean of four. */
function halve(image) {
  const small = Buffer.alloc(14 * 14);
  for (let row = 0; row < 14; row++) {
    for (let column = 0; column < 14; column++) {
      const corner = 2 * row * 28 + 2 * column;
      const sum = image[corner] + image[corner + 1] + image[corner + 28] + image[corner + 29];
      small[14 * row + column] = Math.round(sum / 4);
    }
  }
  return small;
}

function balanced(prefix, perClass) {
  const images = idx(`${prefix}-images-idx3-ubyte`);
  const labels = idx(`${prefix}-labels-idx1-ubyte`);
  const taken = Array(10).fill(0);
  const chosen = [...labels.keys()].filter((i) => taken[labels[i]]++ < perClass);
  return {
    images: chosen.map((i) => halve(images.subarray(784 * i, 784 * (i + 1)))),
    labels: Buffer.from(chosen.map((i) => labels[i])),
  };
}

const train = balanced('train', 500);
const test = balanced('t10k', 100);
writeFileSync(output, Buffer.concat([...train.images, ...test.images, train.labels, test.labels]));
