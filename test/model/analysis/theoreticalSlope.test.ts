import { describe, expect, it } from 'vitest';
import { batchNormRelu, theoreticalSlope } from '../../../src/model/analysis/theoreticalSlope.ts';
import type { Settings } from '../../../src/model/experiment.ts';
import { settingsFor } from './cases.ts';

const slope = (part: Partial<Settings>) => theoreticalSlope(settingsFor({ depth: 50, ...part }));

describe('the theoretical slope', () => {
  it.each([
    // width * variance * E[phi'^2] = 1 * 1/16: log10 4.
    ['sigmoid, glorot', { activation: 'sigmoid' }, 0.6021],
    // 16 * 0.01 / 16 = 0.01: one decade.
    ['sigmoid, sd 0.1', { activation: 'sigmoid', initializer: 'normal' }, 1],
    // 16 * 0.01 = 0.16: -log10 0.4.
    ['tanh, sd 0.1', { activation: 'tanh', initializer: 'normal' }, 0.3979],
    ['tanh, glorot', { activation: 'tanh' }, 0],
    // 1 * 1/2: log10(2) / 2.
    ['relu, glorot', {}, 0.1505],
    // 0.16 / 2 = 0.08: -log10(0.08) / 2.
    ['relu, sd 0.1', { initializer: 'normal' }, 0.5485],
    // (1/4 * 1/2)^2 = 1/64: log10 8.
    ['relu, half glorot, two layers', { gain: 0.5, layersPerUnit: 2 }, 0.9031],
    ['relu, he', { initializer: 'he' }, 0],
    ['relu, he, layer norm', { initializer: 'he', normalization: 'layer' }, 0],
    ['relu, he, batch norm', { initializer: 'he', normalization: 'batch' }, -0.087],
    // Residual: lambda^2 + chi^k = 1 + 1, 1 + 1/4, 1 + 1/50.
    ['residual relu, he', { initializer: 'he', shortcutScale: 1 }, -0.1505],
    ['residual relu, glorot, two layers', { shortcutScale: 1, layersPerUnit: 2 }, -0.0485],
    ['residual relu, he, 1/sqrt(units)', { initializer: 'he', shortcutScale: 1, branchScale: 'sqrt' }, -0.0043],
    ['lambda 1/2, branches at 0', { shortcutScale: 0.5, branchScale: 'zero' }, 0.301],
    ['learned branch, tanh, layer norm', { shortcutScale: 1, branchScale: 'learned', normalization: 'layer' }, 0],
  ] satisfies [string, Partial<Settings>, number][])('of %s', (_, part, wanted) => {
    expect(slope(part)).toBeCloseTo(wanted, 4);
  });

  it.each([
    ['tanh beside a shortcut', { activation: 'tanh', shortcutScale: 1 }],
    ['tanh with weights that enlarge', { activation: 'tanh', gain: 1.5 }],
    ['tanh behind layer norm', { activation: 'tanh', normalization: 'layer' }],
    ['layer norm beside a shortcut', { normalization: 'layer', shortcutScale: 1 }],
    ['relu after the addition', { order: 'post', shortcutScale: 1 }],
    ['weights around the identity', { initializer: 'identity' }],
    ['a plain network whose branches are 0', { branchScale: 'zero' }],
    ['batch norm over three examples', { normalization: 'batch', batch: 3 }],
  ] satisfies [string, Partial<Settings>][])('is not known for %s', (_, part) => {
    expect(slope(part)).toBeUndefined();
  });
});

describe('batch norm with relu', () => {
  it.each([
    [16, 1.261],
    [32, 1.234],
    [64, 1.222],
    [128, 1.216],
  ])('multiplies the norm, at a batch of %i, by %f', (batch, factor) => {
    expect(Math.sqrt(batchNormRelu(batch))).toBeCloseTo(factor, 3);
  });

  it('approaches pi / (pi - 1) from above', () => {
    expect(batchNormRelu(64)).toBeGreaterThan(Math.PI / (Math.PI - 1));
    expect(batchNormRelu(1e6)).toBeCloseTo(Math.PI / (Math.PI - 1), 5);
  });
});
