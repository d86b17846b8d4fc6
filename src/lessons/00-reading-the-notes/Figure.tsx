/** The map: from each part of the notes to the lessons that put its statements to the test, counted from the table. */
import { useId } from 'react';
import type { Bilingual } from '../../components/prose/LessonState.tsx';
import { useLanguage } from '../../components/prose/language.ts';
import { lessons } from '../index.ts';
import { statements } from './claims-of-notes.ts';
import { filled, partWords } from './words.ts';

const words = {
  title: { en: 'From the notes to the lessons', zh: '从笔记到各课' },
  item: { en: '{{part}}: {{lessons}}.', zh: '{{part}}：{{lessons}}。' },
  count: { en: '{{count}} to lesson {{number}}', zh: '{{count}} 条到第 {{number}} 课' },
  notes: { en: 'in the notes', zh: '笔记' },
  lessons: { en: 'tested in lesson', zh: '检验它的课' },
} satisfies Record<string, Bilingual>;

const parts = [0, 1, 2, 3, 4, 5] as const;
/** In the order of the course; a lesson that is not listed there yet has no place. */
const targets = () =>
  lessons.map(({ lesson }) => lesson).filter(({ slug }) => statements.some(({ tested }) => tested.lesson === slug));

const size = { width: 356, height: 330 } as const;
const [left, right] = [148, 238];
const span = { top: 40, bottom: 314 } as const;
const placeOf = (index: number, count: number) =>
  span.top + 12 + (index / Math.max(1, count - 1)) * (span.bottom - span.top - 24);

export function Figure() {
  const language = useLanguage();
  const id = useId();
  const found = targets();
  const ribbons = parts.map((part, from) =>
    found
      .map(({ slug, number }, to) => ({
        number,
        from: placeOf(from, parts.length),
        to: placeOf(to, found.length),
        count: statements.filter((statement) => statement.part === part && statement.tested.lesson === slug).length,
      }))
      .filter(({ count }) => count > 0),
  );
  const description = parts
    .map((part, index) =>
      filled(words.item[language], {
        part: partWords[part][language],
        lessons: (ribbons[index] ?? [])
          .map(({ count, number }) => filled(words.count[language], { count, number }))
          .join(language === 'zh' ? '，' : ', '),
      }),
    )
    .join(language === 'zh' ? '' : ' ');
  const middle = (left + right) / 2;
  return (
    <figure className="figure figure-map">
      <svg viewBox={`0 0 ${size.width} ${size.height}`} role="img" aria-labelledby={`${id}-title ${id}-description`}>
        <title id={`${id}-title`}>{words.title[language]}</title>
        <desc id={`${id}-description`}>{description}</desc>
        <text className="figure-small" x={left} y={18} textAnchor="end">
          {words.notes[language]}
        </text>
        <text className="figure-small" x={right} y={18}>
          {words.lessons[language]}
        </text>
        {ribbons.flat().map(({ from, to, count, number }) => (
          <path
            key={`${from} ${number}`}
            className="figure-ribbon"
            strokeWidth={1 + 1.7 * count}
            d={`M${left + 8},${from}C${middle},${from} ${middle},${to} ${right - 8},${to}`}
          />
        ))}
        {parts.map((part, index) => (
          <text key={part} x={left} y={placeOf(index, parts.length) + 4} textAnchor="end">
            {partWords[part][language]}
          </text>
        ))}
        {found.map(({ slug, number }, index) => (
          <g key={slug}>
            <circle className="figure-layer" cx={right + 6} cy={placeOf(index, found.length)} r={13} />
            <text className="figure-label" x={right + 6} y={placeOf(index, found.length) + 5} textAnchor="middle">
              {number}
            </text>
            <text className="figure-small" x={right + 26} y={placeOf(index, found.length) + 4}>
              {short[slug]?.[language]}
            </text>
          </g>
        ))}
      </svg>
    </figure>
  );
}

/** Lessons in a word or two. */
const short: Readonly<Record<string, Bilingual>> = {
  'not-skipping': { en: 'not skipping', zh: '不是跳过' },
  degradation: { en: 'degradation', zh: '退化' },
  product: { en: 'the product', zh: '连乘' },
  'healthy-norms': { en: 'healthy norms', zh: '健康的梯度' },
  'product-or-sum': { en: 'or a sum?', zh: '变成累加？' },
  explosion: { en: 'explosion', zh: '爆炸' },
  'two-percent': { en: '2% and 100%', zh: '2% 与 100%' },
  'weights-to-zero': { en: 'weights to 0', zh: '权重趋于 0' },
  'build-a-block': { en: 'the code', zh: '代码' },
};
