/**
 *   x_0 = Ws u + bs;  y_l = lambda x_l + alpha F(x_l);  logits = Wh finalNorm(x_L) + bh
 *   pre:  x_{l+1} = y_l,      F = K times (norm, phi, linear)
 *   post: x_{l+1} = phi(y_l), F = K times (linear, norm), phi between the layers
 */
import { activate, relu } from './activations.ts';
import { four, line, padded, past } from './lanes.ts';
import { normOf } from './measure.ts';
import { finalNormAt, headAt, layerAt, Network, post, pre, scaleAt } from './network.ts';
import { normalize } from './norms.ts';
import { product } from './product.ts';
import { branchAt, inputAt, normOfLayer, stateAt, Workspace } from './workspace.ts';

/** Logits [rows, outputSize] from the workspace's inputs. `row`: where state and branch norms go, or 0. */
export function forward(net: Network, w: Workspace, row: usize): void {
  const width = padded(net.width);
  const outputs = padded(net.outputSize);
  const stem = net.parameters;
  const bias = past(stem, net.inputSize * width);
  product(w.inputs, net.inputSize, 1, stem, w.states, w.rows, width, net.inputSize, bias);
  if (row) store<f32>(past(row, net.stateNorm), normOf(w.states, w.rows, net.width));
  for (let u = 0; u < net.units; u++) {
    branch(net, w, u);
    const next = stateAt(w, u + 1);
    join(stateAt(w, u), net.shortcutScale, branchAt(w, u), scaleOf(net, u), next, w.rows * width);
    if (net.order === post) activate(net.activation, next, next, w.rows, net.width);
    if (row) {
      store<f32>(past(row, net.branchNorm + u), normOf(branchAt(w, u), w.rows, net.width));
      store<f32>(past(row, net.stateNorm + u + 1), normOf(next, w.rows, net.width));
    }
  }
  const head = headAt(net);
  product(headInput(net, w), width, 1, head, w.logits, w.rows, outputs, net.width, past(head, width * outputs));
}

/** What a unit's branch is multiplied by. */
export function scaleOf(net: Network, unit: i32): f32 {
  return net.learnedScale ? load<f32>(scaleAt(net, unit)) : net.branchFactor;
}

/** The address of what the head's kernel multiplies; fills it where there is a final norm. */
function headInput(net: Network, w: Workspace): usize {
  const last = stateAt(w, net.units);
  if (!net.finalNorm) return last;
  const depth = net.units * net.layersPerUnit;
  const to = inputAt(w, depth);
  normalize(net.normalization, normOfLayer(w, depth, finalNormAt(net)), last, to, w.rows, net.width, false);
  return to;
}

/** F(x_u), into its place. */
function branch(net: Network, w: Workspace, unit: i32): void {
  const width = padded(net.width);
  const kind = net.normalization;
  let x = stateAt(w, unit);
  for (let k = 0; k < net.layersPerUnit; k++) {
    const layer = unit * net.layersPerUnit + k;
    const last = k === net.layersPerUnit - 1;
    const kernel = layerAt(net, unit, k);
    const bias = past(kernel, width * width);
    const out = last ? branchAt(w, unit) : w.inner;
    if (net.order === pre) {
      const a = inputAt(w, layer);
      const rectified = kind !== 0 && net.activation === relu;
      if (kind) normalize(kind, normOfLayer(w, layer, past(bias, width)), x, a, w.rows, net.width, rectified);
      if (!rectified) activate(net.activation, kind ? a : x, a, w.rows, net.width);
      product(a, width, 1, kernel, out, w.rows, width, net.width, bias);
      x = out;
    } else {
      product(x, width, 1, kernel, out, w.rows, width, net.width, bias);
      if (kind) normalize(kind, normOfLayer(w, layer, past(bias, width)), out, out, w.rows, net.width, false);
      if (!last) {
        x = inputAt(w, layer + 1);
        activate(net.activation, out, x, w.rows, net.width);
      }
    }
  }
}

/** to = lambda x + s f, `count` numbers. A lambda of zero leaves its term out, even where x is infinite. */
export function join(x: usize, lambda: f32, f: usize, s: f32, to: usize, count: i32): void {
  if (lambda === 0) scaled(f, s, to, count);
  else if (lambda === 1 && s === 1) sum(x, f, to, count);
  else {
    const shortcut = f32x4.splat(lambda);
    const scale = f32x4.splat(s);
    for (const end = past(to, count); to < end; to += four, f += four, x += four) {
      v128.store(to, f32x4.add(f32x4.mul(shortcut, v128.load(x)), f32x4.mul(scale, v128.load(f))));
    }
  }
}

function sum(x: usize, f: usize, to: usize, count: i32): void {
  for (const end = past(to, count); to < end; to += line, f += line, x += line) {
    v128.store(to, f32x4.add(v128.load(x), v128.load(f)));
    v128.store(to, f32x4.add(v128.load(x, four), v128.load(f, four)), four);
    v128.store(to, f32x4.add(v128.load(x, 2 * four), v128.load(f, 2 * four)), 2 * four);
    v128.store(to, f32x4.add(v128.load(x, 3 * four), v128.load(f, 3 * four)), 3 * four);
  }
}

/** to = s f. */
export function scaled(f: usize, s: f32, to: usize, count: i32): void {
  if (s === 1) memory.copy(to, f, (count as usize) << 2);
  else {
    const scale = f32x4.splat(s);
    for (const end = past(to, count); to < end; to += four, f += four) v128.store(to, f32x4.mul(scale, v128.load(f)));
  }
}
