import { describe, expect, it } from 'vitest';
import type { Answer, Question } from '../../src/model/analysis/question.ts';
import { defaultExperiment, type Experiment, settingsOf } from '../../src/model/experiment.ts';
import {
  decodeAnswer,
  decodeRun,
  decodeSweep,
  encodeAnswer,
  encodeRun,
  encodeSweep,
  type Origin,
  RecordingError,
} from '../../src/model/recording.ts';
import { layoutOf, read } from '../../src/model/telemetry.ts';
import type { RunResult } from '../../src/model/train.ts';
import { sweepArmsOf, variantsOf } from '../../src/model/worker/sweep.ts';

const origin: Origin = { date: '2026-11-23', engine: 'fused (simd)', milliseconds: 120 };
const experiment: Experiment = { ...defaultExperiment, depth: 4, steps: 100, seeds: [7, 8] };

/** A made-up run: at step s, place i the telemetry is 2^(i - s), the loss 1/(s + 1); the plain arm's second seed ends early. */
const result = (of: Experiment): RunResult => ({
  arms: of.arms.map((arm, a) => {
    const layout = layoutOf(settingsOf(of, arm));
    const seeds = of.seeds.map((seed, s) => {
      const lost = a === 0 && s === 1;
      const steps = lost ? 3 : of.steps;
      const rows = new Float32Array(layout.stride * of.steps);
      for (let step = 0; step < steps; step++) {
        for (let i = 0; i < layout.stride; i++) rows[step * layout.stride + i] = 2 ** (i - step);
        rows[step * layout.stride] = 1 / (step + 1);
      }
      if (lost) rows[2 * layout.stride + layout.at.stateNorm] = Number.POSITIVE_INFINITY;
      const loss = lost ? Number.NaN : 0.25;
      const score = { loss, accuracy: 0.5 };
      return {
        seed,
        rows,
        steps,
        final: { train: score, test: score },
        ...(lost && { divergence: { step: 2, layer: 0 } }),
      };
    });
    return { name: arm.name, layout, seeds };
  }),
});

describe('a recorded run', () => {
  const bytes = encodeRun(origin, experiment, result(experiment)).buffer;
  const again = decodeRun(bytes);
  it('keeps origin, experiment, scores and every loss exactly', () => {
    expect(again).toMatchObject({ origin, experiment });
    const [plain, residual] = again.arms;
    expect(residual?.seeds[1]?.final).toEqual({
      train: { loss: 0.25, accuracy: 0.5 },
      test: { loss: 0.25, accuracy: 0.5 },
    });
    expect(plain?.seeds[1]).toMatchObject({ steps: 3, divergence: { step: 2, layer: 0 } });
    expect(plain?.seeds[1]?.final?.train.loss).toBeNaN();
    const losses = Array.from({ length: 100 }, (_, step) =>
      residual ? read(residual.layout, residual.seeds[0]?.rows ?? new Float32Array(), step, 'loss')[0] : undefined,
    );
    expect(losses).toEqual(losses.map((_, step) => Math.fround(1 / (step + 1))));
  });
  it('keeps the rest to 0.2% at the first and the last step, also what is no number', () => {
    const [plain, residual] = again.arms;
    const expected = result(experiment).arms[1];
    for (const step of [0, 99]) {
      const at = (arm: typeof residual | typeof expected) =>
        arm ? [...read(arm.layout, arm.seeds[0]?.rows ?? new Float32Array(), step, 'stateGradNorm')] : [];
      for (const [i, value] of at(expected).entries()) expect((at(residual)[i] ?? 0) / value).toBeCloseTo(1, 2.5);
    }
    const rows = plain?.seeds[1]?.rows ?? new Float32Array();
    expect(plain && read(plain.layout, rows, 2, 'stateNorm')[0]).toBe(Number.POSITIVE_INFINITY);
  });
  it('is small: under a quarter of the telemetry', () => {
    const whole = result(experiment).arms.flatMap(({ seeds }) => seeds.map(({ rows }) => rows.byteLength));
    expect(bytes.byteLength).toBeLessThan(whole.reduce((sum, size) => sum + size, 0) / 4);
  });
  it('refuses what is no recording, what is cut short and what another version wrote', () => {
    expect(() => decodeRun(new ArrayBuffer(2))).toThrow(RecordingError);
    expect(() => decodeRun(new TextEncoder().encode('<!doctype html>').buffer)).toThrow(RecordingError);
    expect(() => decodeRun(bytes.slice(0, bytes.byteLength - 10))).toThrow('too short');
    const text = new TextDecoder('latin1').decode(bytes).replace('"version":1', '"version":2');
    expect(() => decodeRun(Uint8Array.from(text, (letter) => letter.charCodeAt(0)).buffer)).toThrow('another version');
    expect(() => decodeSweep(bytes)).toThrow('variants');
  });
});

describe('a recorded sweep', () => {
  it('keeps every point with its loss, its first and its last row', () => {
    const variants = variantsOf(experiment, 'depth', [2, 6]);
    const points = variants.map((variant, index) => ({
      variant: index,
      seed: 7,
      arms: result({ ...experiment, ...variant.change, seeds: [7] }).arms.flatMap(sweepArmsOf),
    }));
    const again = decodeSweep(encodeSweep(origin, experiment, variants, points).buffer);
    expect(again.variants).toEqual(variants);
    expect(again.points.map(({ variant, seed }) => [variant, seed])).toEqual([
      [0, 7],
      [1, 7],
    ]);
    const [arm, expected] = [again.points[1]?.arms[1], points[1]?.arms[1]];
    expect(arm?.losses).toEqual(expected?.losses);
    expect(arm?.layout.units).toBe(3);
    for (const row of ['first', 'last'] as const) {
      for (const [i, value] of (expected?.[row] ?? []).entries())
        expect((arm?.[row][i] ?? 0) / value).toBeCloseTo(1, 2.5);
    }
  });
});

describe('a recorded answer', () => {
  const question: Question<'shrink'> = { kind: 'shrink', experiment, trained: false };
  const finding = (first: number) => ({ exponents: [first, Number.NaN, 1 / 3], ratios: [0, 1e-40] });
  const answer: Answer<'shrink'> = {
    arms: experiment.arms.map(({ name }, a) => ({
      name,
      seeds: experiment.seeds.map((seed, s) => ({ seed, finding: finding(a + s / 10) })),
    })),
  };
  const bytes = encodeAnswer(origin, question, answer).buffer;
  it('keeps question and every number exactly, also what is no number', () =>
    expect(decodeAnswer(bytes, 'shrink')).toEqual({ origin, question, answer }));
  it('keeps what has other parts: a list of 32-bit numbers, single numbers', () => {
    const gradient: Question<'gradient'> = {
      kind: 'gradient',
      experiment: { ...experiment, seeds: [7] },
      trained: true,
    };
    const found = { norms: Float32Array.of(3, 4, 0.1), slope: -0.25, ratio: 0.75 };
    const arms = experiment.arms.map(({ name }) => ({ name, seeds: [{ seed: 7, finding: found }] }));
    expect(decodeAnswer(encodeAnswer(origin, gradient, { arms }).buffer, 'gradient')).toEqual({
      origin,
      question: gradient,
      answer: { arms },
    });
  });
  it('refuses another kind of question, a run, and what is cut short', () => {
    expect(() => decodeAnswer(bytes, 'branches')).toThrow('lacks its question');
    expect(() => decodeAnswer(encodeRun(origin, experiment, result(experiment)).buffer, 'shrink')).toThrow(
      RecordingError,
    );
    expect(() => decodeAnswer(bytes.slice(0, bytes.byteLength - 8), 'shrink')).toThrow('too short');
    expect(() => decodeRun(bytes)).toThrow('lacks a network');
  });
});
