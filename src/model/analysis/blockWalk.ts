/**
 * The notes' identity block with real images going through: what every line of it holds, forward, and what comes back to it
 * from the loss. Bottleneck 1×1, 3×3, 1×1 of He et al. 2015, Fig. 5 right, with batch norm and post-activation.
 */
import type { Examples } from '../data/dataset.ts';
import { random } from '../random.ts';
import {
  add,
  convolve,
  convolveBack,
  type Kernel,
  normalize,
  normalizeBack,
  relu,
  reluBack,
  type Scale,
  type Tensor,
} from './tensor4.ts';

/** Where a tensor can be looked at, in the order of the forward pass; named after the code. */
export const stations = ['x', '2a', 'bn2a', 'relu2a', '2b', 'bn2b', 'relu2b', '2c', 'bn2c', 'sum', 'out'] as const;
export type Station = (typeof stations)[number];

/** Channels of the state, and of the two inner layers. */
export const channels = { state: 8, inner: 4 } as const;
const side = 14;
const classes = 10;

export type Layers = Readonly<Record<'2a' | '2b' | '2c', { readonly kernel: Kernel; readonly scale: Scale }>>;

interface Forward {
  readonly at: Readonly<Record<Station, Tensor>>;
}
export interface Walk extends Forward {
  /** dE/d(station). At x the two ways have met. */
  readonly back: Readonly<Record<Station, Tensor>>;
  /** What came back to x along the shortcut, and through the branch. */
  readonly ways: { readonly shortcut: Tensor; readonly branch: Tensor };
  readonly kernels: Readonly<Record<keyof Layers, Float64Array>>;
  /** Mean cross-entropy of the batch, in nats. */
  readonly loss: number;
}

const kernelOf = (seed: number, name: string, size: number, inputs: number, outputs: number): Kernel => {
  const draw = random(seed, name);
  const sd = Math.sqrt(2 / (size * size * inputs));
  return {
    size,
    inputs,
    outputs,
    weights: Float64Array.from({ length: size * size * inputs * outputs }, () => sd * draw.normal()),
    bias: new Float64Array(outputs),
  };
};
const scaleOf = (width: number): Scale => ({ gamma: new Float64Array(width).fill(1), beta: new Float64Array(width) });

/** He initialisation, each layer from a stream of its own. */
export const startingLayers = (seed: number): Layers => ({
  '2a': { kernel: kernelOf(seed, 'walk-2a', 1, channels.state, channels.inner), scale: scaleOf(channels.inner) },
  '2b': { kernel: kernelOf(seed, 'walk-2b', 3, channels.inner, channels.inner), scale: scaleOf(channels.inner) },
  '2c': { kernel: kernelOf(seed, 'walk-2c', 1, channels.inner, channels.state), scale: scaleOf(channels.state) },
});

/** The block, line by line. @param x [m, h, w, c] with as many channels as the last layer gives */
export function forward(x: Tensor, layers: Layers): Forward {
  const a = convolve(x, layers['2a'].kernel);
  const bnA = normalize(a, layers['2a'].scale);
  const reluA = relu(bnA);
  const b = convolve(reluA, layers['2b'].kernel);
  const bnB = normalize(b, layers['2b'].scale);
  const reluB = relu(bnB);
  const c = convolve(reluB, layers['2c'].kernel);
  const bnC = normalize(c, layers['2c'].scale);
  const sum = add(bnC, x);
  const out = relu(sum);
  return {
    at: {
      x,
      '2a': a,
      bn2a: bnA,
      relu2a: reluA,
      '2b': b,
      bn2b: bnB,
      relu2b: reluB,
      '2c': c,
      bn2c: bnC,
      sum,
      out,
    },
  };
}

/** The same lines in reverse. @param out dE/d(output) */
export function backward({ at }: Forward, layers: Layers, out: Tensor): Omit<Walk, 'at' | 'loss'> {
  const sum = reluBack(at.sum, out);
  const c = normalizeBack(at['2c'], layers['2c'].scale, sum);
  const throughC = convolveBack(at.relu2b, layers['2c'].kernel, c);
  const bnB = reluBack(at.bn2b, throughC.input);
  const b = normalizeBack(at['2b'], layers['2b'].scale, bnB);
  const throughB = convolveBack(at.relu2a, layers['2b'].kernel, b);
  const bnA = reluBack(at.bn2a, throughB.input);
  const a = normalizeBack(at['2a'], layers['2a'].scale, bnA);
  const throughA = convolveBack(at.x, layers['2a'].kernel, a);
  return {
    back: {
      x: add(throughA.input, sum),
      '2a': a,
      bn2a: bnA,
      relu2a: throughB.input,
      '2b': b,
      bn2b: bnB,
      relu2b: throughC.input,
      '2c': c,
      bn2c: sum,
      sum,
      out,
    },
    ways: { shortcut: sum, branch: throughA.input },
    kernels: { '2a': throughA.weights, '2b': throughB.weights, '2c': throughC.weights },
  };
}

/** Mean over the pixels, ten weighted sums, cross-entropy: the shortest way from a block to a loss. */
function score(out: Tensor, labels: readonly number[], seed: number): { loss: number; back: Tensor } {
  const [m, h, w, c] = out.shape;
  const draw = random(seed, 'walk-head');
  const weights = Float64Array.from({ length: c * classes }, () => draw.normal() / Math.sqrt(c));
  const values = new Float64Array(out.values.length);
  let loss = 0;
  for (let n = 0; n < m; n++) {
    const mean = new Float64Array(c);
    for (let i = 0; i < h * w * c; i++)
      mean[i % c] = (mean[i % c] ?? 0) + (out.values[n * h * w * c + i] ?? 0) / (h * w);
    const logits = Array.from({ length: classes }, (_, k) =>
      mean.reduce((sum, value, i) => sum + value * (weights[i * classes + k] ?? 0), 0),
    );
    const top = Math.max(...logits);
    const total = logits.reduce((sum, logit) => sum + Math.exp(logit - top), 0);
    const shares = logits.map((logit) => Math.exp(logit - top) / total);
    loss -= Math.log(shares[labels[n] ?? 0] ?? Number.NaN) / m;
    const slopes = Array.from({ length: c }, (_, i) =>
      shares.reduce((sum, share, k) => sum + (share - (k === labels[n] ? 1 : 0)) * (weights[i * classes + k] ?? 0), 0),
    );
    for (let i = 0; i < h * w * c; i++) values[n * h * w * c + i] = (slopes[i % c] ?? 0) / (m * h * w);
  }
  return { loss, back: { shape: out.shape, values } };
}

/**
 * Sends the first `count` images through: a 3×3 layer makes eight channels of each, then comes the block, then the loss.
 * All weights are random, from the seed; nothing is trained.
 */
export function walk(images: Examples, count: number, seed: number): Walk {
  const pixels = side * side;
  const grey: Tensor = {
    shape: [count, side, side, 1],
    values: Float64Array.from(images.inputs.subarray(0, count * pixels)),
  };
  const stem = kernelOf(seed, 'walk-stem', 3, 1, channels.state);
  const x = relu(normalize(convolve(grey, stem), scaleOf(channels.state)));
  const layers = startingLayers(seed);
  const passed = forward(x, layers);
  const { loss, back } = score(passed.at.out, Array.from(images.targets.subarray(0, count)), seed);
  return { ...passed, ...backward(passed, layers, back), loss };
}
