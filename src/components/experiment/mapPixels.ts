/** From feature maps to pixels: black of varying depth, so that paper of any colour shows through. */
import type { StateMaps } from '../../model/conv/engine.ts';

export interface Picture {
  readonly columns: number;
  readonly rows: number;
  /** RGBA, row by row from the top. */
  readonly pixels: Uint8ClampedArray<ArrayBuffer>;
}

const blank = (columns: number, rows: number): Picture => ({
  columns,
  rows,
  pixels: new Uint8ClampedArray(4 * columns * rows),
});

/** The numbers of one image in a state. */
const partOf = ({ side, channels, values }: StateMaps, image: number): Float32Array => {
  const size = side * side * channels;
  return values.subarray(image * size, (image + 1) * size);
};

/** The largest value of a state, and the share of zeros: channels that a rectifier has silenced. */
export function summaryOf(state: StateMaps, image: number): { readonly largest: number; readonly zero: number } {
  const part = partOf(state, image);
  const zeros = part.reduce((count, value) => count + (value === 0 ? 1 : 0), 0);
  return { largest: part.reduce((most, value) => Math.max(most, value), 0), zero: zeros / Math.max(1, part.length) };
}

/** Tiles in a row of a state's picture: whole rows of the 8, 16 and 32 channels, never less than half as high as wide. */
const across = (channels: number): number => (channels > 16 ? 8 : 4);

/** All channels of a state for one image, one tile each with a pixel between them, in shares of the state's largest value. */
export function tiled(state: StateMaps, image: number): Picture {
  const { side, channels } = state;
  const part = partOf(state, image);
  const { largest } = summaryOf(state, image);
  const wide = across(channels);
  const picture = blank(wide * (side + 1) - 1, Math.ceil(channels / wide) * (side + 1) - 1);
  for (let i = 0; i < part.length; i++) {
    const [channel, pixel] = [i % channels, Math.floor(i / channels)];
    const x = (channel % wide) * (side + 1) + (pixel % side);
    const y = Math.floor(channel / wide) * (side + 1) + Math.floor(pixel / side);
    // What lies between the tiles stays clear; a tile's zero is a faint grey, so that its frame is seen.
    const share = largest > 0 ? Math.max(0, part[i] ?? 0) / largest : 0;
    picture.pixels[4 * (y * picture.columns + x) + 3] = Math.round(255 * (0.06 + 0.94 * share));
  }
  return picture;
}

/** An image of one channel, from its least value to its largest. */
export function pictureOf(values: Float32Array, side: number): Picture {
  const picture = blank(side, side);
  const low = values.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY);
  const high = values.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY);
  for (const [i, value] of values.entries()) {
    picture.pixels[4 * i + 3] = Math.round((255 * (value - low)) / Math.max(high - low, 1e-9));
  }
  return picture;
}
