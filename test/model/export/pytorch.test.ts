/** The exported script is run, where Python has PyTorch, and its losses are compared with those of our engine. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { headless } from '../../../scripts/headless.ts';
import { defaultExperiment, type Experiment } from '../../../src/model/experiment.ts';
import { pytorchScript } from '../../../src/model/export/pytorch.ts';
import { read } from '../../../src/model/telemetry.ts';
import type { RunResult } from '../../../src/model/train.ts';
import { members } from './members.ts';
import { anyPython, pythonWithTorch as python, unlessTorch } from './python.ts';

const addresses = { link: 'https://course.example/en/?v=1', data: 'https://course.example/data/fashion14.bin' };
const fashion = join(import.meta.dirname, '../../../public/data/fashion14.bin');

const names = Object.keys(members);
/** In no arm does rounding grow: PyTorch's own arithmetic. */
const steady = ({ seeds }: Experiment) => ({ seeds, apart: [], arithmetic: 'once' as const });

describe('the script', () => {
  it('is ASCII, whatever the arms are called', () => {
    for (const experiment of Object.values(members)) {
      for (const arithmetic of ['once', 'twice', 'tfjs'] as const)
        expect(pytorchScript(experiment, addresses, undefined, arithmetic)).toMatch(/^[\x20-\x7e\n]+$/);
    }
  });

  it('cannot be left through a name or a link', () => {
    const hostile = '"""\n\\"; import os #';
    const script = pytorchScript(
      { ...defaultExperiment, arms: [{ name: hostile, overrides: {} }] },
      { link: `https://x/?${hostile}`, data: hostile },
    );
    expect(script).not.toContain('import os #');
    expect(script).toContain('\\u0022\\u0022\\u0022\\u000a\\u005c\\u0022; import os \\u0023');
  });

  it.skipIf(!anyPython)('is Python', () => {
    for (const experiment of Object.values(members)) {
      const input = pytorchScript(experiment, addresses);
      const { status, stderr } = spawnSync(anyPython ?? '', ['-c', 'import ast, sys; ast.parse(sys.stdin.read())'], {
        input,
        encoding: 'utf8',
      });
      expect(status, stderr).toBe(0);
    }
  });
});

describe.skipIf(!python)(`run by PyTorch${unlessTorch}`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'script-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const results = new Map<string, RunResult>();
  const place = (name: string, extension: string) => join(folder, `${names.indexOf(name)}.${extension}`);

  beforeAll(async () => {
    for (const [name, experiment] of Object.entries(members)) {
      writeFileSync(place(name, 'py'), pytorchScript(experiment, addresses, undefined, steady(experiment)));
    }
    // One process for all of them, since importing PyTorch takes longer than training.
    const driver = `import runpy, sys
for path in sys.argv[2:]:
    sys.argv = [path, "--out", path[:-3] + ".csv", "--fashion", ${JSON.stringify(fashion)}]
    runpy.run_path(path, run_name="__main__")`;
    const paths = names.map((name) => place(name, 'py'));
    const { status, stderr } = spawnSync(python ?? '', ['-c', driver, '-', ...paths], { encoding: 'utf8' });
    expect(status, stderr).toBe(0);
    const engine = await headless();
    for (const [name, experiment] of Object.entries(members)) results.set(name, await engine.run(experiment));
  }, 240_000);

  /** The numbers of each row; names of arms, in front, may hold commas. */
  const rowsOf = (path: string) =>
    readFileSync(path, 'utf8')
      .trim()
      .split('\r\n')
      .slice(1)
      .map((line) => line.split(',').slice(-7).map(Number));

  it.each(names)('%s: the same losses and gradients over the first 20 steps', (name) => {
    const rows = rowsOf(place(name, 'csv'));
    const { arms } = results.get(name) ?? { arms: [] };
    const { seeds } = members[name] ?? defaultExperiment;
    expect(rows.length).toBe(arms.length * seeds.length * 20);
    // Seed after seed, within a seed arm after arm.
    for (const [s, seed] of seeds.entries()) {
      for (const [a, { layout, seeds: runs }] of arms.entries()) {
        const from = (s * arms.length + a) * 20;
        for (let step = 0; step < 20; step++) {
          const [ofSeed, , ofStep, loss = Number.NaN, , first = Number.NaN, last = Number.NaN] =
            rows[from + step] ?? [];
          expect([ofSeed, ofStep]).toEqual([seed, step]);
          const ours = runs[s]?.rows ?? new Float32Array();
          const expected = read(layout, ours, step, 'loss')[0] ?? Number.NaN;
          expect(Math.abs(loss - expected) / Math.max(1, expected), `loss at step ${step}`).toBeLessThan(1e-4);
          const norms = read(layout, ours, step, 'stateGradNorm');
          expect(first / (norms[0] ?? Number.NaN), `first gradient at step ${step}`).toBeCloseTo(1, 2);
          expect(last / (norms[layout.units] ?? Number.NaN), `last gradient at step ${step}`).toBeCloseTo(1, 2);
        }
      }
    }
  });

  it('sweeps seeds and depths, and runs one task of a scheduler into a file of its own', () => {
    const script = place(names[2] ?? '', 'py');
    const out = join(folder, 'sweep.csv');
    const order = [script, '--seeds', '1-2,5', '--depths', '2,7', '--steps', '3', '--out', out];
    const listed = spawnSync(python ?? '', [...order, '--list'], { encoding: 'utf8' });
    expect(listed.stdout.trim().split('\n').at(-1)).toBe('task 5: seed 5, depth 7');
    const { status, stderr } = spawnSync(python ?? '', [...order, '--dtype', 'float64'], {
      encoding: 'utf8',
      env: { ...process.env, SLURM_ARRAY_TASK_ID: '4' },
    });
    expect(status, stderr).toBe(0);
    const rows = rowsOf(join(folder, 'sweep-0004.csv'));
    // Task 4 is the second seed of the second depth, which becomes 8, four whole units; two arms, three steps.
    expect(rows.map(([seed, depth, step]) => [seed, depth, step])).toEqual(
      [0, 1, 2, 0, 1, 2].map((step) => [2, 8, step]),
    );
    const wrong = spawnSync(python ?? '', [...order, '--task', '6'], { encoding: 'utf8' });
    expect(wrong.status).toBe(2);
    expect(wrong.stderr).toContain('6 tasks count from 0');
  }, 120_000);
});
