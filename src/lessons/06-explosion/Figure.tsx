/** A staircase of variance: at each unit the branch adds as much as the shortcut brings. Drawn for this course. */
import { useId } from 'react';
import type { Bilingual } from '../../components/prose/LessonState.tsx';
import { useLanguage } from '../../components/prose/language.ts';

const words = {
  title: { en: 'The variance doubles at every unit', zh: '每过一个单元，方差翻一番' },
  description: {
    en: 'Seven columns of height 1, 2, 4, 8, 16, 32, 64. Each is two equal parts: the column before it, brought by the shortcut, and as much again, added by the branch.',
    zh: '七根柱子，高 1、2、4、8、16、32、64。每根分两半：下半等于前一根，由捷径送来；上半同样高，由支路加上。',
  },
  axis: { en: 'variance of the state', zh: '状态的方差' },
  unit: { en: 'after unit', zh: '经过单元' },
  carried: { en: 'x, by the shortcut', zh: 'x，由捷径送来' },
  added: { en: 'F(x), as large', zh: 'F(x)，同样大' },
} satisfies Record<string, Bilingual>;

const columns = [0, 1, 2, 3, 4, 5, 6] as const;
const place = { left: 18, pitch: 48, width: 34, floor: 206, tallest: 160 } as const;
const heightOf = (variance: number) => (variance / 2 ** (columns.length - 1)) * place.tallest;

const Column = ({ unit }: { readonly unit: number }) => {
  const [x, variance] = [place.left + unit * place.pitch, 2 ** unit];
  const [whole, half] = [heightOf(variance), heightOf(unit === 0 ? 1 : variance / 2)];
  return (
    <g>
      <rect className="stairs-carried" x={x} y={place.floor - half} width={place.width} height={half} />
      {unit > 0 && (
        <rect className="stairs-added" x={x} y={place.floor - whole} width={place.width} height={whole - half} />
      )}
      {unit > 0 && (
        <line
          className="stairs-level"
          x1={x - place.pitch + place.width}
          x2={x}
          y1={place.floor - half}
          y2={place.floor - half}
        />
      )}
      <text className="figure-label" x={x + place.width / 2} y={place.floor - whole - 6} textAnchor="middle">
        {variance}
      </text>
      <text className="figure-small" x={x + place.width / 2} y={place.floor + 16} textAnchor="middle">
        {unit}
      </text>
    </g>
  );
};

export function Figure() {
  const language = useLanguage();
  const id = useId();
  const keyX = place.left + 6;
  return (
    <figure className="figure">
      <svg viewBox="0 0 360 244" role="img" aria-labelledby={`${id}-title ${id}-description`}>
        <title id={`${id}-title`}>{words.title[language]}</title>
        <desc id={`${id}-description`}>{words.description[language]}</desc>
        <text className="figure-small" x={place.left} y={14}>
          {words.axis[language]}
        </text>
        <rect className="stairs-added" x={keyX} y={38} width={14} height={14} />
        <text className="figure-small" x={keyX + 22} y={49}>
          {words.added[language]}
        </text>
        <rect className="stairs-carried" x={keyX} y={60} width={14} height={14} />
        <text className="figure-small" x={keyX + 22} y={71}>
          {words.carried[language]}
        </text>
        {columns.map((unit) => (
          <Column key={unit} unit={unit} />
        ))}
        <line className="figure-wire" x1={place.left - 8} x2={350} y1={place.floor} y2={place.floor} />
        <text className="figure-small" x={350} y={place.floor + 33} textAnchor="end">
          {words.unit[language]} →
        </text>
      </svg>
    </figure>
  );
}
