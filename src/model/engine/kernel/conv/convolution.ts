/**
 * A convolution and its two gradients, in the layout of tfjs: images [n, height, width, channels], filters
 * [size, size, channels, filters]. One image at a time is laid out with its margins, small enough for the nearest cache.
 *   y[p] = sum over k of x[p stride + k] W[k];  dE/dx: the same with the turned filter over the spread gradient;
 *   dE/dW[k] = sum over n and p of x[p stride + k] dE/dy[p]
 */
import { past } from '../lanes.ts';
import { Patches, patchOuter, patchProduct } from './patches.ts';
import { clear, pad, reach, Shape, spread } from './shape.ts';

const patches = changetype<Patches>(memory.data(offsetof<Patches>()));

/** The patches of the padded input that the output's pixels see. */
function seen(s: Shape): void {
  patches.at = s.room;
  patches.rows = s.outHeight;
  patches.columns = s.outWidth;
  patches.size = s.size;
  patches.run = s.size * s.channels;
  patches.line = past(0, reach(s.outWidth, s) * s.channels);
  patches.step = past(0, s.stride * s.channels);
  patches.down = patches.line * (s.stride as usize);
}

/** y [images, outHeight, outWidth, filters] from x [images, height, width, channels]. */
export function convolve(s: Shape, x: usize, filter: usize, y: usize, images: i32): void {
  const input = inputBytes(s);
  const output = outputBytes(s);
  clear(s);
  seen(s);
  for (let i = 0; i < images; i++, x += input, y += output) {
    pad(s, x);
    patchProduct(patches, filter, y, s.filters);
  }
}

/** dE/dx, as `x`, from the gradient of y. */
export function inputGradient(s: Shape, gradient: usize, filter: usize, to: usize, images: i32): void {
  const input = inputBytes(s);
  const output = outputBytes(s);
  turn(s, filter);
  clear(s);
  patches.at = s.room;
  patches.rows = s.height;
  patches.columns = s.width;
  patches.size = s.size;
  patches.run = s.size * s.filters;
  patches.line = past(0, (s.width + s.size - 1) * s.filters);
  patches.step = past(0, s.filters);
  patches.down = patches.line;
  for (let i = 0; i < images; i++, gradient += output, to += input) {
    spread(s, gradient);
    patchProduct(patches, s.turned, to, s.channels);
  }
}

/** dE/dW, as `filter`, from the gradient of y. */
export function filterGradient(s: Shape, x: usize, gradient: usize, to: usize, images: i32): void {
  const input = inputBytes(s);
  const output = outputBytes(s);
  memory.fill(to, 0, past(0, s.size * s.size * s.channels * s.filters));
  clear(s);
  seen(s);
  for (let i = 0; i < images; i++, x += input, gradient += output) {
    pad(s, x);
    patchOuter(patches, gradient, to, s.filters);
  }
}

function inputBytes(s: Shape): usize {
  return past(0, s.height * s.width * s.channels);
}

function outputBytes(s: Shape): usize {
  return past(0, s.outHeight * s.outWidth * s.filters);
}

/** The filter turned by half a circle, its channels and filters exchanged: [size, size, filters, channels]. */
function turn(s: Shape, filter: usize): void {
  const taps = s.size * s.size;
  const numbers = s.channels * s.filters;
  for (let k = 0; k < taps; k++) {
    const from = past(filter, (taps - 1 - k) * numbers);
    const to = past(s.turned, k * numbers);
    for (let c = 0; c < s.channels; c++) {
      for (let f = 0; f < s.filters; f++) {
        store<f32>(past(to, f * s.channels + c), load<f32>(past(from, c * s.filters + f)));
      }
    }
  }
}
