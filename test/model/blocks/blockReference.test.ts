import { readdirSync, readFileSync } from 'node:fs';
import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { readBlockReference, saysBlock } from '../../../src/model/blocks/blockReference.ts';
import { verifyBlock } from '../../../src/model/blocks/verifyBlock.ts';
import { MalformedReference } from '../../../src/model/reference.ts';

const folder = new URL('../../reference/blocks/', import.meta.url);
const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
const textOf = (file: string) => readFileSync(new URL(file, folder), 'utf8');

beforeAll(() => tf.setBackend('cpu'));

describe('tfjs layers', () => {
  it('have two cases to pass', () => expect(files).toEqual(['convolutional-block.json', 'identity-block.json']));

  it.each(files)('reproduce %s within 1e-4: output, loss and gradients', (file) => {
    const deviations = verifyBlock(readBlockReference(textOf(file)));
    expect(deviations.map(({ quantity }) => quantity)).toEqual([
      'output',
      'loss',
      'inputGradNorm',
      'kernelGradNorm',
      'gammaGradNorm',
    ]);
    for (const { error } of deviations) expect(error).toBeLessThan(1e-4);
  });

  it('are told where they are wrong: a gradient changed by a thousandth is found', () => {
    const reference = readBlockReference(textOf('convolutional-block.json'));
    const { expected } = reference;
    const gammaGradNorm = expected.gammaGradNorm.map((value, i) => (i === 3 ? 1.001 * value : value));
    const found = verifyBlock({ ...reference, expected: { ...expected, gammaGradNorm } }).at(-1);
    expect(found?.index).toBe(3);
    // |b / 1.001 - b| / b = .001 / 1.001.
    expect(found?.error).toBeCloseTo(0.000999, 5);
  });

  it('leave no tensor behind', () => {
    const reference = readBlockReference(textOf('identity-block.json'));
    const { numTensors } = tf.memory();
    verifyBlock(reference);
    expect(tf.memory().numTensors).toBe(numTensors);
  });
});

describe('readBlockReference', () => {
  const changed = (change: (file: { [key: string]: unknown }) => void) => {
    const file = JSON.parse(textOf('identity-block.json'));
    change(file);
    return JSON.stringify(file);
  };
  it('reads shapes and names', () => {
    const { block, count, inputShape, outputShape, weights, expected } = readBlockReference(
      textOf('convolutional-block.json'),
    );
    expect(block.shortcut.kind).toBe('projection');
    expect([count, inputShape, outputShape]).toEqual([2, [6, 6, 8], [3, 3, 16]]);
    expect([...weights.keys()]).toEqual(['2a', '2b', '2c', '1']);
    // 3 x 3 x 4 x 4 weights; 2 images of 3 x 3 x 16.
    expect(weights.get('2b')?.kernel.length).toBe(144);
    expect(expected.output.length).toBe(288);
  });
  it.each([
    ['{', 'This is not JSON.'],
    ['{"format": "block-reference/1"}', 'is not as block-reference/1 has it.'],
    [changed((file) => Object.assign(file, { stride: 2 })), 'An identity block has stride 1.'],
    [changed((file) => Object.assign(file, { filters: [4, 4, 9] })), 'the main path is 6×6×9, the shortcut 6×6×8'],
    [changed((file) => Object.assign(file, { filters: [4, 5, 8] })), 'parameters.2b.kernel does not have the shape'],
    [changed((file) => Object.assign(file, { probe: [] })), 'probe does not have the shape'],
  ])('refuses a file: %#', (text, message) => {
    expect(() => readBlockReference(text)).toThrow(MalformedReference);
    expect(() => readBlockReference(text)).toThrow(message);
  });
  it('knows its own format from the other', () => {
    expect(saysBlock(textOf('identity-block.json'))).toBe(true);
    expect(saysBlock('{"format": "residual-reference/1"}')).toBe(false);
    expect(saysBlock('{')).toBe(false);
  });
});
