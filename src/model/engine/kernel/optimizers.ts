/** The updates of `NetworkSpec`, over `count` numbers (a multiple of 4): parameters, their gradient, their moments. */
import { four, past } from './lanes.ts';

export const sgd = 0;
export const momentum = 1;
export const adam = 2;
export const adamw = 3;

const beta1: f32 = 0.9;
const beta2: f32 = 0.999;
const epsilon: f32 = 1e-8;

/** What an update needs beyond the numbers. `power1` and `power2` are beta1^steps and beta2^steps, this step counted. */
@unmanaged
export class Recipe {
  optimizer: i32;
  rate: f32;
  decay: f32;
  momentum: f32;
  power1: f64;
  power2: f64;
}

export function startStep(recipe: Recipe): void {
  recipe.power1 *= 0.9;
  recipe.power2 *= 0.999;
}

/** @param moments bytes from a parameter to its first moment, and from there to its second */
export function update(recipe: Recipe, parameters: usize, gradient: usize, count: i32, moments: usize): void {
  if (recipe.optimizer === sgd) descend(recipe, parameters, gradient, count);
  else if (recipe.optimizer === momentum) roll(recipe, parameters, gradient, count, parameters + moments);
  else adapt(recipe, parameters, gradient, count, moments);
}

function descend(recipe: Recipe, p: usize, g: usize, count: i32): void {
  const rate = f32x4.splat(recipe.rate);
  const decay = f32x4.splat(recipe.decay);
  for (const end = past(p, count); p < end; p += four, g += four) {
    const value = v128.load(p);
    const gradient = f32x4.add(v128.load(g), f32x4.mul(decay, value));
    v128.store(p, f32x4.sub(value, f32x4.mul(rate, gradient)));
  }
}

function roll(recipe: Recipe, p: usize, g: usize, count: i32, m: usize): void {
  const rate = f32x4.splat(recipe.rate);
  const decay = f32x4.splat(recipe.decay);
  const keep = f32x4.splat(recipe.momentum);
  for (const end = past(p, count); p < end; p += four, g += four, m += four) {
    const value = v128.load(p);
    const gradient = f32x4.add(v128.load(g), f32x4.mul(decay, value));
    const velocity = f32x4.add(f32x4.mul(keep, v128.load(m)), gradient);
    v128.store(m, velocity);
    v128.store(p, f32x4.sub(value, f32x4.mul(rate, velocity)));
  }
}

function adapt(recipe: Recipe, p: usize, g: usize, count: i32, moments: usize): void {
  const decoupled = recipe.optimizer === adamw;
  const decay = f32x4.splat(decoupled ? 0 : recipe.decay);
  const shrink = f32x4.splat((decoupled ? 1 - (recipe.rate as f64) * recipe.decay : 1) as f32);
  const rate = f32x4.splat(((recipe.rate as f64) / (1 - recipe.power1)) as f32);
  const rescale = f32x4.splat((1 / sqrt<f64>(1 - recipe.power2)) as f32);
  const keep1 = f32x4.splat(beta1);
  const take1 = f32x4.splat(0.1);
  const keep2 = f32x4.splat(beta2);
  const take2 = f32x4.splat(0.001);
  for (const end = past(p, count); p < end; p += four, g += four) {
    const value = v128.load(p);
    const gradient = f32x4.add(v128.load(g), f32x4.mul(decay, value));
    const first = f32x4.add(f32x4.mul(keep1, v128.load(p + moments)), f32x4.mul(take1, gradient));
    const square = f32x4.mul(take2, f32x4.mul(gradient, gradient));
    const second = f32x4.add(f32x4.mul(keep2, v128.load(p + 2 * moments)), square);
    v128.store(p + moments, first);
    v128.store(p + 2 * moments, second);
    const root = f32x4.add(f32x4.mul(f32x4.sqrt(second), rescale), f32x4.splat(epsilon));
    v128.store(p, f32x4.sub(f32x4.mul(value, shrink), f32x4.mul(rate, f32x4.div(first, root))));
  }
}
