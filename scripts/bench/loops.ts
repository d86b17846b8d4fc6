// biome-ignore-all lint/style/noNonNullAssertion: every index is within its array, and a check would cost a third of the speed.
/** The same step in plain loops over Float32Arrays, as one would write it by hand: ReLU, pre-activation, SGD, with norms. */
import type { Dense } from '../../src/model/network/parameters.ts';
import type { Contestant, Problem } from './problem.ts';

/** to = a b + bias, a [rows, inner], b [inner, columns]. */
function product(a: Float32Array, b: Float32Array, bias: Float32Array, to: Float32Array, inner: number) {
  const columns = bias.length;
  for (let row = 0; row * columns < to.length; row++) {
    for (let j = 0; j < columns; j++) to[row * columns + j] = bias[j] ?? 0;
    for (let k = 0; k < inner; k++) {
      const value = a[row * inner + k] ?? 0;
      for (let j = 0; j < columns; j++) to[row * columns + j]! += value * b[k * columns + j]!;
    }
  }
}

function norm(values: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]! * values[i]!;
  return Math.sqrt(sum);
}

/** Learns from d = dE/d(output) of a layer with this input; returns dE/d(input) and the norm of the kernel's gradient. */
function layerBack({ kernel, bias }: Dense, input: Float32Array, d: Float32Array, rate: number) {
  const columns = bias.length;
  const inner = kernel.length / columns;
  const rows = d.length / columns;
  const gradient = new Float32Array(kernel.length);
  const back = new Float32Array(rows * inner);
  for (let row = 0; row < rows; row++) {
    for (let k = 0; k < inner; k++) {
      const value = input[row * inner + k]!;
      let sum = 0;
      for (let j = 0; j < columns; j++) {
        const slope = d[row * columns + j]!;
        gradient[k * columns + j]! += value * slope;
        sum += slope * kernel[k * columns + j]!;
      }
      back[row * inner + k] = sum;
    }
  }
  for (let i = 0; i < kernel.length; i++) kernel[i]! -= rate * gradient[i]!;
  for (let row = 0; row < rows; row++) for (let j = 0; j < columns; j++) bias[j]! -= rate * d[row * columns + j]!;
  return { back, kernelGradNorm: norm(gradient) };
}

/** Mean cross-entropy; the logits become their gradient. */
function crossEntropy(logits: Float32Array, targets: Float32Array): number {
  const classes = logits.length / targets.length;
  let loss = 0;
  for (let row = 0; row < targets.length; row++) {
    const at = row * classes;
    let [most, sum] = [Number.NEGATIVE_INFINITY, 0];
    for (let c = 0; c < classes; c++) most = Math.max(most, logits[at + c]!);
    for (let c = 0; c < classes; c++) sum += Math.exp(logits[at + c]! - most);
    loss += Math.log(sum) + most - logits[at + targets[row]!]!;
    for (let c = 0; c < classes; c++) {
      const share = Math.exp(logits[at + c]! - most) / sum;
      logits[at + c] = (share - (c === targets[row] ? 1 : 0)) / targets.length;
    }
  }
  return loss / targets.length;
}

export function loopsContestant({ arms, data, batch }: Problem): Contestant {
  const trained = arms.map(({ network, initial }) => ({ network, parameters: structuredClone(initial) }));
  const norms: number[] = [];

  const stepOf = ({ network, parameters: { stem, units, head } }: (typeof trained)[number]): number => {
    const { rate, shortcutScale, width } = network;
    const room = (columns: number) => new Float32Array(batch.count * columns);
    norms.length = 0;
    const states = [room(width)];
    let x = states[0]!;
    product(batch.inputs, stem.kernel, stem.bias, x, data.inputSize);
    const inputs: Float32Array[][] = [];
    for (const { layers } of units) {
      let f = x;
      const own: Float32Array[] = [];
      for (const { kernel, bias } of layers) {
        const active = f.map((value) => (value > 0 ? value : 0));
        own.push(active);
        f = room(width);
        product(active, kernel, bias, f, width);
      }
      norms.push(norm(f), norm(x));
      inputs.push(own);
      const before = x;
      x = f.map((value, i) => shortcutScale * before[i]! + value);
      states.push(x);
    }
    const logits = room(data.outputSize);
    product(x, head.kernel, head.bias, logits, width);
    const loss = crossEntropy(logits, batch.targets);
    let { back: d } = layerBack(head, x, logits, rate);
    for (let u = units.length - 1; u >= 0; u--) {
      let e = d;
      for (let k = inputs[u]!.length - 1; k >= 0; k--) {
        const input = inputs[u]![k]!;
        const { back, kernelGradNorm } = layerBack(units[u]!.layers[k]!, input, e, rate);
        for (let i = 0; i < back.length; i++) if (!(input[i]! > 0)) back[i] = 0;
        norms.push(kernelGradNorm);
        e = back;
      }
      for (let i = 0; i < e.length; i++) e[i]! += shortcutScale * d[i]!;
      norms.push(norm(e));
      d = e;
    }
    layerBack(stem, batch.inputs, d, rate);
    return loss;
  };
  return { step: () => trained.map(stepOf), dispose: () => {} };
}
