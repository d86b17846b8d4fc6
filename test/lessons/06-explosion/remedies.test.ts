import { describe, expect, it } from 'vitest';
import { conclude, outcomesOf, rowsOf, tracesOf } from '../../../src/lessons/06-explosion/remedyRows.ts';
import { remedyWords } from '../../../src/lessons/06-explosion/remedyWords.ts';
import { remedies, withRemedy } from '../../../src/lessons/06-explosion/settings.ts';
import { decadesPerUnit, doubling, stateGrowth } from '../../../src/lessons/06-explosion/start.ts';
import { isExperiment } from '../../../src/model/experiment.ts';
import { layoutOf } from '../../../src/model/telemetry.ts';
import type { SweepPoint } from '../../../src/model/worker/sweep.ts';
import { chineseFaults } from '../proseLint.ts';

const layout = layoutOf({ depth: 4, layersPerUnit: 2 });
/** Two units: norms of three states, and what reaches them on the way back. */
function rowWith(states: readonly number[], gradients: readonly number[]): Float32Array {
  const row = new Float32Array(layout.stride).fill(1);
  row.set(states, layout.at.stateNorm);
  row.set(gradients, layout.at.stateGradNorm);
  return row;
}
const first = rowWith([2, 6, 18], [8, 4, 2]);

function point(variant: number, seed: number, loss: number, divergedAt?: number): SweepPoint {
  const score = { loss, accuracy: 1 };
  const divergence = divergedAt === undefined ? {} : { divergence: { step: divergedAt, layer: 0 } };
  const losses = Float32Array.from({ length: 4 }, (_, step) => (step === divergedAt ? Number.NaN : 1 / (step + 1)));
  const final = { train: score, test: score };
  return {
    variant,
    seed,
    arms: [{ name: 'residual', layout, final, steps: 4, losses, first, last: first, ...divergence }],
  };
}
const keys = remedies.map(({ key }) => key);
/** Seeds 1 and 2: without a remedy both diverge; the third remedy loses one seed, the others end at 0.05. */
const points = keys.flatMap((_, variant) =>
  [1, 2].map((seed) =>
    variant === 0 || (variant === 3 && seed === 2)
      ? point(variant, seed, Number.NaN, seed)
      : point(variant, seed, 0.05),
  ),
);

describe('the start of a network', () => {
  it('grows as its last state to its first: 2, 6, 18 is 9 times', () => {
    expect(stateGrowth(layout, first)).toBe(9);
  });
  it('doubles its variance at 0.15 decades of norm a unit: 2^25 over 50', () => {
    expect(decadesPerUnit(2 ** 25, 50)).toBeCloseTo(doubling, 12);
    expect(doubling).toBeCloseTo(0.1505, 4);
  });
});

describe('the six settings', () => {
  it('are valid experiments that differ in one setting each', () => {
    for (const { key, change } of remedies) {
      expect(isExperiment(withRemedy(key))).toBe(true);
      expect(Object.keys(change).length).toBe(key === 'none' ? 0 : 1);
    }
  });
});

describe('outcomes of the sweep', () => {
  const outcomes = outcomesOf(points, keys);
  it('count the diverged seeds and the first update after which one did', () => {
    expect(outcomes.map(({ diverged }) => diverged)).toEqual([2, 0, 0, 1, 0, 0]);
    expect(outcomes[0]?.firstStep).toBe(1);
    expect(outcomes[3]?.losses).toEqual([0.05, Number.POSITIVE_INFINITY]);
  });
  it('draw states relative to the first and gradients relative to the last', () => {
    const [bare] = outcomes;
    if (!bare) throw new Error('no outcome');
    const [states, gradients, loss] = tracesOf(bare, 4);
    expect(states?.points.map(({ median }) => median)).toEqual([1, 3, 9]);
    expect(gradients?.points.map(({ median }) => median)).toEqual([4, 2, 1]);
    expect(loss?.ends.map(({ index }) => index)).toEqual([0, 1]);
    expect(loss?.points.at(-1)?.state).toBe('none');
  });
  it('conclude what trains and what does not', () => {
    expect(conclude(outcomes)).toMatchObject({
      growth: { median: 9 },
      diverged: 2,
      seeds: 2,
      low: ['scaled', 'zeroLast', 'layerNorm', 'batchNorm'],
      lost: ['learned'],
      of: 5,
    });
  });
  it('conclude nothing from nothing', () => {
    expect(conclude(outcomesOf([], keys))).toMatchObject({ seeds: 0, low: [], lost: [], of: 0 });
    expect(conclude(outcomesOf([], keys))).not.toHaveProperty('growth');
  });
});

describe('what the chart says', () => {
  const outcomes = outcomesOf(points, keys);
  const say = (language: 'en' | 'zh', of = outcomes) => remedyWords[language].take(conclude(of), 2, 4);
  it('names the remedies that train and those that lost a seed', () => {
    expect(say('en')).toBe(
      'Over 2 units the state of the <0/> network without a remedy ends at 9.00 times its size; 2 of 2 seeds diverged. Below loss 0.1 after 4 steps: α = 1/√units, last layer from 0, layer norm, batch norm. Diverged on some seed: learned α from 0.',
    );
    expect(say('zh')).toContain('有种子发散的：α 从 0 学起。');
  });
  it('does not speak of divergence where there is none, nor of all where it is not all', () => {
    const calm = outcomesOf(
      keys.map((_, variant) => point(variant, 1, 0.05)),
      keys,
    );
    expect(say('en', calm)).toBe(
      'Over 2 units the state of the <0/> network without a remedy ends at 9.00 times its size; its loss ends at 0.05. All five remedies end below loss 0.1 after 4 steps.',
    );
    const poor = outcomesOf(
      keys.map((_, variant) => point(variant, 1, 0.6)),
      keys,
    );
    expect(say('en', poor)).toContain('No remedy ends below loss 0.1');
    expect(say('zh', poor)).toContain('没有一种办法的损失低于 0.1');
  });
  it('says how each row came out, long and short', () => {
    const rows = rowsOf(outcomes, 4, remedyWords.en);
    expect(rows.map(({ outcome }) => outcome)).toEqual([
      '2 of 2 seeds diverged, the first after step 1',
      'final loss 0.05',
      'final loss 0.05',
      '1 of 2 seeds diverged, the first after step 2',
      'final loss 0.05',
      'final loss 0.05',
    ]);
    expect(rows.map(({ short }) => short).slice(0, 2)).toEqual(['2/2 diverged', 'loss 0.05']);
  });
  it('keeps to Chinese typography', () => {
    const zh = remedyWords.zh;
    const texts = [zh.caption(3, 9), zh.kind, zh.live, zh.none, zh.running(3, 18), zh.stateAt(3, 50), zh.lost(2, 3, 1)];
    expect(texts.flatMap(chineseFaults)).toEqual([]);
  });
});
