/** Three things that "to zero" may mean, side by side: each branch, the branches' sum, the weights. Drawn for this course. */
import { useId } from 'react';
import type { Bilingual } from '../../components/prose/LessonState.tsx';
import { useLanguage } from '../../components/prose/language.ts';

const words = {
  title: { en: 'Three things called “to zero”', zh: '三件都叫“趋于 0”的事' },
  description: {
    en: 'First: every branch adds next to nothing. Second: long branches lead back to where they began. Third: all weights are small.',
    zh: '一：每条支路几乎什么也没加。二：支路都长，首尾相接回到起点。三：每个权重都小。',
  },
  branches: { en: 'every F small', zh: '每个 F 都小' },
  sum: { en: 'the F cancel', zh: '各个 F 相消' },
  weights: { en: 'the W small', zh: 'W 都小' },
} satisfies Record<string, Bilingual>;

type Point = readonly [number, number];

/** What each of five units adds, as arrows set end to end. */
const little: readonly Point[] = [
  [38, 52],
  [45, 48],
  [52, 53],
  [59, 49],
  [66, 54],
  [73, 51],
];
const there: readonly Point[] = [
  [132, 74],
  [152, 30],
  [192, 34],
  [198, 72],
  [166, 90],
  [135, 77],
];
/** Side lengths of a kernel's entries, in the order of reading: each a weight, as a square of its size. */
const entries = [3, 2, 4, 2, 2, 3, 2, 3, 4, 2, 3, 2, 2, 4, 2, 3];
const before = [12, 8, 14, 9, 9, 13, 7, 12, 14, 8, 11, 9, 8, 14, 9, 12];

const arrows = (points: readonly Point[]) =>
  points.slice(1).map((to, i) => ({ from: points[i] ?? to, to, key: `${to[0]} ${to[1]}` }));

export function Figure() {
  const language = useLanguage();
  const id = useId();
  const head = `${id}-head`;
  return (
    <figure className="figure zero-figure">
      <svg viewBox="0 0 330 136" role="img" aria-labelledby={`${id}-title ${id}-description`}>
        <title id={`${id}-title`}>{words.title[language]}</title>
        <desc id={`${id}-description`}>{words.description[language]}</desc>
        <defs>
          <marker
            id={head}
            viewBox="0 0 8 8"
            refX={7}
            refY={4}
            markerWidth={7}
            markerHeight={7}
            orient="auto-start-reverse"
          >
            <path d="M0,0.6L8,4L0,7.4Z" className="zero-head" />
          </marker>
        </defs>
        {[little, there].map((points) => (
          <g key={points.length + (points[0]?.[0] ?? 0)}>
            {arrows(points).map(({ from, to, key }) => (
              <line
                key={key}
                x1={from[0]}
                y1={from[1]}
                x2={to[0]}
                y2={to[1]}
                className="zero-branch"
                markerEnd={points === there ? `url(#${head})` : undefined}
              />
            ))}
            <circle cx={points[0]?.[0]} cy={points[0]?.[1]} r={3.4} className="zero-start" />
          </g>
        ))}
        <text x={32} y={40} className="figure-symbol">
          x
        </text>
        <text x={116} y={86} className="figure-symbol">
          x
        </text>
        {entries.map((side, i) => {
          const [cx, cy] = [246 + 19 * (i % 4), 26 + 19 * Math.floor(i / 4)];
          const ghost = before[i] ?? 0;
          return (
            <g key={`${cx} ${cy}`}>
              <rect x={cx - ghost / 2} y={cy - ghost / 2} width={ghost} height={ghost} className="zero-ghost" />
              <rect x={cx - side / 2} y={cy - side / 2} width={side} height={side} className="zero-weight" />
            </g>
          );
        })}
        {(['branches', 'sum', 'weights'] as const).map((key, i) => (
          <text key={key} x={[55, 165, 275][i]} y={126} textAnchor="middle" className="figure-label">
            {words[key][language]}
          </text>
        ))}
      </svg>
    </figure>
  );
}
