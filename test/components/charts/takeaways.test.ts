import { describe, expect, it } from 'vitest';
import { type LossArm, lossCurve } from '../../../src/components/charts/lossCurves.ts';
import { lossTakeaway } from '../../../src/components/charts/lossTakeaway.ts';
import { plainText, type Sentence, spoken, written } from '../../../src/components/charts/sentence.ts';
import { type SweepArm, type SweepAxis, sweepTakeaway } from '../../../src/components/charts/sweepTakeaway.ts';
import {
  ratioTakeaway,
  regionsTakeaway,
  slopeTakeaway,
  spanTakeaway,
} from '../../../src/components/charts/takeaways.ts';
import { translator } from '../../../src/i18n/index.ts';
import type { Language } from '../../../src/i18n/language.ts';
import { charts as firstCharts } from '../../../src/i18n/strings/charts.ts';
import { laterCharts } from '../../../src/i18n/strings/laterCharts.ts';
import '../../../src/components/charts/laterWords.ts';
import { chineseFaults } from '../../lessons/proseLint.ts';

const charts = { en: { ...firstCharts.en, ...laterCharts.en }, zh: { ...firstCharts.zh, ...laterCharts.zh } };

const words = { en: translator('en').getFixedT('en', 'charts'), zh: translator('zh').getFixedT('zh', 'charts') };
const labels = { en: { plain: 'plain', residual: 'residual' }, zh: { plain: '普通', residual: '残差' } };
const names = (language: Language) =>
  (['plain', 'residual'] as const).map((name) => ({ name, label: labels[language][name] }));
const say = (sentences: readonly Sentence[], language: Language) =>
  plainText(written(sentences, words[language], language));

const flat = (loss: number, length = 300) => Array.from({ length }, () => loss);
const curves = (language: Language, plain: number[][], residual: number[][]) =>
  [plain, residual].map((all, i): ReturnType<typeof lossCurve> => {
    const name = names(language)[i] ?? { name: '', label: '' };
    const arm: LossArm = { ...name, seeds: all.map((values, seed) => ({ seed: seed + 1, values })) };
    return lossCurve(arm, 6);
  });
const loss = (language: Language, plain: number[][], residual: number[][], facts = {}) =>
  say(lossTakeaway(curves(language, plain, residual), { running: false, ...facts }, language), language);

describe('the loss curves say', () => {
  it('apart: by how much, the worse first', () => {
    const [worse, better] = [[1.8, 1.7, 1.9].map((l) => flat(l)), [0.5, 0.4, 0.45].map((l) => flat(l))];
    expect(loss('en', worse, better, { depth: 30 })).toBe(
      'At 30 layers the plain network ends at loss 1.80, the residual one at 0.45.',
    );
    expect(loss('zh', worse, better, { depth: 30 })).toBe('30 层时，普通网络的损失停在 1.80，残差网络降到 0.45。');
    expect(loss('zh', better, worse)).toBe('残差网络的损失停在 1.80，普通网络降到 0.45。');
    expect(loss('en', worse, better, { depth: 1 })).toMatch(/^At 1 layer the plain/);
  });
  it('at chance: that it guesses', () => {
    const [guess, better] = [[2.3, 2.31, 2.3].map((l) => flat(l)), [0.5, 0.4, 0.45].map((l) => flat(l))];
    expect(loss('en', guess, better, { chance: Math.log(10) })).toBe(
      'The plain network still guesses after 300 steps (loss 2.30, chance 2.30), the residual one ends at loss 0.45.',
    );
    expect(loss('zh', guess, better, { chance: Math.log(10), depth: 30 })).toBe(
      '30 层时，普通网络训练 300 步后仍在瞎猜（损失 2.30，瞎猜为 2.30），残差网络降到 0.45。',
    );
    expect(loss('en', guess, guess, { chance: Math.log(10) })).toMatch(/both still guess/);
  });
  it('while it runs: the loss that is drawn at the last step, of the seeds that got there', () => {
    const [plain, residual] = [2.3, 0.4].map((l) => [flat(l), flat(l + 1, 20)]);
    expect(loss('en', plain ?? [], residual ?? [], { running: true })).toBe(
      'Loss at step 300: plain 2.30; residual 0.40.',
    );
  });
  it('overlapping: that nothing follows, although the medians differ', () => {
    const [one, other] = [[1, 0.5, 0.9].map((l) => flat(l)), [0.4, 0.6, 0.45].map((l) => flat(l))];
    expect(loss('en', one, other)).toBe(
      'The 3 seeds overlap (plain 0.50–1.00, residual 0.40–0.60): this run does not separate the two.',
    );
    expect(loss('zh', one, other)).toBe(
      '3 个种子的结果有重叠（普通 0.50～1.00，残差 0.40～0.60）：这次运行分不出高下。',
    );
  });
  it('equal: that there is nothing to explain', () => {
    const one = [1, 0.5].map((l) => flat(l));
    expect(
      loss(
        'en',
        one,
        [1.0001, 0.5001].map((l) => flat(l)),
      ),
    ).toBe('The two curves agree to 10⁻⁴: there is no difference to explain.');
    expect(loss('zh', one, one)).toBe('两条曲线逐点相同，没有需要解释的差别。');
  });
  it('diverged: how many, and what the other arm did', () => {
    const broken = [flat(1), [...flat(1, 100), Number.NaN], [...flat(1, 50), Number.POSITIVE_INFINITY]];
    expect(loss('en', broken, [flat(0.5)])).toBe(
      'plain: 2 of 3 seeds diverged; their curves end where they did. The residual network ends at loss 0.50.',
    );
    expect(loss('zh', broken, [flat(0.5)])).toBe(
      '普通网络：3 个种子中有 2 个发散，曲线就断在那里。残差网络的损失停在 0.50。',
    );
  });
  it('one seed: that another may differ', () => {
    expect(loss('en', [flat(1)], [flat(0.5)])).toMatch(/one seed, and another may differ/);
  });
  it('running: where it stands; before: nothing', () => {
    expect(loss('zh', [flat(2, 12)], [flat(1, 12)], { running: true })).toBe('第 12 步的损失：普通 2.00；残差 1.00。');
    expect(loss('en', [], [])).toBe('No step has been trained yet: the curves appear here.');
  });
  it('names as they are, also those that look like markup', () => {
    const odd = { name: '<1/>', label: '<1/>', seeds: [{ seed: 1, values: [1] }] };
    expect(say(lossTakeaway([lossCurve(odd, 0)], { running: false }, 'en'), 'en')).toBe(
      'The <1/> network ends at loss 1.00.',
    );
    const latin = { ...odd, label: 'He' };
    expect(say(lossTakeaway([lossCurve(latin, 0)], { running: false }, 'zh'), 'zh')).toBe('He 网络的损失停在 1.00。');
  });
});

describe('the layers say', () => {
  const slopes = (language: Language) =>
    names(language).map((name, i) => ({ ...name, slope: [0.651, -0.04][i], theory: [0.6, undefined][i] }));
  it('how many decades a layer, with theory', () => {
    expect(say(slopeTakeaway(slopes('en'), 'layer', 'en'), 'en')).toBe(
      'The plain network loses 0.65 decades per layer (theory 0.60). The residual network gains 0.04 decades per layer on the way back.',
    );
    expect(say(slopeTakeaway(slopes('zh'), 'layer', 'zh'), 'zh')).toBe(
      '普通网络每过一层减小 0.65 个数量级（理论值 0.60）。残差网络往回每过一层增大 0.04 个数量级。',
    );
  });
  it('that there is no slope, or nothing to draw', () => {
    const [plain, residual] = names('en');
    if (!plain || !residual) throw new Error('two arms');
    expect(
      say(
        slopeTakeaway(
          [
            { ...plain, slope: 0.001 },
            { ...residual, slope: undefined },
          ],
          'unit',
          'en',
        ),
        'en',
      ),
    ).toBe(
      'The gradient of the plain network has no slope over its units. The residual network has no gradient left that can be drawn.',
    );
  });
  it('once, and not arm by arm, that no norm has a slope', () => {
    const level = (language: Language, second = -0.001) =>
      say(
        slopeTakeaway(
          names(language).map((name, i) => ({ ...name, slope: i === 0 ? 0.001 : second })),
          'unit',
          language,
          false,
        ),
        language,
      );
    expect(level('en')).toBe('In the plain and in the residual network the norm has no slope over the units.');
    expect(level('zh')).toBe('普通网络和残差网络的范数，在各单元之间都没有升降的趋势。');
    expect(level('en', 0.2)).toBe(
      'In the plain network the norm has no slope over the units. In the residual network the norm grows by 0.20 decades per unit.',
    );
  });
  const ratios = (language: Language, ...all: number[]) =>
    say(
      ratioTakeaway(
        names(language).map((name, i) => ({ ...name, ratio: all[i] ?? 0 })),
        words[language],
        language,
      ),
      language,
    );
  it('what the first hears', () => {
    expect(ratios('en', 5e-6, 4.8)).toBe(
      'Compared with the last layer, the first hears five in a million in the plain network and 4.8 times as much in the residual one.',
    );
    expect(ratios('zh', 5e-6, 4.8)).toBe('第一层听到的与最后一层相比：普通网络，百万分之五；残差网络，4.8 倍。');
  });
  it('that a stored zero may be either', () => {
    expect(ratios('en', 0, Number.NaN)).toBe(
      'What the first layer hears, compared with the last: plain, too small to store, or 0; residual, no number.',
    );
    expect(ratios('zh', 0, 0.22)).toBe('第一层听到的与最后一层相比：普通网络，小到存不下，或为 0；残差网络，22%。');
  });
  it('how far apart they are at a step, and how many points have their own colour', () => {
    const spans = names('zh').map((name, i) => ({ ...name, decades: [8.2, 0.5][i] }));
    expect(say(spanTakeaway(spans, 100, 'zh'), 'zh')).toBe(
      '第 100 步，普通网络各层相差 8.2 个数量级，残差网络相差 0.5 个。',
    );
    const shares = names('zh').map((name, i) => ({ ...name, share: [0.86, 0.93][i] ?? 0 }));
    expect(say(regionsTakeaway(shares), 'zh')).toBe('普通网络把 86% 的点分进了自己的类，残差网络为 93%。');
  });
});

describe('a sweep says', () => {
  const arms = (language: Language, plain: number[][], residual: number[][]): SweepArm[] =>
    names(language).map((name, i) => ({
      ...name,
      points: (i === 0 ? plain : residual).map((values, k) => ({ x: [2, 50][k] ?? 0, values })),
    }));
  const axis = (language: Language, ordered = true): SweepAxis => ({
    title: 'depth',
    places: [2, 50].map((x) => ({ x, short: `${x}`, name: language === 'en' ? `${x} layers` : `${x} 层` })),
    ordered,
    log: false,
  });
  const sweep = (language: Language, plain: number[][], residual: number[][]) =>
    say(sweepTakeaway(arms(language, plain, residual), axis(language), 'loss', words[language], language), language);
  it('rise and fall only where the seeds separate', () => {
    expect(
      sweep(
        'en',
        [
          [0.4, 0.5],
          [1.7, 1.8],
        ],
        [
          [0.3, 0.4],
          [0.35, 0.45],
        ],
      ),
    ).toBe(
      'From 2 layers to 50 layers the final training loss of the plain network rises from 0.45 to 1.75. That of the residual network changes no more than between its seeds (0.35, 0.40).',
    );
    expect(sweep('zh', [[0.4], [1.7]], [[0.3], [0.2]])).toBe(
      '从 2 层到 50 层，普通网络的最终训练损失由 0.40 升到 1.70。残差网络由 0.30 降到 0.20。',
    );
  });
  it('where an arm diverged, and what is there so far', () => {
    expect(sweep('en', [[0.4], [Number.NaN]], [[0.3], [0.2]])).toBe(
      'The plain network diverged at 50 layers. From 2 layers to 50 layers the final training loss of the residual network falls from 0.30 to 0.20.',
    );
    expect(sweep('zh', [[0.4]], [[0.3]])).toBe('目前只测了 2 层：普通 0.40；残差 0.30。');
    expect(sweep('en', [], [])).toBe('No point has been measured yet: the two lines appear here.');
  });
});

describe('a sweep over choices', () => {
  it('has no rise and no fall: it says where each network is lowest and highest', () => {
    const axis: SweepAxis = {
      title: 'x',
      places: ['none', 'batch', 'layer'].map((short, x) => ({ x, short, name: `normalisation ${short}` })),
      ordered: false,
      log: false,
    };
    const arm = { ...names('en')[0], name: 'plain', label: 'plain' };
    const points = [0.3, 0.9, 0.5].map((share, x) => ({ x, values: [share] }));
    expect(say(sweepTakeaway([{ ...arm, points }], axis, 'accuracy', words.en, 'en'), 'en')).toBe(
      'The final training accuracy of the plain network is lowest with normalisation none (30.0%) and highest with normalisation batch (90.0%).',
    );
  });
});

describe('the words', () => {
  it('have the same keys in both languages; Chinese has one plural form', () => {
    const stem = (key: string) => key.replace(/_(one|other)$/, '');
    expect(new Set(Object.keys(charts.zh).map(stem))).toEqual(new Set(Object.keys(charts.en).map(stem)));
  });
  it('keep to Chinese typography', () => {
    const texts = Object.values(charts.zh).map((text) =>
      text.replace(/<\w+\/>/g, '普通').replace(/\{\{\w+\}\}/g, '〇'),
    );
    expect(texts.flatMap(chineseFaults)).toEqual([]);
  });
  it('speak their powers', () => {
    expect(spoken('agree to 3 × 10⁻⁵', 'en')).toBe('agree to 3 × ten to the minus 5');
    expect(spoken('约 10⁻¹³', 'zh')).toBe('约 10 的负 13 次方');
  });
});
