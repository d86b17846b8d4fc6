/** One point, two rulers: the weight counted from output 0, and from output 5. Drawn for this course. */
import { useId } from 'react';
import type { Bilingual } from '../../components/prose/LessonState.tsx';
import { useLanguage } from '../../components/prose/language.ts';
import { plainModel, residualModel } from '../../model/analysis/sensitivity.ts';
import { input } from './twoWeights.ts';

const words = {
  title: { en: 'The same point, two rulers', zh: '同一个点，两把尺子' },
  description: {
    en: 'The output 5.1 on two rulers. The plain one reads w = 1.02 from a zero at output 0, the residual one v = 0.02 from a zero at output 5.',
    zh: '同一个输出 5.1 用两把尺子量：普通尺的零点在输出 0 处，读数 w = 1.02；残差尺的零点在输出 5 处，读数 v = 0.02。',
  },
  plain: { en: 'plain', zh: '普通' },
  residual: { en: 'residual', zh: '残差' },
  output: { en: 'output y', zh: '输出 y' },
} satisfies Record<string, Bilingual>;

const outputs = [0, 1, 2, 3, 4, 5, 6];
const point = 5.1;
const across = (y: number) => 26 + y * 51;
const rulers = [
  { name: 'plain', letter: 'w', model: plainModel, y: 74 },
  { name: 'residual', letter: 'v', model: residualModel, y: 150 },
] as const;

/** The line of the point is interrupted where the rulers' numbers stand. */
const between: readonly (readonly [number, number])[] = [
  [22, 80],
  [104, 156],
  [180, 192],
];

/** A weight as written on the ruler: one decimal, 0 alone. */
const written = (weight: number) => (Math.abs(weight) < 1e-9 ? '0' : weight.toFixed(1).replace('-', '\u2212'));

export function Figure() {
  const language = useLanguage();
  const id = useId();
  return (
    <figure className="figure rulers">
      <svg viewBox="0 0 360 226" role="img" aria-labelledby={`${id}-title ${id}-description`}>
        <title id={`${id}-title`}>{words.title[language]}</title>
        <desc id={`${id}-description`}>{words.description[language]}</desc>
        {between.map(([from, to]) => (
          <line key={from} className="figure-copy" x1={across(point)} x2={across(point)} y1={from} y2={to} />
        ))}
        <text className="figure-label" x={across(point)} y={16} textAnchor="middle">
          {point}
        </text>
        {rulers.map(({ name, letter, model, y }) => {
          const zero = across(model.output(0, input));
          const reading = model.weightFor(point, input);
          return (
            <g key={name} className={`ruler-${name}`}>
              <text className="figure-label" x={26} y={y - 22}>
                {words[name][language]}
              </text>
              <text className="ruler-reading" x={across(point) - 8} y={y - 22} textAnchor="end">
                <tspan className="figure-symbol">{letter}</tspan> = {reading.toFixed(2)}
              </text>
              <rect className="ruler-length" x={zero} y={y - 13} width={across(point) - zero} height={8} />
              <line className="figure-wire" x1={across(0)} x2={across(6)} y1={y} y2={y} />
              {outputs.map((output) => {
                const weight = model.weightFor(output, input);
                const isZero = Math.abs(weight) < 1e-9;
                return (
                  <g key={output}>
                    <line
                      className="figure-wire"
                      x1={across(output)}
                      x2={across(output)}
                      y1={y}
                      y2={y + (isZero ? 10 : 6)}
                    />
                    <text
                      className={isZero ? 'figure-label' : 'figure-small'}
                      x={across(output)}
                      y={y + 24}
                      textAnchor="middle"
                    >
                      {written(weight)}
                    </text>
                  </g>
                );
              })}
            </g>
          );
        })}
        {outputs.map((output) => (
          <text key={output} className="figure-small" x={across(output)} y={206} textAnchor="middle">
            {output}
          </text>
        ))}
        <text className="figure-small" x={across(3)} y={222} textAnchor="middle">
          {words.output[language]}
        </text>
      </svg>
    </figure>
  );
}
