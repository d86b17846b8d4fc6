/** Classes of a two-dimensional data set: colours that are no arm's, middling enough for light and dark paper. */
import { rgb } from 'd3';

const classColours = [
  '#0f8f7c',
  '#b8388a',
  '#9a7b00',
  '#6d7380',
  '#0a86b0',
  '#8a5a3c',
  '#4f9a4f',
  '#7a6fd0',
  '#c0607a',
  '#3c6a8c',
] as const;
const channels = classColours.map((colour) => {
  const { r, g, b } = rgb(colour);
  return [r, g, b] as const;
});

export const classColour = (number: number): string => classColours[number % classColours.length] ?? classColours[0];

/** One pixel a grid point, row by row: the colour is the class, its depth the confidence. */
export function regionPixels(classes: Uint8Array, confidence: Float32Array): Uint8ClampedArray<ArrayBuffer> {
  const pixels = new Uint8ClampedArray(4 * classes.length);
  classes.forEach((number, i) => {
    const [r, g, b] = channels[number % channels.length] ?? [0, 0, 0];
    const sure = Math.min(1, Math.max(0, confidence[i] ?? 0));
    pixels.set([r, g, b, Math.round(255 * (0.06 + 0.34 * sure))], 4 * i);
  });
  return pixels;
}

/** The outline of one training point: a disc, a cross, a triangle or a bar, by class. */
export function pointPath(number: number, x: number, y: number, r: number): string {
  switch (number % 4) {
    case 0:
      return `M${x - r},${y}a${r},${r} 0 1,0 ${2 * r},0a${r},${r} 0 1,0 ${-2 * r},0Z`;
    case 1:
      return `M${x - r},${y - r}l${2 * r},${2 * r}m0,${-2 * r}l${-2 * r},${2 * r}`;
    case 2:
      return `M${x},${y - 1.2 * r}l${1.15 * r},${2 * r}h${-2.3 * r}Z`;
    default:
      return `M${x - r},${y}h${2 * r}`;
  }
}
