/** The walk through the notes' code: every line is told of, and what is drawn there is what the block computes. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { due, review, tally } from '../../../src/lessons/09-build-a-block/defects.ts';
import { notesCode } from '../../../src/lessons/09-build-a-block/notesCode.ts';
import { mapsAt, measured, nextStop, shapeOf, stops } from '../../../src/lessons/09-build-a-block/stepping.ts';
import { passage, passedBlock } from '../../../src/model/blocks/passage.ts';
import { parseFashion } from '../../../src/model/data/fashion.ts';

const bytes = readFileSync('public/data/fashion14.bin');
const { test } = parseFashion(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
const walked = passage(test, 3, 1);
const at = (line: number, direction: 'forward' | 'backward') => {
  const stop = stops[line - 1];
  if (!stop) throw new Error(`there is no line ${line}`);
  return mapsAt(walked, stop, direction);
};
const values = (maps: ReturnType<typeof at>, key: string) => {
  const found = maps.find((one) => one.key === key);
  if (!found) throw new Error(`no maps of the ${key}`);
  return found.values;
};

describe('the lines of the notes', () => {
  it('are seventeen, and each stops at a layer of the block or computes nothing', () => {
    expect(notesCode).toHaveLength(17);
    const layers = new Set([
      ...passedBlock.main.map(({ name }) => name),
      'res2a_add',
      'res2a_relu',
      'input',
      undefined,
    ]);
    expect(stops.filter(({ layer }) => !layers.has(layer))).toEqual([]);
    expect(new Set(stops.map(({ layer }) => layer))).toEqual(layers);
  });
  it('are visited from the other end on the way back', () => {
    expect([nextStop(0, 'forward', 1), nextStop(16, 'backward', 1)]).toEqual([1, 15]);
    expect([nextStop(0, 'forward', -1), nextStop(0, 'backward', 1)]).toEqual([0, 0]);
  });
});

describe('a picture on its way', () => {
  it('has 8 maps outside and 4 within', () => {
    expect([1, 6, 9, 12, 15].map((line) => at(line, 'forward').map(shapeOf)[0])).toEqual([
      '(8, 14, 14, 8)',
      '(8, 14, 14, 4)',
      '(8, 14, 14, 4)',
      '(8, 14, 14, 8)',
      '(8, 14, 14, 8)',
    ]);
  });
  it('is added number by number at the plus', () => {
    const plus = at(14, 'forward');
    const [branch, shortcut, sum] = (['branch', 'shortcut', 'sum'] as const).map((key) => values(plus, key));
    const gaps = [...(sum ?? [])].map((value, i) => Math.abs(value - (branch?.[i] ?? 0) - (shortcut?.[i] ?? 0)));
    expect(Math.max(...gaps)).toBeLessThan(1e-5);
    expect(measured({ key: 'sum', shape: [14, 14, 8], values: sum ?? new Float32Array() }).norm).toBeGreaterThan(1);
  });
  it('leaves with no negative number, and a gradient in proportion to it', () => {
    const [out] = at(15, 'forward');
    const [back] = at(15, 'backward');
    expect(Math.min(...(out?.values ?? [Number.NaN]))).toBe(0);
    // E is the mean of y² over 8 pictures of 14·14·8 numbers
    const factor = 2 / (8 * 14 * 14 * 8);
    const gaps = [...(back?.values ?? [])].map((value, i) => Math.abs(value - factor * (out?.values[i] ?? 0)));
    expect(Math.max(...gaps)).toBeLessThan(1e-8);
  });
  it('gets the gradient of the plus along the shortcut, unchanged; both ways add up at the top', () => {
    const ways = at(5, 'backward');
    expect(values(ways, 'shortcut')).toEqual(values(at(14, 'backward'), 'sum'));
    const [whole] = at(1, 'backward');
    const gaps = [...(whole?.values ?? [])].map((value, i) =>
      Math.abs(value - (values(ways, 'shortcut')[i] ?? 0) - (values(ways, 'branch')[i] ?? 0)),
    );
    expect(Math.max(...gaps)).toBeLessThan(1e-8);
  });
  it('is another one, or meets other weights, when that is asked for', () => {
    expect(passage(test, 3, 1).steps[0]?.values).toEqual(walked.steps[0]?.values);
    expect(passage(test, 3, 2).steps[0]?.values).not.toEqual(walked.steps[0]?.values);
    expect(passage(test, test.count - 1, 1).picture).not.toEqual(walked.picture);
  });
  it('measures length and zeros: (3, 0, 4, 0) is 5 long and half zeros', () => {
    expect(measured({ key: 'here', shape: [2, 2, 1], values: Float32Array.of(3, 0, 4, 0) })).toEqual({
      norm: 5,
      zeros: 0.5,
    });
  });
});

describe('the review of the lines', () => {
  const lines = (wanted: (line: (typeof review)[number]) => boolean) =>
    review.flatMap((line, i) => (wanted(line) ? [i] : []));
  it('has every line of the code and two of the docstring', () => {
    expect(review).toHaveLength(notesCode.length + 2);
    expect(review.filter(({ text }) => text.includes('seed=0')).every(due)).toBe(true);
    expect(lines(due)).toHaveLength(6);
  });
  it('counts what was found, what was needless, and what was worth a remark', () => {
    expect(tally(new Set())).toEqual({ found: 0, due: 6, remarks: 0, sound: 0 });
    expect(tally(new Set(lines(due)))).toEqual({ found: 6, due: 6, remarks: 0, sound: 0 });
    expect(tally(new Set([0, 1]))).toEqual({ found: 0, due: 6, remarks: 1, sound: 1 });
  });
});
