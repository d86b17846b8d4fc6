/** Own data as text, in run files, in code, and drawn. */
import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { notebookWords } from '../../../src/components/export/notebookWords.ts';
import type { OwnData } from '../../../src/model/data/ownData.ts';
import { ownVersion, partOf, printOwn, readOwn } from '../../../src/model/data/ownDocument.ts';
import {
  brushed,
  type DrawnPoint,
  ownOfPoints,
  pointAt,
  pointFaults,
  pointsOfOwn,
  withoutNearest,
} from '../../../src/model/data/ownPoints.ts';
import { splitOwn } from '../../../src/model/data/ownSplit.ts';
import { defaultExperiment, type Experiment } from '../../../src/model/experiment.ts';
import { notebook } from '../../../src/model/export/notebook.ts';
import { pytorchScript } from '../../../src/model/export/pytorch.ts';
import { keptRun, readRun, snapshotOfRun, writeRun } from '../../../src/model/export/runFile.ts';
import { layoutOf } from '../../../src/model/telemetry.ts';
import type { RunSnapshot } from '../../../src/model/worker/snapshot.ts';
import { pythonWithTorch, unlessTorch } from '../export/python.ts';
import { blobs } from './cases.ts';

const own = blobs(60, 3, 3);
const experiment: Experiment = { ...defaultExperiment, dataset: 'own', depth: 2, steps: 2, seeds: [4] };

describe('own data as text', () => {
  it('come back as they were, with the same key', () => {
    expect(readOwn(printOwn(own))).toEqual({ kind: 'read', data: own });
  });
  it('of a later version are told apart from damaged ones', () => {
    expect(readOwn(JSON.stringify({ version: ownVersion + 1 }))).toEqual({ kind: 'newer', theirs: ownVersion + 1 });
    for (const text of ['', '{', 'null', '[]', '{"version":1}', printOwn(own).slice(0, -9)]) {
      expect(readOwn(text)).toEqual({ kind: 'unreadable' });
    }
  });
  it.each<[string, Partial<ReturnType<typeof partOf>>]>([
    ['too few columns', { columns: ['a'] }],
    ['a class too few', { classes: ['a', 'b'] }],
    ['an empty name', { classes: ['a', '', 'c'] }],
    ['a name too long', { columns: ['a', 'b', 'c'.repeat(41)] }],
    ['no base64', { inputs: '%' }],
    ['numbers cut short', { inputs: partOf(own).inputs.slice(0, 64) }],
    ['rows without classes', { labels: '' }],
    ['no number', { inputs: partOf({ ...own, inputs: own.inputs.map(() => Number.NaN) }).inputs }],
  ])('are not taken with %s', (_, part) => {
    const text = JSON.stringify({ version: ownVersion, data: { ...partOf(own), ...part } });
    expect(readOwn(text)).toEqual({ kind: 'unreadable' });
  });
});

const layout = layoutOf({ depth: 2, layersPerUnit: 2 });
const snapshot: RunSnapshot = {
  status: 'done',
  experiment,
  own,
  arms: experiment.arms.map(({ name }, a) => ({
    name,
    layout,
    seeds: [{ seed: 4, steps: 2, rows: Float32Array.from({ length: 2 * layout.stride }, (_, i) => i + a) }],
  })),
  step: 2,
  milliseconds: 1,
};
const text = writeRun(keptRun(snapshot, new Date('2026-11-23T12:00:00Z')));

describe('a run file of a run on own data', () => {
  it('brings them along', () => {
    const reading = readRun(text);
    if (reading.kind !== 'run') throw new Error(reading.kind);
    const back = snapshotOfRun(reading.run);
    expect(back.own).toEqual(own);
    expect(back.experiment).toEqual(experiment);
    expect(back.arms).toEqual(snapshot.arms);
  });
  it('is no whole one without them, nor with them where the run is on others', () => {
    const file = JSON.parse(text);
    expect(readRun(JSON.stringify({ ...file, own: undefined })).kind).toBe('unreadable');
    const other = { ...file, experiment: { ...experiment, dataset: 'spiral' } };
    expect(readRun(JSON.stringify(other)).kind).toBe('unreadable');
    expect(readRun(JSON.stringify({ ...other, own: undefined })).kind).toBe('run');
  });
  it('of the first version still opens', () => {
    const { own: _own, ...first } = JSON.parse(text);
    const old = { ...first, version: 1, experiment: { ...experiment, dataset: 'rings' } };
    expect(readRun(JSON.stringify(old)).kind).toBe('run');
  });
});

const addresses = { link: 'https://course.example/en/lab/?v=1&data=own', data: '' };
describe('the experiment as code', () => {
  it('holds the data, says so, and lets no name out of its text', () => {
    const hostile: OwnData = { ...own, columns: ['"]; import os #', 'b', '重'], classes: ['a', 'b', '"""'] };
    const script = pytorchScript(experiment, addresses, hostile);
    expect(script).toMatch(/^[\x20-\x7e\n]+$/);
    expect(script).not.toContain('"]; import os');
    expect(script).toContain('whoever gets this script gets them');
    for (const language of ['en', 'zh'] as const) {
      const book = notebook(experiment, addresses, notebookWords(language), own);
      expect(book).toContain(notebookWords(language).own);
      expect(book).toContain(String(own.inputs[0]));
    }
  });
  it('holds none where the experiment is on others, and is not written where they are missing', () => {
    const script = pytorchScript({ ...experiment, dataset: 'spiral' }, addresses, own);
    expect(script).not.toContain(String(own.inputs[0]));
    expect(() => pytorchScript(experiment, addresses)).toThrow(RangeError);
  });
  it.skipIf(!pythonWithTorch)(`splits and standardises as the page does${unlessTorch}`, () => {
    const order = [
      'import json, sys',
      'space = {"__name__": "script"}',
      'exec(compile(sys.stdin.read(), "script", "exec"), space)',
      'parts = space["load_data"]("own", 4)',
      'print(json.dumps([[part.ravel().tolist() for part in pair] for pair in parts]))',
    ].join('\n');
    const { stdout, stderr, status } = spawnSync(pythonWithTorch ?? '', ['-c', order], {
      input: pytorchScript(experiment, addresses, own),
      encoding: 'utf8',
    });
    expect(status, stderr).toBe(0);
    const [[inputs, targets], [testInputs, testTargets]] = JSON.parse(stdout);
    const { train, test } = splitOwn(own, 4);
    expect(targets).toEqual([...train.targets]);
    expect(testTargets).toEqual([...test.targets]);
    const off = (ours: Float32Array, theirs: number[]) =>
      Math.max(...ours.map((value, i) => Math.abs(value - (theirs[i] ?? Number.NaN))));
    expect(inputs).toHaveLength(train.inputs.length);
    expect(off(train.inputs, inputs)).toBeLessThan(1e-6);
    expect(off(test.inputs, testInputs)).toBeLessThan(1e-6);
  });
});

describe('points drawn by hand', () => {
  const square: DrawnPoint[] = Array.from({ length: 24 }, (_, i) =>
    pointAt((i % 5) / 4 - 0.5, i / 24, i % 3 === 0 ? 3 : 1),
  );
  it('are data once there are enough of them, and points again', () => {
    const data = ownOfPoints(square);
    expect(data).toMatchObject({ columns: ['x', 'y'], classes: ['2', '4'] });
    expect(data && pointsOfOwn(data)).toEqual(square);
    expect(pointFaults(square)).toEqual([]);
    expect(pointsOfOwn(own)).toEqual([]);
  });
  it('say what they still lack', () => {
    expect(pointFaults([])).toEqual([{ kind: 'few-rows', found: 0, least: 20 }]);
    expect(pointFaults(square.slice(0, 2)).map(({ kind }) => kind)).toEqual(['few-rows', 'rare-class', 'rare-class']);
    expect(pointFaults(square.map((point) => ({ ...point, kind: 0 })))).toEqual([{ kind: 'one-class', name: '1' }]);
    expect(ownOfPoints(square.slice(0, 2))).toBeUndefined();
  });
  it('stay on the board, fall anew with each stroke, and the nearest one goes', () => {
    const points = brushed(0.99, -0.99, 2, 5, 1);
    expect(points).toHaveLength(5);
    expect(points[0]).toEqual({ x: 0.99, y: -0.99, kind: 2 });
    expect(points.every(({ x, y }) => Math.abs(x) <= 1 && Math.abs(y) <= 1)).toBe(true);
    expect(brushed(0.99, -0.99, 2, 5, 1)).toEqual(points);
    expect(brushed(0.99, -0.99, 2, 5, 2)).not.toEqual(points);
    const two = [pointAt(0, 0, 0), pointAt(0.05, 0, 1)];
    expect(withoutNearest(two, 0.04, 0, 0.1)).toEqual([two[0]]);
    expect(withoutNearest(two, 0.5, 0, 0.1)).toBe(two);
  });
});
