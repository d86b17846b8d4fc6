/** The recordings of the built course: all there, small, drawn in the pages, and what a training in Node gives. */
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { headless } from '../../scripts/headless.ts';
import { dist } from '../../scripts/site.ts';
import { recordingName } from '../../src/components/experiment/recordingName.ts';
import { lessons } from '../../src/lessons/index.ts';
import { decodeAnswer, decodeRun, decodeSweep } from '../../src/model/recording.ts';
import { read } from '../../src/model/telemetry.ts';
import { experimentAt, sweepArmsOf } from '../../src/model/worker/sweep.ts';
import { recordingJobs } from '../../src/pages/recordings.ts';

const bytesOf = (name: string) => new Uint8Array(readFileSync(join(dist, name))).buffer;
const sizeOf = (name: string) => statSync(join(dist, name)).size;
const taught = lessons.map(({ lesson }) => lesson);

describe('the files', () => {
  it('are there for the front page and for every live part that trains', () => {
    const names = recordingJobs.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toContain(recordingName('home', 'hero'));
    for (const { id, experiments } of taught)
      for (const part of Object.keys(experiments)) expect(names).toContain(recordingName(id, part));
    for (const own of ['product/slope', 'explosion/remedies', 'weights-to-zero/identity-lab'])
      expect(names).toContain(`recordings/${own}.bin`);
  });
  it.each(recordingJobs.map(({ name }) => name))('%s is small', (name) => expect(sizeOf(name)).toBeLessThan(68_000));
  it.each(taught.map(({ id }) => id))('of the lesson %s are small together', (id) => {
    const own = recordingJobs.filter(({ name }) => name.startsWith(`recordings/${id}/`));
    expect(own.reduce((sum, { name }) => sum + sizeOf(name), 0)).toBeLessThan(140_000);
  });
});

/** Live parts as the pages name them. */
const parts = [
  ...taught.flatMap(({ slug, experiments }) => Object.keys(experiments).map((part) => [slug, part] as const)),
  ['product', 'slope'] as const,
  ['healthy-norms', 'healthy-dials'] as const,
  ['product-or-sum', 'shrink-lab'] as const,
  ['explosion', 'remedies'] as const,
  ['weights-to-zero', 'identity-lab'] as const,
];

describe('without scripts', () => {
  it.each(parts)('the page of %s draws %s from its recording and names it as one, in both languages', (slug, part) => {
    for (const [language, named] of [
      ['en', /(?:run|measurement) recorded on \d+ \w+ \d{4} with the fused \([\w ]+\) engine/],
      ['zh', /\d{4} 年 \d+ 月 \d+ 日用 fused \([\w ]+\) 引擎预录/],
    ] as const) {
      const html = readFileSync(join(dist, language, 'lessons', slug, 'index.html'), 'utf8');
      const [, after = ''] = html.split(`id="${part}"`);
      const [own = ''] = after.split(/<section class="experiment/);
      const [, drawn = ''] = /<noscript><div class="drawings">(.*?)<\/noscript>/s.exec(own) ?? [];
      expect(drawn).toMatch(named);
      expect(drawn).toMatch(/<svg/);
    }
  });
});

describe('a training in Node', () => {
  let engine: Awaited<ReturnType<typeof headless>>;
  beforeAll(async () => {
    engine = await headless();
  });
  const own = taught.flatMap(({ id, recorded }) =>
    Object.entries(recorded ?? {}).map(([part, what]) => [recordingName(id, part), what] as const),
  );
  it.each(own)(
    'gives what %s holds',
    async (name, what) => {
      if ('question' in what) {
        const found = decodeAnswer(bytesOf(name), what.question.kind);
        expect(found.question).toEqual(what.question);
        expect(found.origin.engine).toBe(`${engine.engine.name} (${engine.engine.backend})`);
        expect(found.answer).toEqual(await engine.ask(what.question));
      } else if ('sweep' in what) {
        const { experiment, variants, points } = decodeSweep(bytesOf(name));
        expect({ experiment, variants }).toEqual(what.sweep);
        expect(points).toHaveLength(variants.length * experiment.seeds.length);
        for (const { variant, seed, arms } of points) {
          const one = variants[variant];
          if (!one) throw new Error('the point has no variant');
          const fresh = (await engine.run(experimentAt(what.sweep, one, seed))).arms.flatMap(sweepArmsOf);
          expect(arms.map(({ losses, final }) => ({ losses, final }))).toEqual(
            fresh.map(({ losses, final }) => ({ losses, final })),
          );
        }
      } else {
        const { experiment, arms } = decodeRun(bytesOf(name));
        expect(experiment).toEqual(what.run);
        const fresh = await engine.run(what.run);
        for (const [a, { layout, seeds }] of arms.entries()) {
          for (const [s, { rows, steps, final }] of seeds.entries()) {
            const expected = fresh.arms[a]?.seeds[s];
            if (!expected) throw new Error('the training lacks a network');
            expect(final).toEqual(expected.final);
            const losses = (of: Float32Array) =>
              Array.from({ length: steps }, (_, i) => read(layout, of, i, 'loss')[0]);
            expect(losses(rows)).toEqual(losses(expected.rows));
            for (const step of [0, steps - 1]) {
              const [mine, theirs] = [rows, expected.rows].map((of) => read(layout, of, step, 'weightNorm'));
              for (const [i, norm] of (theirs ?? []).entries()) expect((mine?.[i] ?? 0) / norm).toBeCloseTo(1, 2);
            }
          }
        }
      }
    },
    120_000,
  );
});
