import { describe, expect, it } from 'vitest';
import { takeawayOf } from '../../../src/lessons/07-two-percent/takeaway.ts';
import {
  apart,
  asked,
  bothWays,
  comparisons,
  type Knobs,
  type QuantityName,
  ranges,
  stepsOf,
  stepsToDraw,
  turned,
  withOptimizer,
} from '../../../src/lessons/07-two-percent/twoWeights.ts';

const ways = (part: Partial<Knobs> = {}) => bothWays({ ...asked, ...part });
const steps = (part: Partial<Knobs> = {}) => {
  const { plain, residual } = ways(part);
  return [stepsOf(plain), stepsOf(residual)];
};
const compared = (name: QuantityName, part: Partial<Knobs> = {}) => {
  const knobs = { ...asked, ...part };
  const found = comparisons(knobs, bothWays(knobs)).find((one) => one.name === name);
  if (!found) throw new Error(`nothing is said of ${name}`);
  return found;
};

describe('the ways of the two units', () => {
  it('are one way, and equally long', () => {
    expect(steps()).toEqual([182, 182]);
    expect(apart(ways())).toBeLessThan(1e-9);
    expect(stepsToDraw(ways())).toBe(182);
  });

  it('keep the weights 1 apart: w = 1 + v', () => {
    const { plain, residual } = ways();
    for (const [i, w] of plain.weights.entries()) expect(w - (residual.weights[i] ?? 0)).toBeCloseTo(1, 12);
  });

  it('part under relative steps, and a weight of 0 never moves', () => {
    const relative = withOptimizer(asked, 'relative');
    expect(steps(relative)).toEqual([193, 6882]);
    expect(apart(ways(relative))).toBeUndefined();
    const { residual } = ways({ ...relative, start: 5 });
    expect(residual.outputs).toEqual([5]);
    expect(residual.end).toBe('stays away');
  });

  it('end where decay holds the step: at x^2 t / (x^2 + decay), or as much short of the correction', () => {
    const { plain, residual } = ways({ decay: 1 });
    expect(plain.end).toBe('stays away');
    // 25 * 5.2 / 26 = 5; 5 + 25 * 0.2 / 26 = 5.1923.
    expect(plain.outputs.at(-1)).toBeCloseTo(5, 6);
    expect(residual.outputs.at(-1)).toBeCloseTo(5.1923, 4);
    expect(stepsToDraw({ plain, residual })).toBeLessThan(300);
  });

  it('are cut where they diverge: 1 - 25 * 0.1 = -1.5 a step', () => {
    const { plain, residual } = ways({ rate: 0.1 });
    expect([plain.end, residual.end]).toEqual(['diverges', 'diverges']);
    // 0.1 * 1.5^n passes 1000 at n = 23.
    expect(plain.outputs).toHaveLength(23);
    expect(plain.outputs.every(Number.isFinite)).toBe(true);
    expect(steps({ rate: 0.1 })).toEqual([Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]);
  });
});

describe('the knobs', () => {
  it('stay within their ranges', () => {
    expect(turned(asked, 'target', 77).target).toBe(10);
    expect(turned(asked, 'rate', -1).rate).toBe(0.0001);
    expect(turned(asked, 'bits', 3.6).bits).toBe(4);
    expect(turned(asked, 'decay', Number.NaN).decay).toBe(0);
  });
  it('start at what the prediction asks', () => {
    for (const [name, { default: at, min, max }] of Object.entries(ranges)) {
      expect(asked).toHaveProperty(name, at);
      expect(at).toBeGreaterThanOrEqual(min);
      expect(at).toBeLessThanOrEqual(max);
    }
  });
});

describe('what is compared', () => {
  it.each([
    ['change', 1],
    ['slope', 1],
    ['steps', 1],
    ['weight', 51],
    ['share', 1 / 51],
    ['condition', 51],
    ['shaken', 51],
  ] as const)('%s has ratio %f', (name, ratio) => {
    expect(compared(name).ratio).toBeCloseTo(ratio, 9);
  });
  it('decay pulls 51 times as far', () => {
    const { plain, residual, ratio } = compared('pulled', { decay: 1 });
    expect(plain).toBeCloseTo(5.1 / 26, 12);
    expect(residual).toBeCloseTo(0.1 / 26, 12);
    expect(ratio).toBeCloseTo(51, 9);
  });
  it('has no ratio where there is nothing to divide', () => {
    expect(compared('pulled').ratio).toBeNaN();
    expect(compared('condition', { start: 5 }).ratio).toBeNaN();
    expect(compared('share', { start: 5 }).residual).toBeNaN();
    expect(compared('steps', { rate: 0.1 }).ratio).toBeNaN();
    expect(compared('steps', { ...withOptimizer(asked, 'relative'), start: 5 }).ratio).toBeNaN();
  });
  it('has its 51 from the output alone: at 10 both weights are of a size', () => {
    expect(compared('condition', { start: 10 }).ratio).toBeCloseTo(2, 12);
  });
});

describe('the takeaway', () => {
  const arms = [
    { name: 'plain', label: 'plain' },
    { name: 'residual', label: 'residual' },
  ];
  const says = (part: Partial<Knobs> = {}, view: 'output' | 'weight' | 'share' = 'output') => {
    const knobs = { ...asked, ...part };
    const [sentence] = takeawayOf(bothWays(knobs), view, knobs, arms, 'en');
    return String(sentence?.values.defaultValue ?? sentence?.key);
  };
  it.each([
    ['equal', {}, 'loss.equal'],
    ['nothing to do', { target: 5.1 }, 'Start and target are the same: there is nothing to learn.'],
    ['diverged', { rate: 0.1 }, 'Both units diverge at step 23.'],
    [
      'apart',
      withOptimizer(asked, 'relative'),
      'The <0/> unit arrives after 193 steps, the <1/> unit arrives after 6882 steps.',
    ],
  ] as const)('%s', (_, part, sentence) => expect(says(part)).toBe(sentence));
  it('says who stays away, and how far', () => {
    expect(says({ decay: 1 })).toMatch(/^The <0\/> unit is still 0\.200 away .* the <1\/> unit is still 0\.008 away/);
    expect(says({ ...withOptimizer(asked, 'relative'), start: 5 })).toContain('the <1/> unit does not move at all');
  });
  it('gives no percentage of 0', () => {
    expect(says({ start: 5 }, 'share')).toContain('the <1/> weight starts at 0, so it has no percentage');
    expect(says({}, 'weight')).toBe(
      'The <0/> weight goes from 1.020 to 1.040, the <1/> weight goes from 0.020 to 0.040.',
    );
  });
  it('waits for the run', () => {
    const [sentence] = takeawayOf(undefined, 'output', asked, arms, 'zh');
    expect(sentence?.values.defaultValue).toMatch(/还没有计算/);
  });
});
