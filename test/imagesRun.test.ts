import { beforeAll, describe, expect, it } from 'vitest';
import { headless } from '../scripts/headless.ts';
import kept from '../scripts/images/gradient-over-training.json' with { type: 'json' };
import { type GradientRecord, gradientRecord } from '../scripts/images/gradientRecord.ts';
import { printPermalink } from '../src/model/permalink.ts';
import { read } from '../src/model/telemetry.ts';
import type { RunResult } from '../src/model/train.ts';
import { hero } from '../src/pages/hero.ts';

/** The kept numbers come from one machine. Another rounds a little differently, and training lets the difference grow. */
describe('the gradients kept for the drawing', () => {
  let result: RunResult;
  let anew: GradientRecord;
  beforeAll(async () => {
    const { engine, run } = await headless();
    result = await run(hero);
    anew = gradientRecord(hero, engine, result, kept.date);
  });

  const logs = (norms: string) => norms.split(' ').map((norm) => Math.log10(Number(norm)));
  const seedsOf = ({ arms }: GradientRecord) =>
    arms.flatMap(({ name, seeds }) => seeds.map((seed) => ({ name, seed })));

  it('are of the pair that the front page trains', () => {
    expect(kept.link).toBe(printPermalink(hero));
    expect(kept.arms.map(({ name, seeds }) => [name, seeds.map(({ seed }) => seed)])).toEqual(
      hero.arms.map(({ name }) => [name, [...hero.seeds]]),
    );
  });

  it('agree with a new run: closely at step 0, within a third of a decade wherever every seed still has one', () => {
    const [before, now] = [seedsOf(kept), seedsOf(anew)];
    expect(now.length).toBe(before.length);
    for (const [i, { name, seed }] of before.entries()) {
      // A plain seed on its way to 0 is wilder: there only the first 50 steps are held to it.
      const points = name === 'plain' ? 11 : undefined;
      for (const [s, { state, norms }] of seed.states.entries()) {
        const [old, fresh] = [logs(norms), logs(now[i]?.seed.states[s]?.norms ?? '')];
        expect(fresh.length).toBe(old.length);
        expect(Math.abs((fresh[0] ?? Number.NaN) - (old[0] ?? Number.NaN))).toBeLessThan(0.01);
        const apart = old.slice(0, points).map((log, p) => Math.abs(log - (fresh[p] ?? Number.NaN)));
        expect(Math.max(...apart), `${name}, seed ${seed.seed}, x_${state}`).toBeLessThan(1 / 3);
      }
    }
  });

  it('are exactly 0 at the end for the same seeds', () => {
    const silent = (record: GradientRecord) => seedsOf(record).map(({ seed }) => seed.silentFrom !== null);
    expect(silent(anew)).toEqual(silent(kept));
  });

  it('are 0 because ReLUs stop them: a gradient arrives at the last state, and no kernel is 0', () => {
    for (const [a, { layout, seeds }] of result.arms.entries()) {
      for (const [s, { rows }] of seeds.entries()) {
        const from = anew.arms[a]?.seeds[s]?.silentFrom;
        if (typeof from !== 'number') continue;
        expect(read(layout, rows, from, 'stateGradNorm')[layout.units]).toBeGreaterThan(0.01);
        expect(Math.min(...read(layout, rows, from, 'weightNorm'))).toBeGreaterThan(0.1);
      }
    }
    expect(anew.arms[0]?.seeds.some(({ silentFrom }) => silentFrom !== null)).toBe(true);
  });
});
