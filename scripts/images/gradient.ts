/** The gradient at four states of the front page's pair, over its training: from numbers that `images -- --record` keeps. */
import { translator } from '../../src/i18n/index.ts';
import type { Language } from '../../src/i18n/language.ts';
import { dayOf, fixed, powerText, ratioWords } from '../../src/i18n/numbers.ts';
import { factsOf } from '../../src/model/data/facts.ts';
import type { Experiment } from '../../src/model/experiment.ts';
import { sentence } from './formula.ts';
import type { GradientRecord } from './gradientRecord.ts';
import { gradientWords } from './gradientWords.ts';
import { svg, text, token } from './svg.ts';

type ArmRecord = GradientRecord['arms'][number];
interface Curve {
  readonly state: number;
  readonly points: readonly number[];
}

const panel = { lefts: [66, 410], width: 310, top: 200, decade: 26 } as const;
const width = 744;
const dashes = ['', '7 3', '2 3', ''] as const;

const numbers = (norms: string): number[] => norms.split(' ').map(Number);
const middle = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** For each state the median over the seeds, point by point. */
function medians({ seeds }: ArmRecord): Curve[] {
  const states = seeds[0]?.states ?? [];
  return states.map(({ state, norms }, s) => {
    const each = seeds.map(({ states }) => numbers(states[s]?.norms ?? ''));
    return { state, points: numbers(norms).map((_, i) => middle(each.map((points) => points[i] ?? Number.NaN))) };
  });
}

/** First state over last at one point (-1 is the end), the median over the seeds. */
const ratioAt = ({ seeds }: ArmRecord, point: number): number =>
  middle(
    seeds.map(({ states }) => {
      const at = (state: number) => numbers(states.at(state)?.norms ?? '').at(point) ?? Number.NaN;
      return at(0) / at(-1);
    }),
  );

function inWords(ratio: number, language: Language): string {
  const words = ratioWords(ratio, language);
  if (ratio === 0 || ratio >= 0.01) return words;
  return language === 'zh' ? `${words}（${powerText(ratio)}）` : `${words} (${powerText(ratio)})`;
}

/** Whole decades around everything above 0. */
function decadesOf({ arms }: GradientRecord): { readonly low: number; readonly high: number } {
  const logs = arms
    .flatMap(({ seeds }) => seeds.flatMap(({ states }) => states.flatMap(({ norms }) => numbers(norms))))
    .filter((norm) => norm > 0)
    .map(Math.log10);
  return { low: Math.floor(Math.min(...logs)), high: Math.ceil(Math.max(...logs)) };
}

export function gradientSvg(language: Language, record: GradientRecord, experiment: Experiment): string {
  const words = gradientWords[language];
  const { t } = translator(language);
  const { low, high } = decadesOf(record);
  const { steps } = experiment;
  const bottom = panel.top + panel.decade * (high - low);
  const x = (left: number, step: number) => Math.round(10 * (left + (panel.width * step) / steps)) / 10;
  const y = (norm: number) => Math.round(10 * (panel.top + panel.decade * (high - Math.log10(norm)))) / 10;
  const last = record.stride * (numbers(record.arms[0]?.seeds[0]?.states[0]?.norms ?? '').length - 1);

  /** Where the norm is 0 there is no place for it, and the line is broken. */
  const path = (left: number, points: readonly number[]): string =>
    points
      .map((norm, i) =>
        norm > 0 ? `${(points[i - 1] ?? 0) > 0 ? 'L' : 'M'}${x(left, i * record.stride)},${y(norm)}` : '',
      )
      .join('');

  const grid = (left: number, i: number): string[] => [
    ...Array.from({ length: high - low + 1 }, (_, d) => {
      const at = bottom - panel.decade * d;
      const label = text(left - 8, at, powerText(10 ** (low + d)), { anchor: 'end', fill: token('ink-2'), size: 12 });
      return `<path d="M${left},${at}h${panel.width}" stroke="${token('rule')}"/>${i === 0 ? label : ''}`;
    }),
    ...[0, 1, 2, 3].map((third) => {
      const step = Math.round((third * steps) / 3);
      return text(x(left, step), bottom + 30, fixed(step, 0, language), { fill: token('ink-2'), size: 12 });
    }),
    text(left + panel.width / 2, bottom + 48, words.step, { fill: token('ink-2'), size: 12 }),
  ];

  const drawn = record.arms.flatMap((arm, i) => {
    const left = panel.lefts[i] ?? 0;
    const colour = token(i === 0 ? 'plain' : 'residual');
    const curves = medians(arm);
    const heading = words.arm[i] ?? arm.name;
    const says = [
      words.against,
      words.at(0, inWords(ratioAt(arm, 0), language)),
      words.at(last, inWords(ratioAt(arm, -1), language)),
    ];
    return [
      text(left, panel.top - 74, heading, { anchor: 'start', fill: colour, size: 15, weight: 600 }),
      ...says.map((line, n) => sentence(left, panel.top - 50 + 17 * n, line, 12.5, token('ink'))),
      ...grid(left, i),
      ...arm.seeds.map(
        ({ states }) =>
          `<path d="${path(left, numbers(states[0]?.norms ?? ''))}" fill="none" stroke="${colour}" stroke-opacity=".4"/>`,
      ),
      ...curves.map(({ points }, c) => line(path(left, points), c, colour)).reverse(),
      ...arm.seeds.flatMap(({ silentFrom }) =>
        silentFrom === null ? [] : [triangle(x(left, silentFrom), bottom + 10, colour)],
      ),
    ];
  });

  const silent = record.arms.some(({ seeds }) => seeds.some(({ silentFrom }) => silentFrom !== null));
  const caption = words.caption({
    data: t(`fields:dataset.${experiment.dataset}`),
    examples: fixed(factsOf(experiment.dataset)?.train ?? 0, 0, language),
    experiment,
    activation: t(`fields:activation.${experiment.activation}`),
    weights: t(`fields:initializer.${experiment.initializer}`),
    optimizer: t(`fields:optimizer.${experiment.optimizer}`),
    engine: t(`experiment:engine.${record.engine.name}`, { backend: record.engine.backend }),
    day: dayOf(record.date, language),
    silent: silent && experiment.activation === 'relu',
  });
  const states = record.arms[0]?.seeds[0]?.states.map(({ state }) => state) ?? [];
  const foot = bottom + 78;
  const description = words.description(
    record.arms.map((arm, i) => ({
      name: words.arm[i] ?? arm.name,
      first: ratioWords(ratioAt(arm, 0), language),
      last: ratioWords(ratioAt(arm, -1), language),
    })),
    last,
  );
  return svg({ language, title: words.title, description, width, height: foot + 18 * caption.length }, [
    text(20, 28, words.title, { anchor: 'start', size: 18, weight: 600 }),
    ...legend(states, language, silent),
    sentence(20, 92, words.axis, 12.5, token('ink-2')),
    ...drawn,
    ...caption.map((words, i) => sentence(20, foot + 18 * i, words, 12, token('ink-2'))),
  ]);
}

const line = (d: string, curve: number, colour: string): string => {
  const dash = dashes[curve] ? ` stroke-dasharray="${dashes[curve]}"` : '';
  const [stroke, thick] = curve === 3 ? [token('ink'), 1.6] : [colour, curve === 0 ? 2.8 : 1.8];
  return `<path d="${d}" fill="none" stroke="${stroke}" stroke-width="${thick}"${dash} stroke-linejoin="round"/>`;
};

const triangle = (x: number, y: number, colour: string): string =>
  `<path d="M${x - 5},${y - 4}h10l-5,8Z" fill="${token('paper')}" stroke="${colour}" stroke-width="1.6"/>`;

/** Which line is which state; the first is thick, the last is ink. */
function legend(states: readonly number[], language: Language, silent: boolean): string[] {
  const { state, silence } = gradientWords[language];
  const colour = token('ink-2');
  const places = [20, 230, 300, 370];
  return [
    ...states.flatMap((number, i) => {
      const at = places[i] ?? 0;
      return [
        line(`M${at},58h30`, i, colour),
        sentence(at + 37, 62, state(number, i === 0 ? 'first' : i === 3 ? 'last' : 'between'), 12.5, token('ink')),
      ];
    }),
    ...(silent ? [triangle(385, 88, colour), sentence(407, 92, silence, 12.5, token('ink'))] : []),
  ];
}
