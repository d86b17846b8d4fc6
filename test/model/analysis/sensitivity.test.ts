import { describe, expect, it } from 'vitest';
import {
  conditionNumber,
  decayBias,
  type Journey,
  noiseSpread,
  outputAtPrecision,
  outputsOnTheWay,
  plainModel,
  residualModel,
  roundedToBits,
  stepsToTarget,
} from '../../../src/model/analysis/sensitivity.ts';
import { random } from '../../../src/model/random.ts';
import { median, tenSeeds } from './cases.ts';

const x = 5;
/** From 5.1 to 5.2 as near as a hundredth of the way. */
const journey = (model: typeof plainModel, part: Pick<Journey, 'optimizer' | 'rate'>): Journey => ({
  x,
  from: model.weightFor(5.1, x),
  target: 5.2,
  tolerance: 0.001,
  ...part,
});
const steps = (part: Pick<Journey, 'optimizer' | 'rate'>) =>
  [plainModel, residualModel].map((model) => stepsToTarget(model, journey(model, part)));

describe('from 5.1 to 5.2', () => {
  it('asks the plain weight for 2 %, the residual one for 100 %', () => {
    const change = (model: typeof plainModel) => model.weightFor(5.2, x) / model.weightFor(5.1, x) - 1;
    expect(change(plainModel)).toBeCloseTo(1 / 51, 10);
    expect(change(residualModel)).toBeCloseTo(1, 10);
  });

  it('takes SGD equally many steps: the error falls by 1 - 25 rate in each', () => {
    // 0.975^n <= 0.01: n = ln 100 / -ln 0.975 = 181.9; 0.75^n <= 0.01: n = 16.01.
    expect(steps({ optimizer: 'sgd', rate: 0.001 })).toEqual([182, 182]);
    expect(steps({ optimizer: 'sgd', rate: 0.01 })).toEqual([17, 17]);
  });

  it('takes Adam equally many', () => {
    expect(steps({ optimizer: 'adam', rate: 0.001 })).toEqual([24, 24]);
    expect(steps({ optimizer: 'adam', rate: 0.01 })).toEqual([25, 25]);
  });

  it('takes steps relative to the weight far more in the residual form', () => {
    // 1.0001^n >= (5.199 / 5) / (5.1 / 5): n = 192.3; 1.0001^n >= 0.199 / 0.1: n = 6881.7.
    expect(steps({ optimizer: 'relative', rate: 1e-4 })).toEqual([193, 6882]);
  });

  it('gives the same outputs on the way, to the last digits', () => {
    for (const optimizer of ['sgd', 'adam'] as const) {
      const [plain, residual] = [plainModel, residualModel].map((model) =>
        outputsOnTheWay(model, journey(model, { optimizer, rate: 0.001 })),
      );
      for (const [i, y] of (plain ?? []).entries())
        expect(Math.abs(y - (residual?.[i] ?? Number.NaN))).toBeLessThan(1e-9);
    }
  });

  it('never arrives where steps are too long', () => {
    // 1 - 25 * 0.1 = -1.5.
    expect(steps({ optimizer: 'sgd', rate: 0.1 })).toEqual([Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]);
  });
});

describe('from a random weight of sd 0.1 to 5.1, ten seeds', () => {
  const medianSteps = (model: typeof plainModel, optimizer: Journey['optimizer']) =>
    median(
      tenSeeds.map((seed) => {
        const from = 0.1 * random(seed, 'weight').normal();
        return stepsToTarget(model, { x, from, target: 5.1, optimizer, rate: 0.001, tolerance: 0.001 });
      }),
    );

  it('the residual form is nearer: Adam needs ten times fewer steps, SGD somewhat fewer', () => {
    expect(medianSteps(plainModel, 'adam')).toBeGreaterThan(5 * medianSteps(residualModel, 'adam'));
    expect(medianSteps(plainModel, 'sgd')).toBeGreaterThan(medianSteps(residualModel, 'sgd'));
    // ln(5.1 / 0.001) / -ln 0.975 = 337.2 from 0.
    expect(Math.abs(medianSteps(plainModel, 'sgd') - 338)).toBeLessThan(5);
  });
});

describe('what is relative to the weight', () => {
  it('is 51 times smaller in the residual form: 5.1 against 0.1', () => {
    expect(conditionNumber(plainModel, x, 5.1)).toBeCloseTo(1, 12);
    expect(conditionNumber(residualModel, x, 5.1)).toBeCloseTo(1 / 51, 12);
    for (const of of [
      (model: typeof plainModel) => decayBias(model, x, 5.1, 1),
      (model: typeof plainModel) => noiseSpread(model, x, 5.1, 0.01),
    ]) {
      expect(of(plainModel) / of(residualModel)).toBeCloseTo(51, 9);
    }
  });

  it.each([
    // 5.1 wd / (25 + wd)
    [0.1, 0.0203, 0.0004],
    [1, 0.1962, 0.0038],
    [5, 0.85, 0.0167],
  ])('decay %f pulls the outputs by %f and %f', (decay, plain, residual) => {
    expect(decayBias(plainModel, x, 5.1, decay)).toBeCloseTo(plain, 4);
    expect(decayBias(residualModel, x, 5.1, decay)).toBeCloseTo(residual, 4);
  });

  it('decay leaves off where SGD with decay comes to rest', () => {
    let w = 0;
    for (let step = 0; step < 2000; step++) w -= 0.01 * ((plainModel.output(w, x) - 5.1) * x + w);
    expect(5.1 - plainModel.output(w, x)).toBeCloseTo(decayBias(plainModel, x, 5.1, 1), 9);
  });

  it('noise of 1 % of the weight spreads the output by 0.051 and 0.001', () => {
    expect(noiseSpread(plainModel, x, 5.1, 0.01)).toBeCloseTo(0.051, 9);
    expect(noiseSpread(residualModel, x, 5.1, 0.01)).toBeCloseTo(0.001, 9);
    const stream = random(1, 'noise');
    const w = plainModel.weightFor(5.1, x);
    const errors = Array.from({ length: 4000 }, () => plainModel.output(w * (1 + 0.01 * stream.normal()), x) - 5.1);
    const measured = Math.sqrt(errors.reduce((sum, error) => sum + error ** 2, 0) / errors.length);
    expect(measured / noiseSpread(plainModel, x, 5.1, 0.01)).toBeCloseTo(1, 1);
  });

  it('four significant bits leave 5.0000 and 5.0977', () => {
    // 1.02 -> 1.000; 0.02 = 1.28 / 64 -> 1.25 / 64 = 0.01953125.
    expect(outputAtPrecision(plainModel, x, 5.1, 4)).toBe(5);
    expect(outputAtPrecision(residualModel, x, 5.1, 4)).toBeCloseTo(5.09765625, 10);
  });

  it('rounding keeps the leading bits', () => {
    expect([0, 1, 1.0625, 1.07, -1.07, 0.1, 15, 1.99].map((value) => roundedToBits(value, 4))).toEqual([
      0, 1, 1.125, 1.125, -1.125, 0.1015625, 15, 2,
    ]);
  });
});
