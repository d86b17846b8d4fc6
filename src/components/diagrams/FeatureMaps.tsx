/** The maps of one tensor side by side: below 0 purple, above 0 green, 0 white. One pixel a number, enlarged by the browser. */
import { interpolatePRGn, rgb } from 'd3';
import { useEffect, useRef } from 'react';

interface FeatureMapsProps {
  /** [height, width, channels], row-major. */
  readonly values: Float32Array;
  readonly shape: readonly [number, number, number];
  /** The size that gets the full colour. */
  readonly most: number;
  /** What it shows, for those who do not see it. */
  readonly label: string;
}

const shades = Array.from({ length: 257 }, (_, i) => {
  const { r, g, b } = rgb(interpolatePRGn(i / 256));
  return [r, g, b] as const;
});

/** RGBA of all maps in one row, one clear column between two. Values beyond `most` get the full colour. */
export function mapPixels(
  values: Float32Array,
  [height, width, channels]: FeatureMapsProps['shape'],
  most: number,
): Uint8ClampedArray<ArrayBuffer> {
  const across = channels * (width + 1) - 1;
  const pixels = new Uint8ClampedArray(4 * across * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      for (let c = 0; c < channels; c++) {
        const share = most > 0 ? (values[(y * width + x) * channels + c] ?? 0) / most : 0;
        const shade = shades[Math.round(128 + 128 * Math.min(1, Math.max(-1, share)))] ?? [0, 0, 0];
        pixels.set([...shade, 255], 4 * (y * across + c * (width + 1) + x));
      }
    }
  }
  return pixels;
}

/** The largest size among these numbers. */
export const mostOf = (values: Float32Array): number =>
  values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);

export function FeatureMaps({ values, shape, most, label }: FeatureMapsProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [height, width, channels] = shape;
  const across = channels * (width + 1) - 1;
  useEffect(() => {
    const pixels = mapPixels(values, [height, width, channels], most);
    canvas.current?.getContext('2d')?.putImageData(new ImageData(pixels, across, height), 0, 0);
  }, [values, height, width, channels, most, across]);
  return (
    <canvas
      ref={canvas}
      className="feature-maps"
      width={across}
      height={height}
      role="img"
      aria-label={label}
      style={{ aspectRatio: `${across} / ${height}`, maxInlineSize: `${channels * 4.6}rem` }}
    />
  );
}
