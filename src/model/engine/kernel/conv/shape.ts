/** The shape of one convolution, as the host writes it, and the room in which one image at a time is laid out for it. */
import { past } from '../lanes.ts';

/** Seven whole numbers, then addresses. Padding follows from them: what lies outside the image is zero. */
@unmanaged
export class Shape {
  height: i32;
  width: i32;
  /** Channels of the input; a multiple of 4 where its gradient is asked for. */
  channels: i32;
  outHeight: i32;
  outWidth: i32;
  /** Channels of the output, a multiple of 4. */
  filters: i32;
  /** The filter is `size` x `size`. */
  size: i32;
  stride: i32;
  /** Rows and columns of zeros before the image. */
  top: i32;
  left: i32;
  /** Room for one image with its margin: `roomOf` numbers. */
  room: usize;
  /** Room for the turned filter, as large as the filter. */
  turned: usize;
}

/** Numbers that `room` must hold: the larger of the input's and the output gradient's layout. */
export function roomOf(s: Shape): i32 {
  const input = reach(s.outHeight, s) * reach(s.outWidth, s) * s.channels;
  const gradient = (s.height + s.size - 1) * (s.width + s.size - 1) * s.filters;
  return max<i32>(input, gradient);
}

/** Rows, or columns, of input that `out` rows of output see. */
export function reach(out: i32, s: Shape): i32 {
  return (out - 1) * s.stride + s.size;
}

/** Clears the room before the first image, so that its margins are zero. */
export function clear(s: Shape): void {
  memory.fill(s.room, 0, past(0, roomOf(s)));
}

/** Lays the image [height, width, channels] out with its margins; what no filter sees is left out. */
export function pad(s: Shape, image: usize): void {
  const line = past(0, reach(s.outWidth, s) * s.channels);
  const from = past(0, s.width * s.channels);
  const rows = min<i32>(s.height, reach(s.outHeight, s) - s.top);
  const bytes = min<usize>(from, line - past(0, s.left * s.channels));
  let to = s.room + (s.top as usize) * line + past(0, s.left * s.channels);
  for (let y = 0; y < rows; y++, image += from, to += line) memory.copy(to, image, bytes);
}

/** Lays the output's gradient [outHeight, outWidth, filters] out, `stride` apart, as the turned filter passes over it. */
export function spread(s: Shape, gradient: usize): void {
  const line = past(0, (s.width + s.size - 1) * s.filters);
  const pixel = past(0, s.filters);
  const step = pixel * (s.stride as usize);
  const from = pixel * (s.outWidth as usize);
  let to = s.room + ((s.size - 1 - s.top) as usize) * line + ((s.size - 1 - s.left) as usize) * pixel;
  for (let y = 0; y < s.outHeight; y++, to += line * (s.stride as usize), gradient += from) {
    if (s.stride === 1) memory.copy(to, gradient, from);
    else for (let x: usize = 0; x < (s.outWidth as usize); x++) memory.copy(to + x * step, gradient + x * pixel, pixel);
  }
}
