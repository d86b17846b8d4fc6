import { describe, expect, it } from 'vitest';
import { claims } from '../../../src/lessons/04-healthy-norms/claims.ts';
import { diagnose, placeOnDial, type Readings } from '../../../src/lessons/04-healthy-norms/diagnosis.ts';
import { dialNames, likeness, profileWords, spelt, words } from '../../../src/lessons/04-healthy-norms/dialWords.ts';
import { dialPresets, healthyNorms } from '../../../src/lessons/04-healthy-norms/lesson.ts';
import { ratioTakeaway, ratioWords } from '../../../src/lessons/04-healthy-norms/raceWords.ts';
import { symbols } from '../../../src/lessons/04-healthy-norms/symbols.ts';
import { chineseFaults } from '../proseLint.ts';

const healthy: Readings = { ratio: 3, similarity: 0.6, agreement: 0.5 };

describe('the diagnosis', () => {
  it.each([
    [{ ratio: 1.4e-5 }, { passage: 'vanishes' }],
    [{ ratio: 0 }, { passage: 'vanishes' }],
    [{ ratio: 1e-40 }, { passage: 'vanishes' }],
    [{ ratio: 0.02 }, { passage: 'arrives' }],
    [{ ratio: 5e4 }, { passage: 'explodes' }],
    [{ ratio: Number.POSITIVE_INFINITY }, { passage: 'explodes' }],
    [{ ratio: Number.NaN }, { passage: 'unknown' }],
    [{ similarity: 0.951 }, { alike: true }],
    [{ similarity: Number.NaN }, { alike: false }],
    [{ agreement: -0.09 }, { unrelated: true }],
    [{ agreement: -0.9 }, { unrelated: false }],
  ] as const)('of %o', (part, expected) => {
    expect(diagnose({ ...healthy, ...part })).toMatchObject(expected);
  });

  it('is spelt in both languages, whatever it finds', () => {
    expect(spelt(diagnose(healthy), 'en')).toBe('In the <0/> network the gradient arrives.');
    const all = spelt(diagnose({ ratio: 1e5, similarity: 0.99, agreement: 0 }), 'en');
    expect(all).toBe(
      'In the <0/> network the gradient explodes on its way back, different pictures end up alike and two batches have nothing in common.',
    );
    expect(spelt(diagnose({ ...healthy, similarity: 0.99 }), 'zh')).toBe(
      '<0/>网络：梯度传得到，不同图片到末层几乎一样。',
    );
  });
});

describe('the needle', () => {
  it('stands at the top for a ratio of 1 and a cosine of 0, and moves a twentieth for each decade', () => {
    expect(placeOnDial('ratio', 1)).toBe(0.5);
    expect(placeOnDial('ratio', 10)).toBeCloseTo(0.55, 12);
    expect(placeOnDial('agreement', 0)).toBe(0.5);
    expect(placeOnDial('similarity', 1)).toBe(1);
  });
  it('is held at the ends of the scale, and is missing where there is no number', () => {
    expect(placeOnDial('ratio', 0)).toBe(0);
    expect(placeOnDial('ratio', 1e30)).toBe(1);
    expect(placeOnDial('similarity', -0.01)).toBe(0);
    expect(placeOnDial('agreement', Number.NaN)).toBeUndefined();
  });
});

describe('the takeaway of the race', () => {
  it.each([
    [{ start: 3.1, middle: 4.22, end: 6 }, /typical step .* 4\.2 times/],
    [{ start: 2.2, middle: 0.02, end: 1.6e-4 }, /dies on the way: its ratio goes from 2\.2 to 1\.6\u00a0×\u00a010⁻⁴/],
    [{ start: 654, middle: 0.55, end: 0.3 }, /starts at 650 and soon settles around 0\.55/],
    [{ start: 3, middle: Number.NaN, end: Number.NaN }, /no ratio that can be drawn/],
  ])('of %o', (typical, sentence) => expect(ratioTakeaway(typical, 'en')).toMatch(sentence));
});

describe('the prediction', () => {
  it('has exactly one answer for every share', () => {
    const options = healthyNorms.predictions?.['healthy-accuracy']?.options ?? [];
    for (let share = 0; share <= 1; share += 1 / 800) {
      expect(options.filter(({ from, to }) => from <= share && share < to)).toHaveLength(1);
    }
  });
});

describe('the presets of the dials', () => {
  it('differ in initialisation and normalisation alone', () => {
    const rest = dialPresets.map(({ experiment }) => {
      const { width, depth, batch, seeds, dataset, arms } = experiment;
      return { width, depth, batch, seeds, dataset, arms };
    });
    expect(new Set(rest.map((one) => JSON.stringify(one))).size).toBe(1);
  });
});

describe('the Chinese words', () => {
  const tables = [words, dialNames, profileWords, symbols].flatMap((table) => Object.values(table).map(({ zh }) => zh));
  const computed = [
    ...[3, 1e-5, 1e5].map((ratio) => spelt(diagnose({ ratio, similarity: 0.99, agreement: 0 }), 'zh')),
    likeness('0.987', '0.693', 30, 'zh'),
    ...[
      { start: 3, middle: 4, end: 5 },
      { start: 3, middle: 4, end: 1e-5 },
      { start: 654, middle: 0.5, end: 0.3 },
    ].map((typical) => ratioTakeaway(typical, 'zh')),
    ratioWords.zh.caption(5),
    ratioWords.zh.place(31),
    ...claims.map(({ statement }) => statement.zh),
  ].map((text) => text.replaceAll(/<\d\/>/g, '普通'));
  it('keep to the typography of the house', () => {
    expect(computed.length).toBeGreaterThan(15);
    expect([...tables, ...computed].flatMap(chineseFaults)).toEqual([]);
  });
});
