/**
 * The way back: from dE/dlogits, which the loss left over the logits, to the norm of every gradient and, where the network
 * learns, to the next parameters. A layer is updated as soon as its gradient is known and its kernel no longer needed.
 */
import { activateBack, relu } from './activations.ts';
import { join, scaled, scaleOf } from './forward.ts';
import { padded, past } from './lanes.ts';
import { dot, normOf } from './measure.ts';
import { finalNormAt, headAt, headSize, layerAt, layerSize, Network, post, pre, scaleAt, stemSize } from './network.ts';
import { normalizeBack } from './norms.ts';
import { update } from './optimizers.ts';
import { product, sumOfRows, transpose } from './product.ts';
import { branchAt, inputAt, normOfLayer, stateAt, Workspace } from './workspace.ts';

export function backward(net: Network, w: Workspace, row: usize, learns: bool): void {
  const width = padded(net.width);
  const count = w.rows * width;
  head(net, w, row, learns);
  for (let u = net.units; u > 0; u--) {
    store<f32>(past(row, net.stateGradNorm + u), normOf(w.gradient, w.rows, net.width));
    if (net.order === post) activateBack(net.activation, stateAt(w, u), w.gradient, count);
    const branch = unitBack(net, w, u - 1, row, learns);
    join(w.gradient, net.shortcutScale, branch, 1, w.gradient, count);
  }
  store<f32>(past(row, net.stateGradNorm), normOf(w.gradient, w.rows, net.width));
  kernelGradient(w, w.inputs, net.inputSize, net.inputSize, w.gradient, width);
  measureKernel(net, w, row, 0, net.parameters, net.inputSize, net.width);
  learn(net, net.parameters, w.parameterGradient, stemSize(net), learns);
}

/** dE/dx_L into the workspace's gradient. */
function head(net: Network, w: Workspace, row: usize, learns: bool): void {
  const width = padded(net.width);
  const outputs = padded(net.outputSize);
  const depth = net.units * net.layersPerUnit;
  const kernel = headAt(net);
  const input = net.finalNorm ? inputAt(w, depth) : stateAt(w, net.units);
  kernelGradient(w, input, width, width, w.logits, outputs);
  measureKernel(net, w, row, depth + 1, kernel, net.width, net.outputSize);
  transpose(kernel, w.transposed, width, outputs);
  product(w.logits, outputs, 1, w.transposed, w.gradient, w.rows, width, net.outputSize, 0);
  learn(net, kernel, w.parameterGradient, headSize(net), learns);
  if (!net.finalNorm) return;
  const gamma = finalNormAt(net);
  const norm = normOfLayer(w, depth, gamma);
  normalizeBack(net.normalization, norm, w.gradient, 0, w.gradient, w.parameterGradient, w.rows, net.width);
  learn(net, gamma, w.parameterGradient, 2 * width, learns);
}

/** The branch's part of dE/dx_u, from dE/dy_u in the workspace's gradient, which stays. Returns its address. */
function unitBack(net: Network, w: Workspace, unit: i32, row: usize, learns: bool): usize {
  const width = padded(net.width);
  const count = w.rows * width;
  const kind = net.normalization;
  let d = w.gradient;
  const scale = scaleOf(net, unit);
  if (scale !== 1) {
    d = w.work;
    scaled(w.gradient, scale, d, count);
  }
  if (net.learnedScale) learnScale(net, w, unit, learns);
  for (let k = net.layersPerUnit - 1; k >= 0; k--) {
    const layer = unit * net.layersPerUnit + k;
    const kernel = layerAt(net, unit, k);
    const scales = past(w.parameterGradient, (width + 1) * width);
    const norm = normOfLayer(w, layer, past(kernel, (width + 1) * width));
    if (net.order === post && kind) {
      const from = d;
      if (d === w.gradient) d = w.work;
      normalizeBack(kind, norm, from, 0, d, scales, w.rows, net.width);
    }
    const input = net.order === post && k === 0 ? stateAt(w, unit) : inputAt(w, layer);
    kernelGradient(w, input, width, width, d, width);
    measureKernel(net, w, row, layer + 1, kernel, net.width, net.width);
    const e = d === w.work ? w.spare : w.work;
    transpose(kernel, w.transposed, width, width);
    product(d, width, 1, w.transposed, e, w.rows, width, net.width, 0);
    const normed = net.order === pre && kind !== 0;
    const gate: usize = normed && net.activation === relu ? input : 0;
    if (!gate && (net.order === pre || k > 0)) activateBack(net.activation, input, e, count);
    if (normed) normalizeBack(kind, norm, e, gate, e, scales, w.rows, net.width);
    learn(net, kernel, w.parameterGradient, layerSize(net), learns);
    d = e;
  }
  return d;
}

/** The derivative by a unit's learned scale is the sum of dE/dy F. */
function learnScale(net: Network, w: Workspace, unit: i32, learns: bool): void {
  const slope = dot(w.gradient, branchAt(w, unit), w.rows * padded(net.width));
  v128.store(w.parameterGradient, f32x4(slope, 0, 0, 0));
  learn(net, scaleAt(net, unit), w.parameterGradient, 4, learns);
}

/** Gradient of a kernel [height, columns] and, after it, of its bias: inputs^T d and the sum of the rows of d. */
function kernelGradient(w: Workspace, inputs: usize, stride: i32, height: i32, d: usize, columns: i32): void {
  product(inputs, 1, stride, d, w.parameterGradient, height, columns, w.rows, 0);
  sumOfRows(d, past(w.parameterGradient, height * columns), w.rows, columns);
}

function measureKernel(
  net: Network,
  w: Workspace,
  row: usize,
  index: i32,
  kernel: usize,
  rows: i32,
  columns: i32,
): void {
  store<f32>(past(row, net.weightNorm + index), normOf(kernel, rows, columns));
  store<f32>(past(row, net.kernelGradNorm + index), normOf(w.parameterGradient, rows, columns));
}

function learn(net: Network, parameters: usize, gradient: usize, count: i32, learns: bool): void {
  if (learns) update(net, parameters, gradient, count, net.bytes as usize);
}
