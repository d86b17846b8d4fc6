import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Clones, clonesOf, glorotUniform, kernelsOf } from '../../../src/model/blocks/clones.ts';
import type { Network } from '../../../src/model/blocks/graph.ts';
import { modelOf } from '../../../src/model/blocks/layers.ts';
import { notesResNet50, small } from '../../../src/model/blocks/presets.ts';

describe("the notes' seed=0", () => {
  const notes = notesResNet50('notes');
  const { convolutions, different, groups, pairs } = clonesOf(notes, () => 0);
  it('leaves 21 different kernels among 53 convolutions', () => {
    // 1 stem, 16 blocks of 3, 4 projections.
    expect(convolutions).toBe(1 + 16 * 3 + 4);
    expect(different).toBe(21);
    // Whatever has no copy, and one of each group.
    const copied = groups.reduce((sum, { layers }) => sum + layers.length, 0);
    expect(convolutions - copied + groups.length).toBe(different);
    expect(pairs).toBe(80);
  });
  it('copies the middle layers of stage 4 five times', () => {
    const group = groups.find(({ layers }) => layers.includes('res4b_branch2b'));
    expect(group?.shape).toEqual([3, 3, 256, 256]);
    // The notes' narrow blocks b and c of stage 5 have 256 filters too.
    expect(group?.layers).toEqual(
      [...'abcdef'].map((letter) => `res4${letter}_branch2b`).concat('res5b_branch2b', 'res5c_branch2b'),
    );
  });
  it('makes no copies with a seed for each layer', () => {
    const { different, groups, pairs } = clonesOf(small(14), (index) => index);
    expect([different, groups, pairs]).toEqual([kernelsOf(small(14)).length, [], 0]);
  });
  it('is told by the numbers, not by the shapes: two seeds make two families', () => {
    const { groups } = clonesOf(small(14), (index) => index % 2);
    for (const { layers } of groups) {
      const parities = layers.map((layer) => kernelsOf(small(14)).findIndex(({ name }) => name === layer) % 2);
      expect(new Set(parities).size).toBe(1);
    }
    expect(groups.length).toBeGreaterThan(0);
  });
  it('draws within the limit of Glorot and Bengio', () => {
    // sqrt(6 / (9 x (8 + 8))) = 1 / sqrt(24)
    const draw = glorotUniform([3, 3, 8, 8], 0);
    const values = Array.from({ length: 576 }, draw);
    const largest = Math.max(...values.map(Math.abs));
    expect(largest).toBeLessThanOrEqual(1 / Math.sqrt(24));
    expect(largest).toBeGreaterThan(0.95 / Math.sqrt(24));
  });
});

/** The same question, asked of the weights of real tfjs layers. */
function clonesInTfjs(network: Network, seed: number | ((layer: string) => number)): Clones['groups'] {
  const model = modelOf(network, { initializer: 'glorot', seed });
  try {
    const kernels = kernelsOf(network).map(({ name, shape }) => {
      return { name, shape, values: model.getLayer(name).getWeights()[0]?.dataSync() };
    });
    const texts = kernels.map(({ shape, values }) => `${shape}: ${values}`);
    const groups = [...new Set(texts)].map((text) => kernels.filter((_, i) => texts[i] === text));
    return groups.flatMap((group) =>
      group[0] && group.length > 1 ? [{ shape: group[0].shape, layers: group.map(({ name }) => name) }] : [],
    );
  } finally {
    model.dispose();
  }
}

describe('tfjs layers, which start as those of Keras do', () => {
  beforeAll(() => tf.setBackend('cpu'));
  it('are copies of each other with seed 0, the same as here', () => {
    const groups = clonesInTfjs(small(14), 0);
    expect(groups.length).toBeGreaterThan(0);
    expect(groups).toEqual(clonesOf(small(14), () => 0).groups);
  });
  it('all differ with a seed of their own', () => {
    let seed = 0;
    expect(clonesInTfjs(small(14), () => seed++)).toEqual([]);
  });
});
