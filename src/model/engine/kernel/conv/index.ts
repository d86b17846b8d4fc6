/** What the host calls: the operations of a convolutional network. It lays the network out itself (engine/conv/fused.ts). */

import { Norm } from '../batchNorm.ts';
import { crossEntropy, rightAnswers } from '../loss.ts';
import { normOf } from '../measure.ts';
import { batch, normalize, normalizeBack } from '../norms.ts';
import { momentum, Recipe, update } from '../optimizers.ts';
import { product, sumOfRows, transpose } from '../product.ts';
import { addShortcut, addShortcutBack, poolAll, poolAllBack, rectify, rectifyBack } from './blocks.ts';
import { convolve, filterGradient, inputGradient } from './convolution.ts';
import { roomOf, Shape } from './shape.ts';

/** Where the memory begins that the host gives away. */
export function memoryStart(): usize {
  return __heap_base;
}

/** Bytes that a Shape takes, and numbers of the room that it names. */
export function shapeBytes(): usize {
  return offsetof<Shape>();
}
export function shapeRoom(s: Shape): i32 {
  return roomOf(s);
}

const norm = changetype<Norm>(memory.data(offsetof<Norm>()));
const recipe = changetype<Recipe>(memory.data(offsetof<Recipe>()));

/** Batch norm over the rows of x [rows, columns], in place; gamma and, after it, beta. Keeps what the way back needs. */
export function normForward(x: usize, kept: usize, deviation: usize, gamma: usize, rows: i32, columns: i32): void {
  norm.normalized = kept;
  norm.deviation = deviation;
  norm.gamma = gamma;
  normalize(batch, norm, x, x, rows, columns, false);
}

/** dE/dx over the gradient, dE/dgamma and dE/dbeta to `scales`. */
export function normBack(
  gradient: usize,
  kept: usize,
  deviation: usize,
  gamma: usize,
  scales: usize,
  rows: i32,
  columns: i32,
): void {
  norm.normalized = kept;
  norm.deviation = deviation;
  norm.gamma = gamma;
  normalizeBack(batch, norm, gradient, 0, gradient, scales, rows, columns);
}

/** Stochastic gradient descent with momentum over `count` numbers, a multiple of 4. */
export function descend(p: usize, gradient: usize, moments: usize, count: i32, rate: f32, keep: f32): void {
  recipe.optimizer = momentum;
  recipe.rate = rate;
  recipe.decay = 0;
  recipe.momentum = keep;
  update(recipe, p, gradient, count, moments - p);
}

export {
  addShortcut,
  addShortcutBack,
  convolve,
  crossEntropy,
  filterGradient,
  inputGradient,
  normOf,
  poolAll,
  poolAllBack,
  product,
  rectify,
  rectifyBack,
  rightAnswers,
  sumOfRows,
  transpose,
};
