import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { borneOut } from '../../../src/components/prose/prediction.ts';
import { atStart, product } from '../../../src/lessons/03-product/lesson.ts';
import recorded from '../../../src/lessons/03-product/record.json';
import { buried, theoryOf } from '../../../src/lessons/03-product/ruler.ts';

const plain = { ...atStart, shortcutScale: 0 };
const residual = { ...atStart, shortcutScale: 1 };

describe('the theory of the ruler', () => {
  it('gives the sigmoid at least log10 4, and ReLU from Glorot weights half of log10 2', () => {
    expect(theoryOf(plain)).toEqual({ decades: expect.closeTo(Math.log10(4), 12), atLeast: true });
    expect(theoryOf({ ...plain, activation: 'relu' })).toEqual({
      decades: expect.closeTo(Math.log10(2) / 2, 12),
      atLeast: false,
    });
  });
  it('says why there is none', () => {
    expect(theoryOf({ ...plain, initializer: 'he' })).toMatchObject({ decades: undefined, without: 'large-weights' });
    expect(theoryOf(residual)).toMatchObject({ decades: undefined, without: 'states-grow' });
  });
  it('has no reason to give where there is one', () => {
    expect(theoryOf({ ...residual, activation: 'relu' }).without).toBeUndefined();
  });
});

describe('states below float32', () => {
  it.each([
    [[0, 0, 1e-40, 1e-3, 0, 1], 3],
    [[1, 0, 0], 0],
    [[0, 0], 2],
    [[Number.NaN, 0], 0],
    [[], 0],
  ])('%j: %i', (norms, states) => expect(buried(norms)).toBe(states));
});

describe('the prediction', () => {
  const prediction = product.predictions?.['first-of-twenty'] ?? { as: 'amount' as const, options: [] };
  const options = [...prediction.options].sort((a, b) => a.from - b.from);

  it('has an answer for everything that can be measured, and one only', () => {
    expect(options[0]?.from).toBe(0);
    expect(options.at(-1)?.to).toBe(Number.POSITIVE_INFINITY);
    for (const [i, { to }] of options.slice(0, -1).entries()) expect(options[i + 1]?.from).toBe(to);
  });
  it('is decided by the recorded measurement with decades to spare', () => {
    const ratio = recorded.claims
      .find(({ id }) => id === 'sigmoid-product')
      ?.values.find(({ name }) => name === 'plain');
    const { min = Number.NaN, max = Number.NaN } = ratio ?? {};
    expect(borneOut(prediction, min / 100)?.key).toBe('product');
    expect(borneOut(prediction, max * 100)?.key).toBe('product');
  });
  it('states the setting that is measured', () => {
    expect(atStart).toMatchObject({ depth: 20, width: 16, activation: 'sigmoid', initializer: 'glorot' });
    expect(atStart.seeds).toHaveLength(5);
    const asked =
      'Twenty sigmoid layers of width 16, Glorot weights, no normalisation, not yet trained; median of five seeds.';
    expect(readFileSync('src/lessons/03-product/en.mdx', 'utf8')).toContain(asked);
  });
});
