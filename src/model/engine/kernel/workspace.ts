/**
 * Where the numbers of one pass lie. Training keeps each state, branch and layer input for the way back; a pass that only
 * evaluates lets all of them share one place, by steps of zero.
 */

import { Norm } from './batchNorm.ts';
import { padded, past } from './lanes.ts';
import { headSize, layerSize, Network, stemSize } from './network.ts';
import { batch } from './norms.ts';

@unmanaged
export class Workspace {
  rows: i32;
  inputs: usize;
  targets: usize;
  logits: usize;
  states: usize;
  stateStep: usize;
  branches: usize;
  branchStep: usize;
  /** What enters each layer's kernel, and what its norm keeps. */
  layerInputs: usize;
  layerStep: usize;
  normalized: usize;
  normalizedStep: usize;
  deviations: usize;
  deviationStep: usize;
  /** A layer's output within a unit. */
  inner: usize;
  /** Gradients on the way back: of the state, and two places to work in. */
  gradient: usize;
  work: usize;
  spare: usize;
  /** A transposed kernel, and the gradient of one layer's parameters. */
  transposed: usize;
  parameterGradient: usize;
  end: usize;
}

/** Lays out a pass over `rows` examples from address `at` on (a multiple of 64); `end` tells where it stops. */
export function arrange(w: Workspace, net: Network, at: usize, rows: i32, training: bool): void {
  const width = padded(net.width);
  const outputs = padded(net.outputSize);
  const layers = net.units * net.layersPerUnit;
  const normed = net.normalization !== 0;
  const state = lines(rows * width);
  const deviation = lines(net.normalization === batch ? width : rows);
  w.rows = rows;
  w.stateStep = training ? state : 0;
  w.branchStep = training && net.learnedScale ? state : 0;
  w.layerStep = training ? state : 0;
  w.normalizedStep = training ? state : 0;
  w.deviationStep = training ? deviation : 0;

  w.inputs = at;
  w.targets = w.inputs + lines(rows * net.inputSize);
  w.logits = w.targets + lines(rows * net.outputSize);
  w.states = w.logits + lines(rows * outputs);
  w.branches = w.states + state + w.stateStep * (net.units as usize);
  w.layerInputs = w.branches + state + w.branchStep * ((net.units - 1) as usize);
  w.normalized = w.layerInputs + state + w.layerStep * (layers as usize);
  w.deviations = w.normalized + (normed ? state + w.normalizedStep * (layers as usize) : 0);
  w.inner = w.deviations + (normed ? deviation + w.deviationStep * (layers as usize) : 0);
  w.gradient = w.inner + state;
  w.end = w.gradient;
  if (!training) return;
  w.work = w.gradient + state;
  w.spare = w.work + state;
  w.transposed = w.spare + state;
  w.parameterGradient = w.transposed + lines(width * max<i32>(width, outputs));
  w.end = w.parameterGradient + lines(max<i32>(stemSize(net), max<i32>(layerSize(net), headSize(net))));
}

/** Bytes of `count` numbers, rounded up to whole cache lines. */
function lines(count: i32): usize {
  return (past(0, count) + 63) & ~63;
}

export function stateAt(w: Workspace, index: i32): usize {
  return w.states + w.stateStep * (index as usize);
}

export function branchAt(w: Workspace, unit: i32): usize {
  return w.branches + w.branchStep * (unit as usize);
}

/** The place of layer number `layer`'s input; number `depth` is the head's, behind the final norm. */
export function inputAt(w: Workspace, layer: i32): usize {
  return w.layerInputs + w.layerStep * (layer as usize);
}

const norm = changetype<Norm>(memory.data(offsetof<Norm>()));

/** The norm of layer number `layer`, whose gamma lies at `gamma`; number `depth` is the final one. */
export function normOfLayer(w: Workspace, layer: i32, gamma: usize): Norm {
  norm.normalized = w.normalized + w.normalizedStep * (layer as usize);
  norm.deviation = w.deviations + w.deviationStep * (layer as usize);
  norm.gamma = gamma;
  return norm;
}
