import * as tf from '@tensorflow/tfjs';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  basicBlock,
  convolutionalBlock,
  identityBlock,
  plainBlock,
  preactivated,
} from '../../../src/model/blocks/families.ts';
import type { Block, ImageShape, Network } from '../../../src/model/blocks/graph.ts';
import { applyBlock, Misfit, modelOf, type Start } from '../../../src/model/blocks/layers.ts';
import { cifar, plainNetwork, preactivatedNetwork, small } from '../../../src/model/blocks/presets.ts';
import { type Trace, trace } from '../../../src/model/blocks/trace.ts';
import { walk } from '../../../src/model/blocks/walk.ts';

const start: Start = { initializer: 'glorot', seed: 0 };
let tensors = 0;
beforeAll(() => tf.setBackend('cpu'));
beforeEach(() => {
  tensors = tf.memory().numTensors;
});
afterEach(() => expect(tf.memory().numTensors).toBe(tensors));

const counts = (model: tf.LayersModel) => ({
  all: model.countParams(),
  trainable: model.trainableWeights.reduce(
    (sum, { shape }) => sum + tf.util.sizeFromShape(shape.map((n) => n ?? 1)),
    0,
  ),
  output: model.outputs[0]?.shape.slice(1),
});
const traced = ({ trainable, fixed, output }: Trace) => ({ all: trainable + fixed, trainable, output });

describe('tfjs layers count and shape as traced', () => {
  const input: ImageShape = [7, 6, 8];
  const blocks: readonly Block[] = [
    identityBlock(3, [4, 5, 8], 2, 'b'),
    convolutionalBlock(3, [4, 5, 16], 3, 'a', 2),
    basicBlock(8, 2, 'a'),
    basicBlock(16, 3, 'a', { stride: 2, shortcut: 'projection', bias: false }),
    basicBlock(16, 3, 'b', { stride: 2, shortcut: 'padded' }),
    preactivated(convolutionalBlock(3, [4, 5, 16], 3, 'c', 2)),
    plainBlock(basicBlock(8, 2, 'c')),
  ];
  it.each(blocks)('$name, $order, $shortcut.kind', (block) => {
    const model = modelOf(block, start, input);
    const expected = trace(block, input);
    expect(counts(model)).toEqual(traced(expected));
    const named = model.layers.slice(1).map(({ name }) => name);
    expect(named.toSorted()).toEqual(expected.layers.map(({ name }) => name).toSorted());
    for (const { name, output } of expected.layers) {
      expect(model.getLayer(name).outputShape).toEqual([null, ...output]);
    }
    model.dispose();
  });

  const networks: readonly Network[] = [
    small(8),
    plainNetwork(small(8)),
    preactivatedNetwork(small(8)),
    small(14, 4, 'A'),
    cifar(20, 'A'),
    cifar(20, 'B'),
  ];
  it.each(networks)('$name', (network) => {
    const model = modelOf(network, start);
    expect(counts(model)).toEqual(traced(trace(network)));
    model.dispose();
  });
});

describe('the builder', () => {
  it("joins blocks the way the notes' functions do: X = identity_block(convolutional_block(X))", () => {
    const inputs = tf.input({ shape: [8, 8, 4] });
    const first = applyBlock(convolutionalBlock(3, [4, 4, 8], 2, 'a', 1), inputs, start);
    const outputs = applyBlock(identityBlock(3, [4, 4, 8], 2, 'b'), first, start);
    const model = tf.model({ inputs, outputs });
    expect(model.outputs[0]?.shape).toEqual([null, 8, 8, 8]);
    expect(model.getLayer('bn2b_branch2c').outputShape).toEqual([null, 8, 8, 8]);
    model.dispose();
  });

  it('refuses shapes that do not add, naming the layer and both, and offers the projection', () => {
    const wide = identityBlock(3, [4, 4, 16], 2, 'a');
    const build = () => modelOf(wide, start, [6, 6, 8]);
    expect(build).toThrow(Misfit);
    expect(build).toThrow(
      'after res2a_branch2c the main path is 6×6×16, the shortcut 6×6×8; only equal shapes add. A projection with 16 filters and stride 1',
    );
  });

  it('computes option A: every second pixel, zeros for the new channel', () => {
    const pick: Block = {
      name: 'pick',
      main: [{ kind: 'conv', name: 'c', filters: 2, kernel: 1, stride: 2, padding: 'valid', bias: false }],
      shortcut: { kind: 'padded', name: 'pad', filters: 2, stride: 2 },
      after: 'none',
      order: 'post',
    };
    const model = modelOf(pick, start, [3, 3, 1]);
    const zeros = tf.zeros([1, 1, 1, 2]);
    model.getLayer('c').setWeights([zeros]);
    const images = tf.tensor4d([1, 2, 3, 4, 5, 6, 7, 8, 9], [1, 3, 3, 1]);
    const output = model.predict(images);
    if (!(output instanceof tf.Tensor)) throw new Error('One output.');
    expect(output.shape).toEqual([1, 2, 2, 2]);
    expect([...output.dataSync()]).toEqual([1, 0, 3, 0, 7, 0, 9, 0]);
    tf.dispose([zeros, images, output]);
    model.dispose();
  });
});

describe('walk', () => {
  const images = Float32Array.from({ length: 2 * 4 * 4 * 8 }, (_, i) => Math.sin(i));
  const probe = Float32Array.from({ length: 2 * 4 * 4 * 8 }, (_, i) => Math.cos(2 * i));
  const linear: Block = { ...identityBlock(3, [4, 4, 8], 2, 'b'), after: 'none' };

  it('gives every layer its output and its gradient', () => {
    const block = identityBlock(3, [4, 4, 8], 2, 'b');
    const { steps, inputGradient } = walk(block, start, [4, 4, 8], images, probe);
    expect(steps.map(({ layer }) => layer)).toEqual(trace(block, [4, 4, 8]).layers.map(({ name }) => name));
    for (const { values, gradient, shape } of steps) {
      expect(values.length).toBe(shape.reduce((a, b) => a * b, 1));
      expect(gradient.length).toBe(values.length);
    }
    expect(inputGradient.length).toBe(images.length);
    // The last ReLU passes the gradient where its input is positive, and nothing elsewhere.
    const [add, relu] = steps.slice(-2);
    add?.values.forEach((value, i) => {
      expect(add.gradient[i]).toBeCloseTo(value > 0 ? (relu?.gradient[i] ?? Number.NaN) : 0, 9);
    });
  });

  it('shows what the shortcut adds: the gradient of the output itself', () => {
    const [with1, without] = [linear, plainBlock(linear)].map((block) => walk(block, start, [4, 4, 8], images, probe));
    // E = mean(output * probe), so dE/d(output) = probe / 256, and the shortcut hands it to the input unchanged.
    probe.forEach((one, i) => {
      const difference = (with1?.inputGradient[i] ?? 0) - (without?.inputGradient[i] ?? 0);
      expect(difference).toBeCloseTo(one / probe.length, 7);
    });
    expect([...(with1?.steps.at(-1)?.gradient ?? [])].map((g) => g * probe.length)).toEqual(
      [...probe].map((one) => expect.closeTo(one, 5)),
    );
  });
});
