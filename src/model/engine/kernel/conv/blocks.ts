/** What a block does besides its convolutions: rectifiers, the parameter-free shortcut, the mean over an image. */
import { four, past } from '../lanes.ts';
import { Shape } from './shape.ts';

/** x = max(x, 0), `count` numbers, a multiple of 4. */
export function rectify(x: usize, count: i32): void {
  const zero = f32x4.splat(0);
  for (const end = past(x, count); x < end; x += four) v128.store(x, f32x4.max(v128.load(x), zero));
}

/** gradient = 0 where the rectified y is not positive. */
export function rectifyBack(y: usize, gradient: usize, count: i32): void {
  const zero = f32x4.splat(0);
  for (const end = past(y, count); y < end; y += four, gradient += four) {
    v128.store(gradient, v128.and(v128.load(gradient), f32x4.gt(v128.load(y), zero)));
  }
}

/**
 * to [n, outHeight, outWidth, filters] += scale x: every `stride`-th pixel of x [n, height, width, channels], the further
 * filters zero (option A of He et al. 2015, section 3.3).
 */
export function addShortcut(s: Shape, x: usize, scale: f32, to: usize, images: i32): void {
  if (scale === 0) return;
  const factor = f32x4.splat(scale);
  const pixel = past(0, s.channels);
  for (let i = 0; i < images; i++) {
    for (let y = 0; y < s.outHeight; y++) {
      let from = past(x, (i * s.height + y * s.stride) * s.width * s.channels);
      for (let c = 0; c < s.outWidth; c++, from += pixel * (s.stride as usize), to += past(0, s.filters)) {
        for (let at: usize = 0; at < pixel; at += four) {
          v128.store(to + at, f32x4.add(v128.load(to + at), f32x4.mul(factor, v128.load(from + at))));
        }
      }
    }
  }
}

/** to, as x, += scale times the gradient of the sum: the way back through the shortcut. */
export function addShortcutBack(s: Shape, gradient: usize, scale: f32, to: usize, images: i32): void {
  if (scale === 0) return;
  const factor = f32x4.splat(scale);
  const pixel = past(0, s.channels);
  for (let i = 0; i < images; i++) {
    for (let y = 0; y < s.outHeight; y++) {
      let onto = past(to, (i * s.height + y * s.stride) * s.width * s.channels);
      for (let c = 0; c < s.outWidth; c++, onto += pixel * (s.stride as usize), gradient += past(0, s.filters)) {
        for (let at: usize = 0; at < pixel; at += four) {
          v128.store(onto + at, f32x4.add(v128.load(onto + at), f32x4.mul(factor, v128.load(gradient + at))));
        }
      }
    }
  }
}

/** The mean over each image's pixels: to [images, channels], channels a multiple of 4. */
export function poolAll(x: usize, to: usize, images: i32, pixels: i32, channels: i32): void {
  const wide = past(0, channels);
  const share = f32x4.splat(1 / (pixels as f32));
  for (let i = 0; i < images; i++, to += wide, x += wide * (pixels as usize)) {
    for (let at: usize = 0; at < wide; at += four) {
      let sum = f32x4.splat(0);
      for (let p: usize = 0; p < (pixels as usize); p++) sum = f32x4.add(sum, v128.load(x + p * wide + at));
      v128.store(to + at, f32x4.mul(sum, share));
    }
  }
}

/** Hands each pixel its share of the mean's gradient. */
export function poolAllBack(gradient: usize, to: usize, images: i32, pixels: i32, channels: i32): void {
  const wide = past(0, channels);
  const share = f32x4.splat(1 / (pixels as f32));
  for (let i = 0; i < images; i++, gradient += wide) {
    for (let p = 0; p < pixels; p++, to += wide) {
      for (let at: usize = 0; at < wide; at += four) {
        v128.store(to + at, f32x4.mul(v128.load(gradient + at), share));
      }
    }
  }
}
