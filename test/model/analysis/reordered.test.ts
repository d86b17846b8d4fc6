import { beforeAll, describe, expect, it } from 'vitest';
import { orderOf, reordered, reorderedExamples } from '../../../src/model/analysis/reordered.ts';
import { untrained, withTrainee } from '../../../src/model/analysis/subject.ts';
import { digits } from '../../../src/model/data/digits.ts';
import type { Engine } from '../../../src/model/engine/engine.ts';
import { fusedEngine } from '../../../src/model/engine/fused.ts';
import { defaultExperiment, type Settings } from '../../../src/model/experiment.ts';
import { random } from '../../../src/model/random.ts';
import { kernelBytes } from '../engine/kernel.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await fusedEngine(await kernelBytes());
});

describe('an order', () => {
  it('has every part in one place', () => {
    const order = orderOf(20, random(1, 'order'));
    expect(order).not.toEqual(order.toSorted((a, b) => a - b));
    expect(order.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, i) => i));
    expect(orderOf(1, random(1, 'order'))).toEqual([0]);
  });
  it('moves examples with their targets', () => {
    const examples = { count: 2, inputs: Float32Array.of(1, 2, 3, 4), targets: Float32Array.of(7, 8) };
    // The second row first, in each row the second column first.
    expect(reorderedExamples(examples, [1, 0], [1, 0])).toEqual({
      count: 2,
      inputs: Float32Array.of(4, 3, 2, 1),
      targets: Float32Array.of(8, 7),
    });
  });
});

describe('a network in another order', () => {
  const { arms: _arms, seeds: _seeds, ...common } = defaultExperiment;
  const kinds: readonly Partial<Settings>[] = [
    { normalization: 'batch', finalNorm: true, order: 'post' },
    { normalization: 'layer', branchScale: 'learned' },
    { layersPerUnit: 3, depth: 6, branchScale: 'zero' },
  ];
  it.each(kinds)('is the same network: %j', (part) => {
    const settings: Settings = { ...common, depth: 4, width: 9, ...part };
    const data = digits(3);
    const batch = { ...data.train, count: 20, inputs: data.train.inputs.subarray(0, 20 * 64) };
    const subject = untrained(settings, data, 3);
    const stream = random(3, 'order');
    const [inputs, features, rows] = [orderOf(64, stream), orderOf(9, stream), orderOf(20, stream)];
    const other = reordered(subject.parameters, inputs, features);
    expect(other.stem.kernel).not.toEqual(subject.parameters.stem.kernel);
    const ours = withTrainee(engine, subject, (copy) => copy.predict(batch.inputs, 20));
    const moved = reorderedExamples({ ...batch, targets: batch.targets.subarray(0, 20) }, rows, inputs);
    const theirs = withTrainee(engine, { ...subject, parameters: other }, (copy) => copy.predict(moved.inputs, 20));
    for (const [place, row] of rows.entries()) {
      for (let c = 0; c < 10; c++) {
        expect(theirs[place * 10 + c]).toBeCloseTo(ours[row * 10 + c] ?? Number.NaN, 4);
      }
    }
  });
});
