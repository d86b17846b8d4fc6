/** What mean-field theory expects of the gradient at the start, where it has a closed form. */
import type { Settings } from '../experiment.ts';
import { branchFactor } from '../network/specification.ts';

/**
 * Decades that ||dE/dx_l|| loses with each unit on its way back (positive vanishes), for wide networks with independent
 * weights. A layer multiplies the squared norm by chi = width * variance * E[phi'(z)^2], a unit by
 * lambda^2 + alpha^2 chi^layers; the slope is minus half the decimal logarithm.
 *
 * E[phi'^2] is 1/2 for relu and 1 for linear at any scale. For tanh (1) and sigmoid (1/16) it is the value at 0, the limit
 * of small states and an upper bound: the slope is then a lower bound. Layer norm cancels the weights' scale: plain relu
 * and linear networks keep the norm. Batch norm makes plain networks explode by a rate that depends on the batch.
 *
 * A branch that starts at 0 leaves the shortcut alone: exactly -log10 |lambda|, whatever the width.
 *
 * Undefined where no closed form is known: tanh and sigmoid with a shortcut (their states grow), tanh and sigmoid behind
 * a norm or with large weights, norms with a shortcut (no constant rate), shortcuts under a last relu (order `post`),
 * and correlated weights (`identity`).
 *
 * Sources: He et al. 2015 (arXiv:1502.01852) for relu; Yang et al. 2019 (arXiv:1902.08129) for batch norm.
 */
export function theoreticalSlope(settings: Settings): number | undefined {
  const { shortcutScale: lambda, order, activation, branchScale, layersPerUnit } = settings;
  const open = order === 'pre' || activation === 'linear';
  const silent = branchScale === 'zero' || branchScale === 'learned';
  if (silent) return open && lambda !== 0 ? -Math.log10(Math.abs(lambda)) : undefined;
  // Behind a norm the next unit takes out again what alpha did.
  const alpha = settings.normalization === 'none' ? branchFactor(settings) : 1;
  if (lambda === 0) {
    const layer = plainLayer(settings);
    return layer === undefined ? undefined : decades(alpha ** 2 * layer ** layersPerUnit);
  }
  if (!open || settings.normalization !== 'none' || !scaleFree(activation)) return undefined;
  const layer = plainLayer(settings);
  return layer === undefined ? undefined : decades(lambda ** 2 + alpha ** 2 * layer ** layersPerUnit);
}

const decades = (growth: number): number => -0.5 * Math.log10(growth);

const scaleFree = (activation: Settings['activation']) => activation === 'relu' || activation === 'linear';

/** E[phi'(z)^2]; for tanh and sigmoid at z = 0. */
const slopeSquared: Record<Settings['activation'], number> = { relu: 1 / 2, tanh: 1, sigmoid: 1 / 16, linear: 1 };

/** By how much one plain layer multiplies the squared norm of the gradient. */
function plainLayer(settings: Settings): number | undefined {
  const { activation, normalization, batch } = settings;
  const weights = weightEnergy(settings);
  if (weights === undefined) return undefined;
  switch (normalization) {
    case 'none':
      return scaleFree(activation) || weights <= 1 ? weights * slopeSquared[activation] : undefined;
    case 'layer':
      return scaleFree(activation) ? 1 : undefined;
    case 'batch':
      if (batch <= 3) return undefined;
      return activation === 'relu'
        ? batchNormRelu(batch)
        : activation === 'linear'
          ? (batch - 2) / (batch - 3)
          : undefined;
  }
}

/** width * variance of one trunk weight: what a kernel multiplies the squared norm of a vector by. */
function weightEnergy({ initializer, width, gain, spread }: Settings): number | undefined {
  switch (initializer) {
    case 'he':
      return 2 * gain ** 2;
    case 'glorot':
    case 'lecun':
    case 'orthogonal':
      return gain ** 2;
    case 'normal':
      return width * (gain * spread) ** 2;
    case 'identity':
      return undefined;
  }
}

/**
 * Growth of the squared gradient norm in one layer of relu and batch norm, at a batch of B > 3 (Yang et al. 2019). Two of
 * B standardised numbers have correlation c = -1/(B - 1); J(c) is relu's arc-cosine kernel and J' its derivative:
 *   ((B - 1 + J'(c)) / (1 - J(c)) - 1) / (B - 3)
 * which falls to pi / (pi - 1) = 1.467 as B grows.
 */
export function batchNormRelu(batch: number): number {
  const c = -1 / (batch - 1);
  const angle = Math.PI - Math.acos(c);
  const kernel = (Math.sqrt(1 - c * c) + c * angle) / Math.PI;
  return ((batch - 1 + angle / Math.PI) / (1 - kernel) - 1) / (batch - 3);
}
