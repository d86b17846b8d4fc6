import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { batchStream } from '../../src/model/data/batches.ts';
import type { Examples } from '../../src/model/data/dataset.ts';
import { digits } from '../../src/model/data/digits.ts';
import { DataError, parseFashion } from '../../src/model/data/fashion.ts';
import { dataOf } from '../../src/model/data/load.ts';
import { rings } from '../../src/model/data/rings.ts';
import { spiral } from '../../src/model/data/spiral.ts';
import type { Dataset } from '../../src/model/experiment.ts';

const file = (): ArrayBuffer =>
  new Uint8Array(readFileSync(new URL('../../public/data/fashion14.bin', import.meta.url))).buffer;
const never = () => Promise.reject(new Error('not to be loaded'));

const classCounts = ({ targets }: Examples, classes: number) =>
  Array.from({ length: classes }, (_, c) => targets.filter((t) => t === c).length);
const mean = (values: ArrayLike<number>) => Array.from(values).reduce((a, b) => a + b, 0) / values.length;

describe('generated data', () => {
  const sets: readonly (readonly [Dataset, number, number, number, number])[] = [
    // inputs, outputs, training examples, test examples
    ['spiral', 2, 2, 768, 768],
    ['rings', 2, 3, 768, 768],
    ['digits', 64, 10, 800, 800],
    ['identity', 8, 8, 1024, 512],
  ];
  it.each(sets)(
    '%s has its shape, follows from the seed, and tests on other examples',
    async (name, from, to, train, test) => {
      const data = await dataOf(name, 1, never);
      expect([data.inputSize, data.outputSize, data.train.count, data.test.count]).toEqual([from, to, train, test]);
      expect(data.train.inputs.length).toBe(train * from);
      expect(data.test.inputs.length).toBe(test * from);
      expect(data.train.inputs.every(Number.isFinite)).toBe(true);
      expect(await dataOf(name, 1, never)).toEqual(data);
      expect((await dataOf(name, 2, never)).train.inputs).not.toEqual(data.train.inputs);
      expect(data.test.inputs.subarray(0, from)).not.toEqual(data.train.inputs.subarray(0, from));
    },
  );

  it('balances the classes', () => {
    expect(classCounts(spiral(1).train, 2)).toEqual([384, 384]);
    expect(classCounts(rings(1).train, 3)).toEqual([256, 256, 256]);
    expect(classCounts(digits(1).test, 10)).toEqual(Array(10).fill(80));
  });

  it('keeps points in the plane inside [-1.3, 1.3] and rings at their radii', () => {
    for (const { train } of [spiral(3), rings(3)]) expect(train.inputs.every((v) => Math.abs(v) < 1.3)).toBe(true);
    const { inputs, targets } = rings(3).train;
    for (const [ring, radius] of [0.3, 0.6, 0.9].entries()) {
      const radii = Array.from(targets.keys())
        .filter((i) => targets[i] === ring)
        .map((i) => Math.hypot(inputs[2 * i] ?? 0, inputs[2 * i + 1] ?? 0));
      // 256 radii with sd .05: their mean has sd .003.
      expect(Math.abs(mean(radii) - radius)).toBeLessThan(0.016);
    }
  });

  it('gives the second spiral arm as the first one turned by half a turn', () => {
    const { inputs, targets } = spiral(4).train;
    // At radius r the first arm is at angle 2 pi r, the second half a turn further. Only the noise at the centre, where
    // the arms are less than .2 apart (r < .1, 1 % of the points), puts a point on the other arm's side.
    let misfits = 0;
    for (let i = 0; i < targets.length; i++) {
      const [x = 0, y = 0] = inputs.subarray(2 * i, 2 * i + 2);
      const ideal = 2 * Math.PI * Math.hypot(x, y);
      const own = Math.cos(Math.atan2(y, x) - ideal - Math.PI * (targets[i] ?? 0));
      if (own < 0) misfits++;
    }
    expect(misfits).toBeLessThan(8);
  });

  it('draws digits that can be told apart: the nearest training image has the right class for nearly all', () => {
    const { train, test } = digits(2);
    const distance = (a: number, b: number) => {
      let sum = 0;
      for (let p = 0; p < 64; p++) sum += ((test.inputs[64 * a + p] ?? 0) - (train.inputs[64 * b + p] ?? 0)) ** 2;
      return sum;
    };
    let right = 0;
    for (let i = 0; i < test.count; i++) {
      let nearest = 0;
      for (let j = 1; j < train.count; j++) if (distance(i, j) < distance(i, nearest)) nearest = j;
      if (train.targets[nearest] === test.targets[i]) right++;
    }
    // Chance is 80 of 800.
    expect(right).toBeGreaterThan(720);
  });

  it('asks for the input in the identity task, whose inputs have the mean sqrt(2/pi) and mean square 1', async () => {
    const { task, train } = await dataOf('identity', 1, never);
    expect(task).toBe('regress');
    expect(train.targets).toEqual(train.inputs);
    expect(train.inputs.every((v) => v >= 0)).toBe(true);
    // 8,192 numbers: sd of the mean .0067, of the mean square .0156.
    expect(Math.abs(mean(train.inputs) - Math.sqrt(2 / Math.PI))).toBeLessThan(0.034);
    expect(Math.abs(mean(train.inputs.map((v) => v * v)) - 1)).toBeLessThan(0.08);
  });
});

describe('Fashion-MNIST', () => {
  it('has 500 training and 100 test images of each class, and training pixels of mean 0 and variance 1', async () => {
    const data = await dataOf('fashion', 1, async () => file());
    expect([data.inputSize, data.outputSize]).toEqual([196, 10]);
    expect(classCounts(data.train, 10)).toEqual(Array(10).fill(500));
    expect(classCounts(data.test, 10)).toEqual(Array(10).fill(100));
    expect(mean(data.train.inputs)).toBeCloseTo(0, 4);
    expect(mean(data.train.inputs.map((v) => v * v))).toBeCloseTo(1, 4);
  });

  it('is parsed once for each buffer', () => {
    const buffer = file();
    const data = parseFashion(buffer);
    // A comparison first: printing the difference of two such objects takes a quarter of a minute.
    expect(Object.is(parseFashion(buffer), data)).toBe(true);
    expect(Object.is(parseFashion(file()), data)).toBe(false);
  });

  it('refuses a file of another length, with a label out of range, out of balance, or blank', () => {
    expect(() => parseFashion(file().slice(1))).toThrow(
      new DataError('The Fashion-MNIST file has 1181999 bytes instead of 1182000.'),
    );
    const damaged = (at: number, value: number) => {
      const buffer = file();
      new Uint8Array(buffer)[at] = value;
      return () => parseFashion(buffer);
    };
    const labels = 6000 * 196;
    const first = new Uint8Array(file())[labels] ?? 0;
    expect(damaged(labels, 10)).toThrow(DataError);
    expect(damaged(labels, (first + 1) % 10)).toThrow(/ 499 training labels | 501 training labels /);
    expect(damaged(labels + 5000, 255)).toThrow(/ 99 test labels /);
    const blank = file();
    new Uint8Array(blank).fill(0, 0, 5000 * 196);
    expect(() => parseFashion(blank)).toThrow('The Fashion-MNIST file holds blank images.');
  });
});

describe('batches', () => {
  /** Example i has the inputs 2i, 2i + 1 and the target i. */
  const examples = (count: number): Examples => ({
    count,
    inputs: Float32Array.from({ length: 2 * count }, (_, i) => i),
    targets: Float32Array.from({ length: count }, (_, i) => i),
  });

  it('deals every example once an epoch, in another order each time', () => {
    const next = batchStream(examples(12), 4, 1);
    const epoch = () => [next(), next(), next()].flatMap((batch) => [...batch.targets]);
    const [first, second] = [epoch(), epoch()];
    expect([...first].sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    expect([...second].sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    expect(second).not.toEqual(first);
  });

  it('keeps inputs with their targets', () => {
    const next = batchStream(examples(50), 7, 2);
    for (let i = 0; i < 20; i++) {
      const { inputs, targets } = next();
      for (const [k, target] of targets.entries())
        expect([...inputs.subarray(2 * k, 2 * k + 2)]).toEqual([2 * target, 2 * target + 1]);
    }
  });

  it('deals the same batches into the same arrays where it may use them again', () => {
    const [fresh, reusing] = [batchStream(examples(50), 7, 2), batchStream(examples(50), 7, 2, true)];
    const { inputs } = reusing();
    expect([...inputs]).toEqual([...fresh().inputs]);
    for (let i = 0; i < 20; i++) {
      const [next, again] = [fresh(), reusing()];
      expect(again.inputs).toBe(inputs);
      expect([...again.inputs]).toEqual([...next.inputs]);
      expect([...again.targets]).toEqual([...next.targets]);
      expect([...(again.picked?.rows ?? [])]).toEqual([...next.targets]);
    }
  });

  it('never deals an example twice in a batch, also where the epoch leaves a rest: 10 = 4 + 4 + 2', () => {
    const next = batchStream(examples(10), 4, 3);
    const seen = new Set<number>();
    for (let i = 0; i < 40; i++) {
      const { count, targets } = next();
      expect(count).toBe(4);
      expect(new Set(targets).size).toBe(4);
      for (const target of targets) seen.add(target);
    }
    expect(seen.size).toBe(10);
  });

  it('clamps the batch to the set, and allows a batch of one', () => {
    expect(batchStream(examples(3), 64, 1)().count).toBe(3);
    expect(batchStream(examples(3), 1, 1)().targets.length).toBe(1);
  });

  it('replays for a seed and changes with it', () => {
    const three = (seed: number) => {
      const next = batchStream(examples(100), 10, seed);
      return [next(), next(), next()];
    };
    expect(three(5)).toEqual(three(5));
    expect(three(5)).not.toEqual(three(6));
  });
});
