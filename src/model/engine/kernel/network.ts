/**
 * One network as the host describes it, and where its parameters lie. They follow each other as in `packing.ts`: stem, units
 * (layers, then the learned scale), final norm, head; a layer is kernel, bias, gamma, beta. Each row of a kernel [in, out]
 * and each vector is padded to whole vectors; a trunk kernel has its rows padded, too.
 */
import { padded, past } from './lanes.ts';
import { Recipe } from './optimizers.ts';

export const pre = 0;
export const post = 1;
export const classify = 0;
export const regress = 1;

/** Written by the host word for word (`describe` in fused.ts), but for the recipe's powers: same order, same types. */
@unmanaged
export class Network extends Recipe {
  /** Bytes of all parameters; the moments of the optimizer follow in arrays of the same size. */
  bytes: i32;
  parameters: usize;
  inputSize: i32;
  outputSize: i32;
  width: i32;
  units: i32;
  layersPerUnit: i32;
  order: i32;
  activation: i32;
  normalization: i32;
  /** Whether it has a final norm, and a learned scale in each unit. */
  finalNorm: i32;
  learnedScale: i32;
  task: i32;
  shortcutScale: f32;
  branchFactor: f32;
  /** Where each quantity starts in a telemetry row, counted in numbers; loss and accuracy come first. */
  kernelGradNorm: i32;
  stateGradNorm: i32;
  stateNorm: i32;
  branchNorm: i32;
  weightNorm: i32;
}

export function stateSize(net: Network): i32 {
  return padded(net.width);
}

/** Numbers in stem, trunk layer, unit and head. */
export function stemSize(net: Network): i32 {
  return (net.inputSize + 1) * padded(net.width);
}

export function layerSize(net: Network): i32 {
  const width = padded(net.width);
  return (width + (net.normalization ? 3 : 1)) * width;
}

function unitSize(net: Network): i32 {
  return net.layersPerUnit * layerSize(net) + (net.learnedScale ? 4 : 0);
}

export function headSize(net: Network): i32 {
  return (padded(net.width) + 1) * padded(net.outputSize);
}

export function layerAt(net: Network, unit: i32, index: i32): usize {
  return past(net.parameters, stemSize(net) + unit * unitSize(net) + index * layerSize(net));
}

export function scaleAt(net: Network, unit: i32): usize {
  return layerAt(net, unit, net.layersPerUnit);
}

export function finalNormAt(net: Network): usize {
  return layerAt(net, net.units, 0);
}

export function headAt(net: Network): usize {
  return past(finalNormAt(net), net.finalNorm ? 2 * padded(net.width) : 0);
}
