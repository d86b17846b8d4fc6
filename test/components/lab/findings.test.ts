import { describe, expect, it } from 'vitest';
import { plainText, written } from '../../../src/components/charts/sentence.ts';
import { worded } from '../../../src/components/charts/worded.ts';
import { type Examined, middle, middles } from '../../../src/components/lab/examined.ts';
import { swapTake, takeOf, worstOf } from '../../../src/components/lab/findings.ts';
import { translator } from '../../../src/i18n/index.ts';
import type { ListedKind as Kind } from '../../../src/model/analysis/kinds.ts';

const plain = { name: 'plain', label: 'plain' };
const residual = { name: 'residual', label: 'residual' };
function said<K extends Kind>(kind: K, arms: readonly Examined<K>[], language: 'en' | 'zh' = 'en'): string {
  const t = translator(language).getFixedT(language, 'charts');
  return plainText(written([worded(takeOf[kind](arms, language), arms)], t, language));
}

it('the middle is that of the numbers alone', () => {
  expect(middle([1, Number.NaN, 3, Number.POSITIVE_INFINITY])).toBe(2);
  expect(middle([])).toBeNaN();
  expect(middles([[1, 2], [3]])).toEqual([2, 2]);
});

it('the worst place counts from 1; without places there is none', () => {
  expect(worstOf([0.9, 0.2, 0.5])).toEqual({ place: 2, accuracy: 0.2 });
  expect(worstOf([])).toBeUndefined();
});

describe('conclusions are computed', () => {
  const gradient = (ratio: number) => ({ norms: new Float32Array(), slope: 0, ratio });
  it('ratios in words, one for each arm', () => {
    const arms = [
      { ...plain, found: [gradient(0.005), gradient(0.005)] },
      { ...residual, found: [gradient(4.8)] },
    ];
    expect(said('gradient', arms)).toBe(
      'Beside the gradient at the last state, that at the first one is: plain five in a thousand; residual 4.8 times as much.',
    );
    expect(said('gradient', arms, 'zh')).toBe(
      '与最后一个状态的梯度相比，第一个状态的梯度：plain 千分之五；residual 4.8 倍。',
    );
  });
  it('a gradient of no number is said to be none', () => {
    expect(said('gradient', [{ ...plain, found: [gradient(Number.NaN)] }])).toContain('plain not a number');
  });
  it('the lesion that costs most, over the seeds', () => {
    const report = (deleted: readonly number[]) => ({ intact: 0.9, deleted, swapped: [] });
    const arms = [{ ...residual, found: [report([0.5, 0.8]), report([0.7, 0.2]), report([0.6, 0.85])] }];
    // Medians over the seeds are 0.6 and 0.8.
    expect(said('lesion', arms)).toBe('The unit whose loss costs most accuracy: residual unit 1, from 90% to 60%.');
  });
  it('the swap that costs most is named by both units', () => {
    const report = { intact: 0.9, deleted: [], swapped: [0.8, 0.3] };
    expect(swapTake([{ ...residual, found: [report] }], 'en')).toBe(
      'The swap of neighbours that costs most accuracy: <0/> units 2 and 3, from 90% to 30%.',
    );
    expect(swapTake([{ ...residual, found: [{ ...report, swapped: [] }] }], 'en')).toContain('<0/> none (90%).');
  });
  it('answers half-way and at the end', () => {
    const scores = [0.5, 0.6, 0.9].map((accuracy) => ({ loss: 1, accuracy }));
    expect(said('readOut', [{ ...plain, found: [scores] }])).toBe(
      'Accuracy when the head answers half-way, and at the end: plain 60%, then 90%.',
    );
  });
  it('powers, shares and cosines', () => {
    const shrink = { exponents: [9.04, 9], ratios: [] };
    expect(said('shrink', [{ ...plain, found: [shrink] }])).toContain('plain 9.0.');
    const branches = { ratios: [], shares: [0.1, 0.3, 0.2], cancellation: 1, weightNorms: [] };
    expect(said('branches', [{ ...plain, found: [branches] }])).toContain('plain 20.0%.');
    expect(said('similarity', [{ ...plain, found: [{ states: [0, 0.998] }] }])).toContain('plain 0.998.');
    expect(said('agreement', [{ ...plain, found: [{ cosine: -0.126 }] }])).toContain('plain \u22120.13.');
  });
});
