import { describe, expect, it } from 'vitest';
import { defaultExperiment, type Experiment } from '../../../src/model/experiment.ts';
import { keptRun, readRun, runFileVersion, snapshotOfRun, writeRun } from '../../../src/model/export/runFile.ts';
import { digitsOf, numbersIn, telemetryCsv, telemetryJson } from '../../../src/model/export/telemetryCsv.ts';
import { layoutOf } from '../../../src/model/telemetry.ts';
import type { ArmRun, RunSnapshot } from '../../../src/model/worker/snapshot.ts';

const experiment: Experiment = {
  ...defaultExperiment,
  dataset: 'spiral',
  depth: 4,
  steps: 3,
  seeds: [7, 9],
  arms: [
    { name: '=cmd()', overrides: { shortcutScale: 0, depth: 2 } },
    { name: 'residual', overrides: {} },
  ],
};
/** Every number different, and among them what float32 has of odd ones. */
const odd = [Number.NaN, Number.POSITIVE_INFINITY, 0, 1e-40, 0.1, 1 / 3];
const arms: readonly ArmRun[] = experiment.arms.map(({ name, overrides }, a) => {
  const layout = layoutOf({ depth: overrides.depth ?? 4, layersPerUnit: 2 });
  return {
    name,
    layout,
    seeds: experiment.seeds.map((seed, s) => ({
      seed,
      rows: Float32Array.from({ length: 3 * layout.stride }, (_, i) => odd[i] ?? Math.sin(1 + i + 100 * s + 1000 * a)),
      steps: 3,
      final: { train: { loss: Number.NaN, accuracy: 0.5 }, test: { loss: 1.25, accuracy: 1 } },
    })),
  };
});
const [first, second] = arms;
if (!first || !second) throw new Error('two arms were made');
// The second seed of the first arm stopped after one step.
const cut: ArmRun = {
  ...first,
  seeds: first.seeds.map((one, s) => {
    if (s === 0) return one;
    const rows = new Float32Array(one.rows.length);
    rows.set(one.rows.subarray(0, first.layout.stride));
    return { ...one, rows, steps: 1, divergence: { step: 0, layer: 1 } };
  }),
};
const snapshot: RunSnapshot = {
  status: 'done',
  experiment,
  arms: [cut, second],
  step: 3,
  engine: { name: 'fused', backend: 'simd' },
  milliseconds: 12.5,
  regions: {
    side: 2,
    extent: 1.5,
    arms: [0, 1].map((a) => ({ classes: Uint8Array.of(0, 1, 1, a), confidence: Float32Array.of(0.5, 1, 0.75, 0.1) })),
  },
  points: { inputs: Float32Array.of(0.1, 0.2, -0.3, 0.4), classes: Uint8Array.of(0, 1) },
};
const text = writeRun(keptRun(snapshot, new Date('2026-11-23T12:00:00Z')));

describe('a run file', () => {
  it('brings back every number, bit for bit', () => {
    const reading = readRun(text);
    if (reading.kind !== 'run') throw new Error(reading.kind);
    const back = snapshotOfRun(reading.run);
    expect(back.experiment).toEqual(experiment);
    expect(back.arms).toEqual(snapshot.arms);
    for (const [a, arm] of back.arms.entries()) {
      for (const [s, { rows }] of arm.seeds.entries()) {
        const before = snapshot.arms[a]?.seeds[s]?.rows ?? new Float32Array();
        expect(new Uint8Array(rows.buffer)).toEqual(new Uint8Array(before.buffer));
      }
    }
    expect(back.regions).toEqual(snapshot.regions);
    expect(back.points).toEqual(snapshot.points);
    expect(back.recording).toEqual({ date: '2026-11-23', engine: 'fused (simd)', milliseconds: 12.5 });
    expect(back.status).toBe('done');
  });

  it('written again says the same, and keeps where it came from', () => {
    const reading = readRun(text);
    if (reading.kind !== 'run') throw new Error(reading.kind);
    const again = writeRun(keptRun(snapshotOfRun(reading.run), new Date('2031-01-01')));
    expect(JSON.parse(again)).toEqual(JSON.parse(text));
  });

  it('of a later version is told apart from a damaged one', () => {
    const later = JSON.stringify({ ...JSON.parse(text), version: runFileVersion + 1, more: true });
    expect(readRun(later)).toEqual({ kind: 'newer', theirs: runFileVersion + 1 });
  });

  const changed = (change: (file: Record<string, unknown>) => void): string => {
    const file: Record<string, unknown> = JSON.parse(text);
    change(file);
    return JSON.stringify(file);
  };
  const networks = (change: (list: Record<string, unknown>[]) => void) =>
    changed((file) => {
      if (Array.isArray(file.networks)) change(file.networks);
    });
  it.each([
    ['nothing', ''],
    ['no JSON', '{"format":'],
    ['another JSON', '{"version":1,"lessons":{}}'],
    ['null', 'null'],
    ['a missing version', changed((file) => Reflect.deleteProperty(file, 'version'))],
    ['an impossible experiment', changed((file) => Object.assign(file, { experiment: { ...experiment, depth: 1e9 } }))],
    ['an unknown key', changed((file) => Object.assign(file, { more: 1 }))],
    [
      'an origin without a day',
      changed((file) => Object.assign(file, { origin: { date: 'x', engine: '', milliseconds: 1 } })),
    ],
    ['a network too few', networks((list) => list.pop())],
    ['a network too many', networks((list) => list.push(list[0] ?? {}))],
    ['numbers too few', networks((list) => Object.assign(list[0] ?? {}, { rows: 'AAAA' }))],
    ['numbers in no base64', networks((list) => Object.assign(list[0] ?? {}, { rows: '!!!!' }))],
    ['more steps than the experiment has', networks((list) => Object.assign(list[0] ?? {}, { steps: 4 }))],
    ['another seed', networks((list) => Object.assign(list[0] ?? {}, { seed: 8 }))],
    [
      'a divergence at a layer that is none',
      networks((list) => Object.assign(list[1] ?? {}, { divergence: { step: 0, layer: 99 } })),
    ],
    ['a plane of another size', changed((file) => Object.assign(file, { plane: { ...Object(file.plane), side: 3 } }))],
  ])('that holds %s is unreadable', (_, damaged) => {
    expect(damaged).not.toBe(text);
    expect(readRun(damaged)).toEqual({ kind: 'unreadable' });
  });
});

describe('digits', () => {
  it('are the fewest that lead back to the same float32 number', () => {
    expect(digitsOf(Math.fround(0.1))).toBe('0.1');
    expect(digitsOf(Math.fround(2.345678))).toBe('2.345678');
    expect(digitsOf(-0.3125)).toBe('-0.3125');
    expect(digitsOf(Number.NaN)).toBe('NaN');
    for (let i = 0; i < 2000; i++) {
      const value = Math.fround(Math.sin(i) * 10 ** ((i % 80) - 44));
      expect(Math.fround(Number(digitsOf(value)))).toBe(value);
    }
  });
});

describe('telemetry as CSV', () => {
  const lines = [...telemetryCsv({ experiment, arms: [cut, second] })].join('').split('\r\n');
  const header = lines[0]?.split(',') ?? [];

  it('has a line for each arm, seed and step that was trained, and a column for each number', () => {
    // 1 + 3 + 1 steps of the first arm, 3 + 3 of the second, and the end of the last line.
    expect(lines.length).toBe(1 + 3 + 1 + 3 + 3 + 1);
    expect(header).toEqual([
      ...['arm', 'seed', 'step', 'loss', 'accuracy'],
      ...[0, 1, 2, 3, 4, 5].map((i) => `kernelGradNorm ${i}`),
      ...[0, 1, 2].map((i) => `stateGradNorm ${i}`),
      ...[0, 1, 2].map((i) => `stateNorm ${i}`),
      ...[0, 1].map((i) => `branchNorm ${i}`),
      ...[0, 1, 2, 3, 4, 5].map((i) => `weightNorm ${i}`),
    ]);
    for (const line of lines.slice(1, -1)) expect(line.split(',').length).toBe(header.length);
  });

  it('leaves empty what an arm does not have', () => {
    const shallow = lines[1]?.split(',') ?? [];
    // 2 trunk layers, stem and head: 4 kernels, and one unit: 2 states.
    expect(shallow[header.indexOf('kernelGradNorm 4')]).toBe('');
    expect(shallow[header.indexOf('stateNorm 1')]).not.toBe('');
    expect(shallow[header.indexOf('stateNorm 2')]).toBe('');
  });

  it('keeps numbers numbers and makes no formula of a name', () => {
    expect(lines[1]?.startsWith("'=cmd(),7,0,NaN,Infinity,0,")).toBe(true);
    const last = lines.at(-2)?.split(',') ?? [];
    expect(Math.fround(Number(last[header.indexOf('loss')]))).toBe(second.seeds[1]?.rows[2 * second.layout.stride]);
  });
});

describe('telemetry as JSON', () => {
  it('has every number of every network, and reads back exactly', () => {
    const read = JSON.parse([...telemetryJson({ experiment, arms: [cut, second] })].join(''));
    expect(read.experiment).toEqual(experiment);
    expect(read.networks.map((one: { seed: number; steps: number }) => [one.seed, one.steps])).toEqual([
      [7, 3],
      [9, 1],
      [7, 3],
      [9, 3],
    ]);
    const { telemetry } = read.networks[0];
    expect(telemetry.loss[0]).toBe('NaN');
    expect(telemetry.accuracy[0]).toBe('Infinity');
    const { layout, seeds } = first;
    const norms = Array.from({ length: 4 }, (_, i) => seeds[0]?.rows[layout.stride + layout.at.weightNorm + i]);
    expect(telemetry.weightNorm[1].map(Math.fround)).toEqual(norms);
    expect(read.networks[1].divergence).toEqual({ step: 0, layer: 1 });
  });
});

it('counts the numbers of a run: rows times steps', () => {
  expect(numbersIn({ experiment, arms: [cut, second] })).toBe(4 * first.layout.stride + 6 * second.layout.stride);
});
