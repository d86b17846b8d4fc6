import { describe, expect, it } from 'vitest';
import { cured } from '../../../src/model/blocks/cures.ts';
import {
  basicBlock,
  conv,
  convolutionalBlock,
  identityBlock,
  plainBlock,
  preactivated,
} from '../../../src/model/blocks/families.ts';
import type { Block, ImageShape, Layer } from '../../../src/model/blocks/graph.ts';
import { type Mismatch, sentenceOf, trace } from '../../../src/model/blocks/trace.ts';

describe('the identity block', () => {
  const block = identityBlock(3, [4, 4, 8], 2, 'b');
  const { layers, ...whole } = trace(block, [6, 6, 8]);
  it("has the notes' names, in the notes' order", () => {
    expect(layers.map(({ name }) => name)).toEqual([
      'res2b_branch2a',
      'bn2b_branch2a',
      'bn2b_branch2a_relu',
      'res2b_branch2b',
      'bn2b_branch2b',
      'bn2b_branch2b_relu',
      'res2b_branch2c',
      'bn2b_branch2c',
      'res2b_add',
      'res2b_relu',
    ]);
  });
  it('counts layer by layer', () => {
    const [narrow, norm, , middle] = layers;
    // 8 x 4 weights, 4 biases; each of 36 pixels takes 32 multiplications.
    expect(narrow).toMatchObject({ trainable: 36, fixed: 0, multiplyAdds: 1152, input: [6, 6, 8], output: [6, 6, 4] });
    expect(norm).toMatchObject({ trainable: 8, fixed: 8, multiplyAdds: 0 });
    expect(middle).toMatchObject({ trainable: 9 * 16 + 4, multiplyAdds: 36 * 144 });
    // 36 + 148 + 40 in convolutions, 2 x (4 + 4 + 8) in norms.
    expect(whole).toMatchObject({ trainable: 256, fixed: 32, multiplyAdds: 36 * (32 + 144 + 32), output: [6, 6, 8] });
  });
  it('sees a window of 3', () => expect(whole.field).toEqual({ size: 3, stride: 1 }));
});

describe('the convolutional block', () => {
  it('halves the image on both ways', () => {
    const { layers, output, field } = trace(convolutionalBlock(3, [4, 4, 16], 3, 'a', 2), [7, 7, 8]);
    expect(output).toEqual([4, 4, 16]);
    expect(layers.filter(({ path }) => path === 'shortcut').map(({ name }) => name)).toEqual([
      'res3a_branch1',
      'bn3a_branch1',
    ]);
    // Every second pixel, then windows of 3 of those: 1 + 2 x 2.
    expect(field).toEqual({ size: 5, stride: 2 });
  });
});

describe('other blocks', () => {
  it('pre-activation counts norms by what they receive', () => {
    const pre = preactivated(convolutionalBlock(3, [4, 4, 16], 3, 'a'));
    expect(pre.main.map(({ kind }) => kind).join(' ')).toBe(
      'batchNorm relu conv batchNorm relu conv batchNorm relu conv',
    );
    const { layers, output } = trace(pre, [6, 6, 8]);
    expect(output).toEqual([3, 3, 16]);
    expect(layers.filter(({ kind }) => kind === 'batchNorm').map(({ trainable }) => trainable)).toEqual([16, 8, 8]);
    expect(layers.at(-1)?.name).toBe('res3a_add');
  });
  it('a plain block adds nothing and cannot mismatch', () => {
    const { layers, output, problem } = trace(plainBlock(basicBlock(5, 2, 'a', { stride: 2 })), [6, 6, 8]);
    expect([output, problem]).toEqual([[3, 3, 5], undefined]);
    expect(layers.some(({ kind }) => kind === 'add')).toBe(false);
  });
  it('option A costs nothing', () => {
    const { layers, output } = trace(basicBlock(16, 3, 'a', { stride: 2, shortcut: 'padded' }), [7, 7, 8]);
    expect(output).toEqual([4, 4, 16]);
    expect(layers.find(({ kind }) => kind === 'padded')).toMatchObject({ trainable: 0, fixed: 0, multiplyAdds: 0 });
  });
});

const mismatchOf = (block: Block, input: ImageShape): Mismatch => {
  const { problem } = trace(block, input);
  if (problem?.kind !== 'mismatch') throw new Error('The block fits.');
  return problem;
};

describe('a mismatch', () => {
  const wide = identityBlock(3, [4, 4, 16], 2, 'a');
  it('names the layer and both shapes', () => {
    const { layers, problem, output } = trace(wide, [6, 6, 8]);
    expect(problem).toMatchObject({
      kind: 'mismatch',
      block: 'res2a',
      layer: 'res2a_branch2c',
      main: [6, 6, 16],
      shortcut: [6, 6, 8],
    });
    expect(output).toBeUndefined();
    expect(layers.at(-1)?.name).toBe('bn2a_branch2c');
    expect(sentenceOf(mismatchOf(wide, [6, 6, 8]))).toBe(
      'res2a_add: after res2a_branch2c the main path is 6×6×16, the shortcut 6×6×8; only equal shapes add. A projection with 16 filters and stride 1 on the shortcut cures it.',
    );
  });

  it('offers the projection of the notes', () => {
    const { cures } = mismatchOf(wide, [6, 6, 8]);
    expect(cures.map(({ key }) => key)).toEqual(['projection', 'filters', 'padded']);
    const projection = cures.find(({ key }) => key === 'projection');
    expect(projection && cured(wide, projection)).toEqual(convolutionalBlock(3, [4, 4, 16], 2, 'a', 1));
  });

  const cases: readonly [string, Block, ImageShape, string[]][] = [
    ['fewer filters', identityBlock(3, [4, 4, 6], 2, 'a'), [6, 6, 8], ['projection', 'filters']],
    ['a stride', basicBlock(8, 2, 'a', { stride: 2 }), [7, 7, 8], ['projection', 'stride']],
    ['a stride and filters', basicBlock(16, 2, 'a', { stride: 2 }), [7, 7, 8], ['projection', 'shape', 'padded']],
    ['a window without padding', { ...wide, main: [conv('c', 8, 3, { padding: 'valid' })] }, [6, 6, 8], ['padding']],
    [
      'a projection of another stride',
      { ...convolutionalBlock(3, [4, 4, 16], 2, 'a'), main: convolutionalBlock(3, [4, 4, 16], 2, 'a', 1).main },
      [6, 6, 8],
      ['projection', 'padded'],
    ],
    [
      'a projection that nobody needs',
      { ...convolutionalBlock(3, [4, 4, 16], 2, 'a'), main: [conv('c', 8, 3)] },
      [6, 6, 8],
      ['identity', 'projection'],
    ],
  ];
  it.each(cases)('by %s is cured by each cure it offers', (_, block, input, keys) => {
    const { cures } = mismatchOf(block, input);
    expect(cures.map(({ key }) => key)).toEqual(keys);
    for (const cure of cures) expect(trace(cured(block, cure), input).problem).toBeUndefined();
  });
});

describe('a layer that does not fit', () => {
  const through = (layer: Layer, input: ImageShape, before: readonly Layer[] = []) =>
    trace({ name: 'b', main: [...before, layer], shortcut: { kind: 'none' }, after: 'none', order: 'post' }, input);
  const flatten = { kind: 'flatten', name: 'flat' } as const;
  it.each<[string, Layer, readonly Layer[], string]>([
    ['a window beyond the image', conv('c', 4, 5, { padding: 'valid' }), [], 'size'],
    ['a convolution behind a flatten', conv('c', 4, 3), [flatten], 'image'],
    ['a dense layer on an image', { kind: 'dense', name: 'fc', units: 3 }, [], 'flat'],
    ['no filters', conv('c', 0, 3), [], 'setting'],
    ['half a stride', conv('c', 4, 3, { stride: 0.5 }), [], 'setting'],
    ['a name twice', flatten, [{ kind: 'relu', name: 'flat' }], 'name'],
    ['a name that is code', conv('c"); x(', 4, 3), [], 'name'],
  ])('%s', (_, layer, before, reason) => {
    const { problem } = through(layer, [4, 4, 2], before);
    expect(problem).toMatchObject({ kind: 'unfit', layer: layer.name, reason });
  });
  it('is told in a sentence', () => {
    const { problem } = through(conv('wide', 4, 5, { padding: 'valid' }), [4, 4, 2]);
    expect(problem && sentenceOf(problem)).toBe('wide cannot take 4×4×2: its window is larger than the image.');
  });
});
