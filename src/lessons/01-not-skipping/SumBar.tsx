/** The addition as lengths: what the shortcut brings, then what the branch brings, laid end to end on one line of numbers. */
import { useId } from 'react';
import type { Bilingual } from '../../components/prose/LessonState.tsx';
import { useLanguage } from '../../components/prose/language.ts';
import { fixed } from '../../i18n/numbers.ts';
import type { Values } from '../../model/analysis/oneUnit.ts';

const words = {
  title: { en: 'Both contributions laid end to end', zh: '两路送来的数首尾相接' },
  description: {
    en: 'From 0 to {{carried}} by the shortcut, from there by {{branch}} to y = {{sum}}; {{out}} leaves the unit.',
    zh: '从 0 起，捷径走到 {{carried}}，支路再走 {{branch}}，到 y = {{sum}}；离开单元的是 {{out}}。',
  },
  carried: { en: 'shortcut', zh: '捷径' },
  branch: { en: 'branch', zh: '支路' },
} satisfies Record<string, Bilingual>;

const size = { width: 306, height: 104 } as const;
const edge = 26;

export function SumBar({ values }: { readonly values: Values }) {
  const language = useLanguage();
  const id = useId();
  const { carried, sum, out, branch } = values;
  const most = Math.max(3, Math.ceil(Math.max(...[carried, sum, branch].map(Math.abs))));
  const at = (value: number) => edge + ((value + most) / (2 * most)) * (size.width - 2 * edge);
  const number = (value: number) => fixed(value, 2, language);
  const description = words.description[language]
    .replace('{{carried}}', number(carried))
    .replace('{{branch}}', number(branch))
    .replace('{{sum}}', number(sum))
    .replace('{{out}}', number(out));
  const arrow = (from: number, to: number, y: number) => {
    const size = Math.min(7, Math.abs(at(to) - at(from))) * Math.sign(to - from);
    return `M${at(from)},${y}H${at(to)}m${-size},${-4}l${size},4l${-size},4`;
  };
  return (
    <svg
      className="flow"
      viewBox={`0 0 ${size.width} ${size.height}`}
      role="img"
      aria-labelledby={`${id}-title ${id}-description`}
    >
      <title id={`${id}-title`}>{words.title[language]}</title>
      <desc id={`${id}-description`}>{description}</desc>
      <line className="flow-axis" x1={edge} x2={size.width - edge} y1={76} y2={76} />
      {[-most, 0, most].map((tick) => (
        <g key={tick}>
          <line className="flow-axis" x1={at(tick)} x2={at(tick)} y1={72} y2={80} />
          <text className="flow-note" x={at(tick)} y={97} textAnchor="middle">
            {fixed(tick, 0, language)}
          </text>
        </g>
      ))}
      {carried !== 0 && <path className="flow-lane" d={arrow(0, carried, 24)} />}
      <text className="flow-note flow-lane-name" x={4} y={14}>
        {words.carried[language]}
      </text>
      <line className="flow-drop" x1={at(carried)} x2={at(carried)} y1={24} y2={48} />
      {branch !== 0 && <path className="flow-wire" d={arrow(carried, sum, 48)} />}
      <text className="flow-note" x={4} y={52}>
        {words.branch[language]}
      </text>
      <line className="flow-drop" x1={at(sum)} x2={at(sum)} y1={48} y2={76} />
      <circle className="flow-end" cx={at(out)} cy={76} r={5} />
    </svg>
  );
}
