import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../src/model/engine/engine.ts';
import { tapeEngine } from '../../src/model/engine/tape.ts';
import { MalformedReference, readReference } from '../../src/model/reference.ts';
import { relativeError, verify } from '../../src/model/verify.ts';

const folder = new URL('../reference/', import.meta.url);
const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
const textOf = (file: string) => readFileSync(new URL(file, folder), 'utf8');

describe('the tape engine', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await tapeEngine();
  });

  it('has nine cases to pass', () => {
    expect(files.length).toBe(9);
  });

  it.each(files)('reproduces %s within 1e-4', (file) => {
    for (const { error } of verify(readReference(textOf(file)), engine)) expect(error).toBeLessThan(1e-4);
  });

  it('is told where it is wrong: a number changed by a thousandth is found', () => {
    const reference = readReference(textOf('residual-pre-relu.json'));
    const { expected } = reference;
    const changed = expected.branchNorm.map((value, i) => (i === 2 ? 1.001 * value : value));
    const deviations = verify({ ...reference, expected: { ...expected, branchNorm: changed } }, engine);
    const found = deviations.find(({ quantity }) => quantity === 'branchNorm');
    expect(found?.index).toBe(2);
    // |b / 1.001 - b| / b = .001 / 1.001.
    expect(found?.error).toBeCloseTo(0.000999, 6);
  });
});

describe('relativeError', () => {
  it('is |a - b| / |b|, or of a scale', () => {
    expect(relativeError(1.5, 2)).toBe(0.25);
    expect(relativeError(-1.5, -2)).toBe(0.25);
    expect(relativeError(1.5, 2, 10)).toBe(0.05);
    expect(relativeError(0, 0)).toBe(0);
  });
  it('is infinite where nothing can be compared', () => {
    expect(relativeError(Number.NaN, 1)).toBe(Number.POSITIVE_INFINITY);
    expect(relativeError(1, 0)).toBe(Number.POSITIVE_INFINITY);
  });
});

describe('readReference', () => {
  it('reads sizes, scales and the optimizer', () => {
    const { network, task, parameters, batches, expected } = readReference(textOf('residual-mse-adamw.json'));
    expect(network).toMatchObject({
      width: 8,
      depth: 8,
      layersPerUnit: 2,
      branchFactor: 0.5,
      shortcutScale: 1,
      optimizer: 'adamw',
      rate: 0.003,
      decay: 0.3,
    });
    expect(task).toBe('regress');
    expect(parameters.stem.kernel.length).toBe(2 * 8);
    expect(parameters.units.length).toBe(4);
    expect(batches.length).toBe(10);
    // 16 examples of 3 outputs; stem, 8 trunk layers, head; x_0 to x_4.
    expect(expected.logits.length).toBe(48);
    expect(expected.kernelGradNorm.length).toBe(10);
    expect(expected.stateGradNorm.length).toBe(5);
  });

  it('takes SGD with momentum as the momentum optimizer', () => {
    expect(readReference(textOf('residual-batchnorm.json')).network).toMatchObject({
      optimizer: 'momentum',
      momentum: 0.9,
    });
    expect(readReference(textOf('plain-relu.json')).network.optimizer).toBe('sgd');
  });

  const good = textOf('residual-batchnorm.json');
  /** The text with the first `from` replaced, which has to be there. */
  const changed = (from: string | RegExp, to: string) => {
    const text = good.replace(from, to);
    if (text === good) throw new Error(`${from} does not occur`);
    return text;
  };
  it.each([
    ['no JSON', 'depth: 3', 'This is not JSON.'],
    ['a cut file', good.slice(0, 5000), 'This is not JSON.'],
    ['an infinite number as Python writes it', changed('"loss": 1', '"loss": Infinity, "x": 1'), 'This is not JSON.'],
    ['a list', '[]', 'the file is not as'],
    ['another format', changed('reference/1', 'reference/2'), 'format is not as'],
    [
      'an unknown setting',
      changed('"width"', '"depth": 3, "width"'),
      'network is not as residual-reference/1 has it (depth has no place there).',
    ],
    ['a width in words', changed('"width": 8', '"width": "8"'), 'network.width is not as'],
    ['an unknown activation', changed('"relu"', '"constructor"'), 'network.activation is not as'],
    [
      'an overflowing number',
      changed('"learningRate": 0.03', '"learningRate": 1e400'),
      'optimizer.learningRate is not as',
    ],
    ['a missing unit', changed('"units": 4', '"units": 5'), 'holds 4 instead of 5.'],
    ['a kernel of another width', changed('"width": 8', '"width": 7'), 'holds 8 instead of 7.'],
    [
      'a norm too many',
      changed('"batch", "finalNorm"', '"none", "finalNorm"'),
      'has a norm, while normalization is none.',
    ],
    ['a final norm too many', changed('"finalNorm": true', '"finalNorm": false'), 'contradict each other'],
    ['a class beyond the outputs', changed(/"targets": \[\d+/, '"targets": [3'), 'are not class numbers below 3.'],
    [
      'targets of the other kind',
      changed('"crossEntropy"', '"mse"'),
      'batches.0.targets holds numbers instead of lists.',
    ],
    ['no batch', changed(/"batches": \[.*\], "expected"/s, '"batches": [], "expected"'), 'batches is not as'],
    ['a loss that contradicts the losses', changed(/"loss": \d/, '"loss": 9'), 'expected.loss is not the first'],
  ])('refuses %s', (_, text, message) => {
    expect(() => readReference(text)).toThrow(MalformedReference);
    expect(() => readReference(text)).toThrow(message);
  });

  it('does not let __proto__ through', () => {
    expect(() => readReference(changed('{"format"', '{"__proto__": {"polluted": 1}, "format"'))).toThrow(
      MalformedReference,
    );
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });
});
