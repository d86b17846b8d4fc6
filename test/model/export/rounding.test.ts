/** The rule that tells where rounding parts two correct programs, held against PyTorch where Python has it. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { defaultExperiment, type Experiment } from '../../../src/model/experiment.ts';
import { pytorchScript } from '../../../src/model/export/pytorch.ts';
import { amplifyingArms } from '../../../src/model/export/rounding.ts';
import { pythonWithTorch as python, unlessTorch } from './python.ts';

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
const silent: Experiment = {
  ...base,
  order: 'post',
  normalization: 'batch',
  arms: [
    { name: 'from 0', overrides: { branchScale: 'zero' } },
    { name: 'whole', overrides: { branchScale: 'one' } },
  ],
};
const namesOf = (experiment: Experiment) => amplifyingArms(experiment).map(({ name }) => name);

describe('rounding is amplified', () => {
  it('where a norm follows branches that start at 0, and nowhere else', () => {
    expect(namesOf(silent)).toEqual(['from 0']);
    expect(namesOf({ ...silent, normalization: 'none' })).toEqual([]);
    expect(namesOf({ ...base, normalization: 'layer', branchScale: 'learned' })).toEqual(['plain', 'residual']);
    expect(namesOf({ ...base, normalization: 'batch', branchScale: 'sqrt' })).toEqual([]);
  });

  it('and is named in the script for these arms alone', () => {
    const addresses = { link: '', data: '' };
    expect(pytorchScript(silent, addresses)).toContain('not surely in these arms of EXPERIMENT: 1.\n');
    expect(pytorchScript(base, addresses)).not.toContain('not surely');
  });
});

describe.skipIf(!python)(`the script measures it${unlessTorch}`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'rounding-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('between float32 and float64: thousandths for the arm that is named, a ten-thousandth at most for the other', () => {
    const path = join(folder, 'script.py');
    writeFileSync(path, pytorchScript(silent, { link: '', data: '' }));
    const { status, stdout, stderr } = spawnSync(python ?? '', [path, '--rounding'], { encoding: 'utf8' });
    expect(status, stderr).toBe(0);
    const apart = [...stdout.matchAll(/^(.+), seed 1: rounding parts the losses by (\S+) in 20 steps$/gm)];
    expect(apart.map(([, name]) => name)).toEqual(['from 0', 'whole']);
    const [first, second] = apart.map(([, , size]) => Number(size));
    expect(first).toBeGreaterThan(1e-3);
    expect(second).toBeLessThan(1e-4);
  }, 120_000);
});
