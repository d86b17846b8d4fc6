/** What the page measures of rounding, held against PyTorch where Python has it, and where it is said. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defaultExperiment, type Experiment } from '../../../src/model/experiment.ts';
import { pytorchScript } from '../../../src/model/export/pytorch.ts';
import { growthIn, promised, type Rounding, roundingOf, roundingQuestion } from '../../../src/model/export/rounding.ts';
import { memberOf } from './family.ts';
import { apart, type Losses, lossesByTorch, lossesHere, roundingHere } from './losses.ts';
import { pythonWithTorch as python, unlessTorch } from './python.ts';

const nowhere = { link: '', data: '' };
const base: Experiment = {
  ...defaultExperiment,
  dataset: 'spiral',
  width: 8,
  batch: 32,
  steps: 20,
  depth: 10,
  rate: 0.03,
  seeds: [1],
};
/** Its first arm hands the norm values with a variance near 0, which it divides by their deviation. */
const silent: Experiment = {
  ...base,
  order: 'post',
  normalization: 'batch',
  arms: [
    { name: 'from 0', overrides: { branchScale: 'zero' } },
    { name: 'whole', overrides: { branchScale: 'one' } },
  ],
};
/** No norm divides, no mask flips. */
const calm: Experiment = { ...base, activation: 'tanh', rate: 0.01 };
const deep: Experiment = { ...silent, depth: 60, width: 16, arms: [{ name: 'deep', overrides: { shortcutScale: 0 } }] };

describe('rounding', () => {
  it('is measured where it grows, and where it does not', async () => {
    const { apart: measured, seeds } = await roundingHere(silent);
    expect(seeds).toEqual([1]);
    expect(measured[0]).toBeGreaterThan(1e-3);
    for (const most of (await roundingHere(calm)).apart) {
      expect(most).toBeLessThan(promised / 10);
      // Other rounding is not nothing: a measurement of 0 would be none.
      expect(most).toBeGreaterThan(0);
    }
    const [most = 0] = (await roundingHere(deep)).apart;
    expect(most).toBeGreaterThan(0.01);
    expect(most).toBeLessThanOrEqual(1);
  });

  it('is the same each time, and counts no steps that the experiment has not', async () => {
    expect(await roundingHere(deep)).toEqual(await roundingHere(deep));
    const [one = 1] = (await roundingHere({ ...silent, steps: 1 })).apart;
    const [all = 0] = (await roundingHere(silent)).apart;
    expect(one).toBeLessThan(all / 100);
    expect(await roundingHere({ ...silent, steps: 300 })).toEqual(await roundingHere(silent));
  });

  it('is that of the worst seed, of five at most', () => {
    const asked = roundingQuestion({ ...silent, seeds: [9, 8, 7, 6, 5, 4, 3] });
    expect(asked.experiment.seeds).toEqual([9, 8, 7, 6, 5]);
    const found = (...sizes: number[]) => sizes.map((size, seed) => ({ seed, finding: { apart: size } }));
    const answer = {
      arms: [
        { name: 'a', seeds: found(1e-6, 2e-4) },
        { name: 'b', seeds: found(3e-6, 1e-7) },
        { name: 'c', seeds: found(promised, 0) },
      ],
    };
    const rounding = roundingOf(answer);
    expect(rounding).toEqual({ seeds: [0, 1], apart: [2e-4, 3e-6, promised] });
    expect(growthIn(rounding)).toEqual([{ arm: 0, apart: 2e-4 }]);
  });

  it('that overflows in one training alone counts as a whole loss', async () => {
    const wild = { ...base, activation: 'linear', initializer: 'normal', spread: 2, depth: 60, rate: 1 } as const;
    for (const most of (await roundingHere(wild)).apart) {
      expect(most).toBeGreaterThanOrEqual(0);
      expect(most).toBeLessThanOrEqual(1);
    }
  });
});

describe('the script says', () => {
  const scriptOf = (rounding?: Rounding) => pytorchScript(silent, nowhere, undefined, rounding).split('"""')[1] ?? '';
  it('which arms part, and by how much, measured with which seeds', () => {
    const said = scriptOf({ seeds: [1, 2], apart: [0.0312, 1e-6] });
    expect(said).toContain('but not surely in these arms\nof EXPERIMENT');
    expect(said).toContain('the losses move, with seeds 1, 2, by\n');
    expect(said).toContain('    3e-2 in arm 1\n');
    expect(said).not.toContain('arm 2');
  });
  it('that they agree, without a hedge, where rounding does not grow', () => {
    const said = scriptOf({ seeds: [1], apart: [1e-6, 1e-6] });
    expect(said).toContain('they agree to 0.0001');
    expect(said).toContain('no loss moves by as much, with seed 1.');
    expect(said).not.toMatch(/not surely|unless|about 0\.0001/);
  });
  it('that nobody measured it, where that was not possible', () => {
    expect(scriptOf()).toMatch(/about 0\.0001, unless .*Nobody measured/s);
  });
});

/** Drawn alike for everybody; more of them were looked at when the margin was chosen. */
const members = Array.from({ length: 20 }, (_, i) => memberOf(i));

describe.skipIf(!python)(`two programs${unlessTorch}`, () => {
  const experiments = [silent, deep, calm, ...members];
  let theirs: readonly (readonly (readonly Losses[])[])[] = [];
  beforeAll(() => {
    theirs = lossesByTorch(experiments.map((experiment) => pytorchScript(experiment, nowhere)));
  }, 240_000);

  it('agree within 0.0001 over 20 steps, or their arm was named', async () => {
    const tally = { parted: 0, named: 0, needlessly: 0, arms: 0 };
    for (const [i, experiment] of experiments.entries()) {
      const named = new Set(growthIn(await roundingHere(experiment)).map(({ arm }) => arm));
      const [ours = []] = await lossesHere(experiment);
      for (const [arm, losses] of ours.entries()) {
        const size = apart(theirs[i]?.[0]?.[arm] ?? [], losses);
        const says = `${JSON.stringify(experiment)}, arm ${arm}: apart by ${size}`;
        expect(size <= promised || named.has(arm), says).toBe(true);
        tally.arms++;
        if (size > promised) tally.parted++;
        if (named.has(arm)) tally.named++;
        if (named.has(arm) && size < promised / 10) tally.needlessly++;
      }
    }
    // The first arm of `silent` and `deep` part, most others stay together and are not named.
    expect(tally.parted).toBeGreaterThanOrEqual(2);
    expect(tally.named).toBeLessThan(tally.arms / 2);
    expect(tally.needlessly).toBeLessThanOrEqual(tally.arms / 20);
  }, 240_000);
});

describe.skipIf(!python)(`the script measures it too${unlessTorch}`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'rounding-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('between float32 and float64: thousandths for the arm that is named, a ten-thousandth at most for the other', () => {
    const path = join(folder, 'script.py');
    writeFileSync(path, pytorchScript(silent, nowhere));
    const { status, stdout, stderr } = spawnSync(python ?? '', [path, '--rounding'], { encoding: 'utf8' });
    expect(status, stderr).toBe(0);
    const parted = [...stdout.matchAll(/^(.+), seed 1: rounding parts the losses by (\S+) in 20 steps$/gm)];
    expect(parted.map(([, name]) => name)).toEqual(['from 0', 'whole']);
    const [first, second] = parted.map(([, , size]) => Number(size));
    expect(first).toBeGreaterThan(1e-3);
    expect(second).toBeLessThan(1e-4);
  }, 120_000);
});
