/** The page's own arithmetic in Python beside its engines: the same losses, bit by bit. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { type Arithmetic, arithmeticOf } from '../../../src/model/engine/arithmetic.ts';
import { fusedEngine } from '../../../src/model/engine/fused.ts';
import { relaxedSupported } from '../../../src/model/engine/support.ts';
import { tapeEngine } from '../../../src/model/engine/tape.ts';
import { type Experiment, wholeDepth } from '../../../src/model/experiment.ts';
import { arithmeticCode } from '../../../src/model/export/python/arithmetic.ts';
import { pytorchScript } from '../../../src/model/export/pytorch.ts';
import { promised } from '../../../src/model/export/rounding.ts';
import { kernelBytes } from '../engine/kernel.ts';
import { calm, deep, memberOf, silent } from './family.ts';
import { apart, lossesByTorch, lossesHere } from './losses.ts';
import { pythonWithTorch as python, unlessTorch } from './python.ts';

/** PyTorch's own order of sums, unless steps are asked for. */
const scriptOf = (experiment: Experiment, arithmetic: Arithmetic = arithmeticOf()) =>
  pytorchScript(experiment, { link: '', data: '' }, undefined, { seeds: experiment.seeds, apart: [], arithmetic });

/** Others than those of the default script; in them every choice of the family occurs. */
const members = Array.from({ length: 12 }, (_, i) => memberOf(100 + i));
/** The tape takes its time, so these are not as deep. */
const shallow = Array.from({ length: 22 }, (_, i): Experiment => {
  const member = memberOf(200 + i);
  return { ...member, depth: wholeDepth(Math.min(member.depth, 18), member.layersPerUnit) };
});

/** Its products are cut into parts. */
const wide: Experiment = { ...calm, dataset: 'digits', width: 61, batch: 255, depth: 2, arms: calm.arms.slice(1) };

it.each([
  ['the kernel', members],
  ['tfjs', shallow],
])('draws members for %s that differ in every choice', (_, drawn) => {
  const values = (name: keyof Experiment) => new Set(drawn.map((member) => member[name])).size;
  expect(values('activation')).toBe(4);
  expect(values('normalization')).toBe(3);
  expect(values('order')).toBe(2);
  expect(values('optimizer')).toBe(4);
  expect(values('branchScale')).toBe(5);
  expect(values('dataset')).toBe(4);
  expect(values('finalNorm')).toBe(2);
  expect(new Set(drawn.map(({ width }) => width % 4)).size).toBe(4);
});

describe.skipIf(!python)(`in the arithmetic of the kernel${unlessTorch}`, () => {
  it.each([
    ['relaxed', [silent, deep, calm, wide, ...members]],
    ['kernel', [silent, deep, ...members.slice(0, 5)]],
  ] as const)(
    'every loss is that of %s.wasm',
    async (build, experiments) => {
      const engine = await fusedEngine(await kernelBytes(build));
      const arithmetic = build === 'relaxed' ? arithmeticOf() : 'twice';
      const theirs = lossesByTorch(
        experiments.map((experiment) => scriptOf(experiment, arithmetic)),
        20,
      );
      for (const [i, experiment] of experiments.entries()) {
        expect(theirs[i], JSON.stringify(experiment)).toEqual(await lossesHere(experiment, undefined, engine));
      }
    },
    240_000,
  );

  it('the two builds differ, or one of them was not tested', async () => {
    expect(relaxedSupported()).toBe(true);
    const [one, other] = [await kernelBytes('relaxed'), await kernelBytes('kernel')];
    const differs =
      JSON.stringify(await lossesHere(deep, undefined, await fusedEngine(one))) !==
      JSON.stringify(await lossesHere(deep, undefined, await fusedEngine(other)));
    expect(differs).toBe(arithmeticOf() === 'once');
  });

  it('training goes on in PyTorch’s own after the last exact step, with the same moments', async () => {
    const kinds = ['sgd', 'momentum', 'adam', 'adamw'] as const;
    const experiments = kinds.map(
      (optimizer): Experiment => ({
        ...calm,
        optimizer,
        decay: 0.01,
        rate: optimizer.startsWith('adam') ? 0.003 : 0.01,
      }),
    );
    const theirs = lossesByTorch(
      experiments.map((one) => scriptOf(one)),
      10,
    );
    let others = 0;
    for (const [i, experiment] of experiments.entries()) {
      const [ours = []] = await lossesHere(experiment);
      for (const [arm, losses] of ours.entries()) {
        const found = theirs[i]?.[0]?.[arm] ?? [];
        if (found.some((loss, step) => loss !== losses[step])) others++;
        expect(found.slice(0, 10)).toEqual(losses.slice(0, 10));
        expect(apart(found, losses)).toBeLessThan(promised / 10);
      }
    }
    // The steps after the tenth are another arithmetic's.
    expect(others).toBeGreaterThan(4);
  }, 60_000);

  it('a product that is added without being rounded is rounded once, whatever the numbers', () => {
    const check = `
import math, random, sys
from fractions import Fraction
from types import SimpleNamespace
import numpy as np
import torch
FUSED = True
${arithmeticCode('once')}
def nearest(q):
    """The float32 nearest to a fraction, and of two the even one."""
    if q == 0:
        return 0.0
    unit = Fraction(2) ** max(math.frexp(float(abs(q)))[1] - 25, -149)
    while unit > Fraction(2) ** -149 and abs(q) < unit * 2**23: unit /= 2
    while abs(q) >= unit * 2**24: unit *= 2
    return float(round(q / unit) * unit)
draw = random.Random(1)
twice = 0
for i in range(6000):
    # Products of about half the last digit of c, and a hair more or less: ties that are none.
    hair = draw.randrange(1, 2**8)
    a, b = 1 + hair * 2.0**-23, (1 - hair * 2.0**-23) if i % 3 else (1 + draw.randrange(2**20) * 2.0**-23)
    scale = (0, -60, -119, -122)[i % 4]
    c = draw.choice([-1, 1]) * (1 + draw.randrange(2**23) * 2.0**-23) * 2.0**scale
    a, b, c = f32(a * 2.0**-12), f32(draw.choice([-1, 1]) * b * 2.0 ** (scale - 12)), f32(c)
    exact = nearest(Fraction(float(a)) * Fraction(float(b)) + Fraction(float(c)))
    found = float(product(np.array([[a]]), np.array([[b]]), np.array([c]))[0, 0])
    assert found == exact, (i, float(a), float(b), float(c), found, exact)
    twice += float(f32(f64(a) * f64(b) + f64(c))) != exact
print(twice)
`;
    const { status, stdout, stderr } = spawnSync(python ?? '', ['-c', check], { encoding: 'utf8' });
    expect(status, stderr).toBe(0);
    // Rounding twice, to float64 and then to float32, would have been wrong that often.
    expect(Number(stdout)).toBeGreaterThan(500);
  }, 60_000);
});

describe.skipIf(!python)(`in the arithmetic of tfjs${unlessTorch}`, () => {
  it('every loss is that of the tape on the cpu backend', async () => {
    const tape = await tapeEngine({ backend: 'cpu' });
    const experiments = [silent, deep, calm, wide, ...shallow];
    const theirs = lossesByTorch(
      experiments.map((experiment) => scriptOf(experiment, 'tfjs')),
      20,
    );
    for (const [i, experiment] of experiments.entries()) {
      expect(theirs[i], JSON.stringify(experiment)).toEqual(await lossesHere(experiment, undefined, tape));
    }
  }, 240_000);

  it('the page’s two arithmetics differ, and only one of them is in a script', async () => {
    const [ofKernel, ofTape] = [scriptOf(deep), scriptOf(deep, 'tfjs')];
    const [one, other] = lossesByTorch([ofKernel, ofTape], 20);
    expect(one).not.toEqual(other);
    expect(ofKernel.match(/^def product/gm)?.length).toBe(1);
    expect(ofTape.match(/^def product/gm)?.length).toBe(1);
    expect(ofTape).not.toContain('FUSED');
  }, 60_000);
});

describe.skipIf(!python)(`--exact${unlessTorch}`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'exact-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'script.py');
  const run = (...options: string[]) => spawnSync(python ?? '', [path, ...options], { encoding: 'utf8' });
  const lossesIn = (csv: string) =>
    csv
      .trim()
      .split('\r\n')
      .slice(1)
      .map((line) => Number(line.split(',')[4]));
  const experiment: Experiment = { ...silent, depth: 4, steps: 20 };

  it('replays as many steps as it is told, of all arms', async () => {
    writeFileSync(path, scriptOf(experiment));
    const out = join(folder, 'losses.csv');
    const { status, stderr } = run('--exact', '20', '--out', out);
    expect(status, stderr).toBe(0);
    expect(lossesIn(readFileSync(out, 'utf8'))).toEqual((await lossesHere(experiment)).flat(2));
    expect(lossesIn(run('--out', '-').stdout)).not.toEqual(lossesIn(readFileSync(out, 'utf8')));
  }, 60_000);

  it('is 20 with seeds and at depths that were not measured, unless it is said', async () => {
    writeFileSync(path, scriptOf(experiment));
    const out = join(folder, 'others.csv');
    const taken = (...options: string[]) => {
      expect(run(...options, '--out', out).status).toBe(0);
      return lossesIn(readFileSync(out, 'utf8'));
    };
    const others = (await lossesHere({ ...experiment, seeds: [5] })).flat(2);
    expect(taken('--seeds', '5')).toEqual(others);
    expect(taken('--seeds', '5', '--exact', '0')).not.toEqual(others);
    expect(taken('--depths', '6')).toEqual((await lossesHere({ ...experiment, depth: 6 })).flat(2));
  }, 60_000);
});
