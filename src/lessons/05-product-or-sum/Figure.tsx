/** Three units multiplied out: the eight paths, and what the first-order sum keeps of them. Drawn for this course. */
import { useId } from 'react';
import type { Bilingual } from '../../components/prose/LessonState.tsx';
import { useLanguage } from '../../components/prose/language.ts';
import { PathTree, pathAt } from './PathTree.tsx';

const words = {
  title: { en: 'The eight paths through three units', zh: '穿过三个单元的八条路径' },
  description: {
    en: 'From the left, every unit forks into shortcut, times 1, and branch, times w. The eight leaves are 1, w3, w2, w2w3, w1, and so on to w1w2w3.',
    zh: '从左往右，每个单元分成捷径（乘 1）和支路（乘 w）。八个叶子是 1、w3、w2、w2w3、w1……直到 w1w2w3。',
  },
  unit: { en: 'unit', zh: '单元' },
  paths: { en: 'path', zh: '路径' },
  length: { en: 'branches', zh: '支路数' },
  first: { en: '1 + Σ w keeps only these', zh: '1 + Σ w 只留下这几条' },
} satisfies Record<string, Bilingual>;

const units = 3;
const geometry = { x: 16, y: 44, across: 72, down: 25 } as const;
const subscript = ['₁', '₂', '₃'];
const factors = subscript.map((index) => `w${index}`);
const leaves = Array.from({ length: 2 ** units }, (_, path) => {
  const through = factors.filter((_, unit) => (path >> unit) & 1);
  return through.length === 0 ? '1' : through.join(' ');
});
const lengthOf = (path: number) => factors.filter((_, unit) => (path >> unit) & 1).length;
const rows = Array.from({ length: 2 ** units }, (_, row) => ({ row, path: pathAt(row, units) }));
const countX = geometry.x + units * geometry.across + 92;

export function Figure() {
  const language = useLanguage();
  const id = useId();
  return (
    <figure className="figure path-figure">
      <svg viewBox="0 0 370 268" role="img" aria-labelledby={`${id}-title ${id}-description`}>
        <title id={`${id}-title`}>{words.title[language]}</title>
        <desc id={`${id}-description`}>{words.description[language]}</desc>
        {factors.map((factor, unit) => (
          <text
            key={factor}
            className="figure-small"
            x={geometry.x + (unit + 0.5) * geometry.across}
            y={18}
            textAnchor="middle"
          >
            {words.unit[language]} {unit + 1}
          </text>
        ))}
        <text className="figure-small" x={geometry.x + units * geometry.across + 8} y={18}>
          {words.paths[language]}
        </text>
        <text className="figure-small" x={countX + 8} y={18} textAnchor="middle">
          {words.length[language]}
        </text>
        {rows.map(
          ({ row, path }) =>
            lengthOf(path) <= 1 && (
              <rect
                key={path}
                className="path-first"
                x={geometry.x + units * geometry.across + 2}
                y={geometry.y + row * geometry.down - 11}
                width={122}
                height={22}
                rx={4}
              />
            ),
        )}
        <PathTree factors={factors} leaves={leaves} {...geometry} />
        {rows.map(({ row, path }) => (
          <text
            key={path}
            className="figure-small"
            x={countX + 8}
            y={geometry.y + row * geometry.down + 4.5}
            textAnchor="middle"
          >
            {lengthOf(path)}
          </text>
        ))}
        <rect className="path-first" x={geometry.x + 62} y={249} width={22} height={14} rx={3} />
        <text className="figure-small" x={geometry.x + 92} y={260}>
          {words.first[language]}
        </text>
      </svg>
    </figure>
  );
}
