/** From norms over layers and steps to coloured cells. */
import { interpolateViridis, rgb } from 'd3';
import type { ArmName } from './armStyle.ts';
import { kindOf } from './layerValues.ts';

export interface HeatArm extends ArmName {
  /** `values[step][layer]`, layers from first to last. */
  readonly values: readonly ArrayLike<number>[];
}

/** Colours from weak to strong that read the same on light and dark paper, also without colour vision. */
const shades = Array.from({ length: 256 }, (_, i) => {
  const { r, g, b } = rgb(interpolateViridis(i / 255));
  return [r, g, b] as const;
});
/** What has no place on the scale: stored zeros, and what is no number. */
export const zeroColour = '#8d9099';
export const nanColour = '#d6246e';
const [zero, nan] = [rgb(zeroColour), rgb(nanColour)].map(({ r, g, b }) => [r, g, b] as const);

/** Exponents of the weakest and the strongest norm, at least 2 and at most 16 decades apart. */
export function heatDecades(arms: readonly HeatArm[]): readonly [number, number] {
  let [least, most] = [Number.POSITIVE_INFINITY, 0];
  for (const { values } of arms)
    for (const layers of values)
      for (let i = 0; i < layers.length; i++) {
        const value = layers[i] ?? 0;
        if (kindOf(value) !== 'normal') continue;
        least = Math.min(least, value);
        most = Math.max(most, value);
      }
  if (most === 0) return [-8, 0];
  const high = Math.ceil(Math.log10(most));
  return [Math.max(high - 16, Math.min(Math.floor(Math.log10(least)), high - 2)), high];
}

/** Colours of one arm as RGBA, one pixel a step and layer: steps to the right, the last layer on top. */
export function heatPixels(
  { values }: HeatArm,
  steps: number,
  layers: number,
  [low, high]: readonly [number, number],
): Uint8ClampedArray<ArrayBuffer> {
  const pixels = new Uint8ClampedArray(4 * steps * layers);
  values.forEach((norms, step) => {
    for (let layer = 0; layer < layers; layer++) {
      const value = norms[layer] ?? Number.NaN;
      const kind = kindOf(value);
      const share = (Math.log10(value) - low) / (high - low);
      const shade =
        kind === 'normal'
          ? shades[Math.round(255 * Math.min(1, Math.max(0, share)))]
          : kind === 'nan' || kind === 'infinite'
            ? nan
            : zero;
      pixels.set([...(shade ?? [0, 0, 0]), 255], 4 * ((layers - 1 - layer) * steps + step));
    }
  });
  return pixels;
}

/** Decades between the strongest and the weakest layer of a step; undefined where fewer than two can be compared. */
export function decadesApart(norms: ArrayLike<number> | undefined): number | undefined {
  const sizes = Array.from(norms ?? []).filter((value) => kindOf(value) === 'normal');
  return sizes.length < 2 ? undefined : Math.log10(Math.max(...sizes) / Math.min(...sizes));
}
