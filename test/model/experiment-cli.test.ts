import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
function run(script: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', `scripts/${script}.ts`, ...args], {
    cwd: root,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

const tiny = 'data=spiral&width=4&depth=4&steps=5&batch=16';

describe('npm run experiment', () => {
  it('prints one row per arm and seed', () => {
    const { status, stdout } = run('experiment', '--link', tiny, '--seeds', '1,2');
    expect(status).toBe(0);
    const rows = stdout
      .trim()
      .split('\n')
      .map((line) => line.split(/\s{2,}/));
    expect(rows.map((row) => row.slice(0, 2))).toEqual([
      ['arm', 'seed'],
      ['plain', '1'],
      ['plain', '2'],
      ['residual', '1'],
      ['residual', '2'],
    ]);
    for (const row of rows.slice(1)) expect(row.at(-1)).toBe('no');
  }, 30_000);

  it('gives the same numbers as JSON each time, seeds from the link', () => {
    const [first, second] = [1, 2].map(() => run('experiment', '--json', '--link', `?${tiny}&seeds=4`).stdout);
    expect(first).toBe(second);
    const { engine, experiment, runs } = JSON.parse(first ?? '');
    expect(engine).toEqual({ name: 'fused', backend: 'simd' });
    expect(experiment.seeds).toEqual([4]);
    expect(runs.map((row: { arm: string; seed: number }) => [row.arm, row.seed])).toEqual([
      ['plain', 4],
      ['residual', 4],
    ]);
    for (const row of runs) {
      expect(row.trainLoss).toBeGreaterThan(0);
      expect(row.testAccuracy).toBeGreaterThanOrEqual(0);
      expect(row.initialRatio).toBeGreaterThan(0);
      expect(row.diverged).toBeNull();
    }
  }, 30_000);

  it('says where an arm diverged', () => {
    const link = `${tiny}&opt=sgd&lr=10&init=he&gain=10&arm=one`;
    const { status, stdout } = run('experiment', '--json', '--link', link, '--seeds', '1');
    expect(status).toBe(0);
    const [row] = JSON.parse(stdout).runs;
    expect(row.diverged.step).toBeLessThan(5);
    expect(row.trainLoss === null || row.trainLoss > 1e6).toBe(true);
  }, 30_000);

  it('tells what it clamped, and runs', () => {
    const { status, stderr, stdout } = run('experiment', '--link', `${tiny}&wd=-3`, '--seeds', '1');
    expect(status).toBe(0);
    expect(stderr).toBe('wd: -3 is outside 0 to 10; 0 is used.\n');
    expect(stdout.trim().split('\n').length).toBe(3);
  }, 30_000);

  it.each([
    [['--seeds', '1'], '--link is missing'],
    [['--link', tiny, '--seed', '1'], "Unknown option '--seed'"],
    [['--link', tiny, '--seeds', '1.5'], '--seeds takes whole numbers'],
    [['--link', tiny, '--seeds', ''], '--seeds takes whole numbers'],
    [['--link', tiny, '--seeds', '1,1'], 'names a seed twice'],
    [['--link', 'depth=abc'], 'depth: "abc" is not a number.'],
    [['--link', 'act=constructor'], 'act: "constructor" is not one of relu, tanh, sigmoid, linear.'],
    [['--link', 'nonsense'], 'There is no setting "nonsense".'],
    [['--link', tiny, 'stray'], "Unexpected argument 'stray'"],
  ])(
    'refuses %j with a sentence and exit 1',
    (args, message) => {
      const { status, stdout, stderr } = run('experiment', ...args);
      expect(status).toBe(1);
      expect(stdout).toBe('');
      expect(stderr).toContain(message);
      expect(stderr).not.toContain('    at ');
    },
    30_000,
  );
});

it('trains with the engine asked for, which gives the same to four digits', () => {
  const losses = (...flags: string[]) => {
    const { stdout } = run('experiment', '--json', '--link', tiny, '--seeds', '1', ...flags);
    const { engine, runs } = JSON.parse(stdout);
    return { name: engine.name, losses: runs.map(({ trainLoss }: { trainLoss: number }) => trainLoss.toPrecision(4)) };
  };
  const [fused, tape] = [losses(), losses('--engine', 'tape')];
  expect([fused.name, tape.name]).toEqual(['fused', 'tape']);
  expect(fused.losses).toEqual(tape.losses);
  expect(run('experiment', '--link', tiny, '--engine', 'steam').stderr).toContain('--engine takes fused or tape');
}, 60_000);

describe('npm run verify-reference', () => {
  const folder = mkdtempSync(join(tmpdir(), 'reference-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('prints one row per file, and exit 0 when all agree', () => {
    const { status, stdout } = run(
      'verify-reference',
      'test/reference/plain-relu.json',
      'test/reference/residual-odd-width.json',
    );
    expect(status).toBe(0);
    const rows = stdout.trim().split('\n');
    expect(rows.length).toBe(2);
    expect(rows[0]).toMatch(/^plain-relu\.json +fused \d\.\de-\d+ {2}tape \d\.\de-\d+ {2}ok/);
  }, 30_000);

  it('exits 1 on a malformed or missing file with a sentence, and still does the others', () => {
    const broken = join(folder, 'broken.json');
    writeFileSync(broken, '{"format": "residual-reference/1"}');
    const { status, stdout, stderr } = run(
      'verify-reference',
      broken,
      join(folder, 'missing.json'),
      'test/reference/plain-relu.json',
    );
    expect(status).toBe(1);
    const rows = stdout.trim().split('\n');
    expect(rows.map((row) => / {2}(ok|FAILED)/.exec(row)?.[1])).toEqual(['FAILED', 'FAILED', 'ok']);
    expect(stderr).toContain('broken.json: name is not as residual-reference/1 has it.');
    expect(stderr).toContain('missing.json');
    expect(stderr).not.toContain('    at ');
  }, 30_000);

  it('exits 1 when no file is named', () => {
    const { status, stderr } = run('verify-reference');
    expect(status).toBe(1);
    expect(stderr).toContain('Name at least one reference file');
  }, 30_000);
});
