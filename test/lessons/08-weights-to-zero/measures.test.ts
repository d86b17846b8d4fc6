import { describe, expect, it } from 'vitest';
import { constantAnswers } from '../../../src/lessons/08-weights-to-zero/constantAnswers.ts';
import { sharesAt, trunkNorm, trunkNormSince } from '../../../src/lessons/08-weights-to-zero/measures.ts';
import { stepsDrawn, strideOf } from '../../../src/lessons/08-weights-to-zero/readings.ts';
import { share, withRange } from '../../../src/lessons/08-weights-to-zero/writing.ts';
import { identity } from '../../../src/model/data/identity.ts';
import { layoutOf } from '../../../src/model/telemetry.ts';

describe('measures from telemetry', () => {
  // Two units of two layers: weights are stem, four trunk layers, head.
  const layout = layoutOf({ depth: 4, layersPerUnit: 2 });
  const rows = new Float32Array(2 * layout.stride);
  const put = (row: number, quantity: 'stateNorm' | 'branchNorm' | 'weightNorm', values: readonly number[]) =>
    rows.set(values, row * layout.stride + layout.at[quantity]);
  put(0, 'stateNorm', [2, 4, 8]);
  put(0, 'branchNorm', [1, 1]);
  put(0, 'weightNorm', [99, 1, 2, 3, 4, 99]);
  put(1, 'stateNorm', [2, 4, 8]);
  put(1, 'branchNorm', [0, 8]);
  put(1, 'weightNorm', [1, 0.5, 1, 1.5, 2, 1]);

  it('sets each branch beside its own input, times alpha', () => {
    expect(sharesAt(layout, rows, 0, 1)).toEqual([1 / 2, 1 / 4]);
    expect(sharesAt(layout, rows, 1, 0.5)).toEqual([0, 1]);
  });

  it('counts the trunk alone: (1 + 2 + 3 + 4) / 4 = 2.5, then half of it', () => {
    expect(trunkNorm(layout, rows, 0)).toBe(2.5);
    expect(trunkNormSince(layout, rows, 1)).toBe(0.5);
  });

  it('draws about a hundred points, the first step first', () => {
    expect([strideOf(1000), strideOf(50)]).toEqual([10, 1]);
    expect(stepsDrawn(1000)).toHaveLength(100);
    expect(stepsDrawn(25).slice(0, 3)).toEqual([0, 1, 2]);
  });
});

describe('answers that ignore the input', () => {
  it('can be checked by hand', () => {
    // Targets (1, 0) and (3, 4): squares 1 + 0 + 9 + 16 = 26, over 4. Variances 1 and 4, their mean 2.5.
    const examples = { count: 2, inputs: new Float32Array(4), targets: Float32Array.of(1, 0, 3, 4) };
    expect(constantAnswers(examples)).toEqual({ zero: 6.5, mean: 2.5 });
  });

  it('cost 1 and 1 - 2/pi on the identity task, up to chance', () => {
    const { zero, mean } = constantAnswers(identity(1).train);
    expect(Math.abs(zero - 1)).toBeLessThan(0.06);
    expect(Math.abs(mean - (1 - 2 / Math.PI))).toBeLessThan(0.03);
  });
});

describe('how shares are written', () => {
  it.each([
    [0.99, '99%'],
    [0.121, '12%'],
    [0.0236, '2.4%'],
    [0.00236, '0.24%'],
    [0.0000929, '9.3\u00a0×\u00a010⁻⁵'],
    [0, '0'],
    [42, '42.00 times'],
  ])('%f as %s', (value, text) => expect(share(value, 'en')).toBe(text));

  it('leaves out a range that prints as the median does', () => {
    expect(withRange({ median: 0.121, min: 0.092, max: 0.184 }, 'en', share)).toBe('12% (9.2% to 18%)');
    expect(withRange({ median: 0.121, min: 0.092, max: 0.184 }, 'zh', share)).toBe('12%（9.2% 到 18%）');
    expect(withRange({ median: 0.5, min: 0.5, max: 0.5 }, 'en', share)).toBe('50%');
  });
});
