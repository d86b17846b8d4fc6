/** What an engine needs to know of a network beyond its settings, and what follows from the settings alone. */
import type { Settings } from '../experiment.ts';

/**
 * The whole recipe of one network and its optimizer. Optimizers mean what PyTorch's mean: the decay of `sgd`,
 * `momentum` and `adam` is L2 (decay times parameter, added to the gradient), that of `adamw` is decoupled (the
 * parameter shrinks by rate times decay before the update); Adam's betas are 0.9 and 0.999, its epsilon 1e-8.
 * Batch and layer norm use the biased variance and epsilon 1e-5.
 */
export interface NetworkSpec extends Readonly<Settings> {
  /** alpha in y = lambda x + alpha F(x). A unit with a learned scale multiplies F by that as well. */
  readonly branchFactor: number;
  /** Used by the `momentum` optimizer alone: v = momentum v + gradient, parameter = parameter - rate v. */
  readonly momentum: number;
}

/** Number of residual units: trunk weight layers over layers per unit. */
export const unitsOf = (settings: Pick<Settings, 'depth' | 'layersPerUnit'>): number =>
  settings.depth / settings.layersPerUnit;

/**
 * The constant alpha: 1, 1/sqrt(units) or 1/units. Units that begin at zero (`zero`, `learned`) have 1: what starts
 * there as 0 is the last kernel, or the learned scalar beside alpha (De and Smith 2020; Bachlechner et al. 2020).
 */
export function branchFactor(settings: Pick<Settings, 'branchScale' | 'depth' | 'layersPerUnit'>): number {
  switch (settings.branchScale) {
    case 'sqrt':
      return 1 / Math.sqrt(unitsOf(settings));
    case 'units':
      return 1 / unitsOf(settings);
    case 'one':
    case 'zero':
    case 'learned':
      return 1;
  }
}

export const networkOf = (settings: Settings): NetworkSpec => ({
  ...settings,
  branchFactor: branchFactor(settings),
  momentum: 0.9,
});

/** How many numbers the network learns. */
export function parameterCount(settings: Settings, inputSize: number, outputSize: number): number {
  const { width, depth, normalization, finalNorm, branchScale } = settings;
  const normed = normalization === 'none' ? 0 : depth + (finalNorm ? 1 : 0);
  const scales = branchScale === 'learned' ? unitsOf(settings) : 0;
  return (inputSize + 1) * width + depth * (width + 1) * width + 2 * width * normed + scales + (width + 1) * outputSize;
}
