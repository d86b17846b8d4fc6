/** Twenty quarters multiplied, on an ordinary axis and in decades. Drawn for this course. */
import { useId } from 'react';
import type { Bilingual } from '../../components/prose/LessonState.tsx';
import { useLanguage } from '../../components/prose/language.ts';

const words = {
  title: { en: 'Twenty quarters, multiplied', zh: '二十个四分之一连乘' },
  description: {
    en: 'Two rows over the states 0 to 20. Above, bars that shrink to a quarter at each step to the left; after four steps none can be seen. Below, the same values in decades: equal steps down to 10 to the minus 12.',
    zh: '两排图，横轴都是第 0 到第 20 个状态。上排是条形，往左每步缩成四分之一，四步之后就看不见了。下排是同样的数，按数量级画：每步下降一样多，直到 10 的负 12 次方。',
  },
  ordinary: { en: 'on an ordinary axis', zh: '普通坐标' },
  decades: { en: 'in decades', zh: '按数量级' },
  back: { en: '← each layer back: × ¼', zh: '← 往回每过一层：× ¼' },
  first: { en: 'first', zh: '最前' },
  last: { en: 'last', zh: '最后' },
} satisfies Record<string, Bilingual>;

const layers = 20;
const states = Array.from({ length: layers + 1 }, (_, state) => ({ state, value: 0.25 ** (layers - state) }));

const left = 40;
const right = 342;
const x = (state: number) => left + ((right - left) * state) / layers;
const bars = { base: 100, height: 72, width: 9 } as const;
const decades = { top: 146, bottom: 266, low: -12 } as const;
const y = (value: number) => decades.top + ((decades.bottom - decades.top) * Math.log10(value)) / decades.low;
const ticks = [0, -3, -6, -9, -12];

export function Figure() {
  const language = useLanguage();
  const id = useId();
  return (
    <figure className="figure">
      <svg viewBox="-8 0 368 292" role="img" aria-labelledby={`${id}-title ${id}-description`}>
        <title id={`${id}-title`}>{words.title[language]}</title>
        <desc id={`${id}-description`}>{words.description[language]}</desc>
        <text className="figure-label" x={left - 6} y={18}>
          {words.ordinary[language]}
        </text>
        <text className="figure-small" x={right + 5} y={18} textAnchor="end">
          {words.back[language]}
        </text>
        <line className="figure-rule" x1={left - 6} x2={right + 6} y1={bars.base} y2={bars.base} />
        {states.map(({ state, value }) => (
          <rect
            key={state}
            className="figure-quarter"
            x={x(state) - bars.width / 2}
            y={bars.base - bars.height * value}
            width={bars.width}
            height={bars.height * value}
          />
        ))}
        <text className="figure-label" x={left - 6} y={decades.top - 16}>
          {words.decades[language]}
        </text>
        {ticks.map((exponent) => (
          <g key={exponent}>
            <line className="figure-rule" x1={left - 6} x2={right + 6} y1={y(10 ** exponent)} y2={y(10 ** exponent)} />
            <text className="figure-small" x={left - 11} y={y(10 ** exponent) + 4} textAnchor="end">
              {exponent === 0 ? (
                1
              ) : (
                <>
                  10
                  <tspan dy={-4} fontSize={9}>
                    −{-exponent}
                  </tspan>
                </>
              )}
            </text>
          </g>
        ))}
        <polyline
          className="figure-fall"
          points={states.map(({ state, value }) => `${x(state)},${y(value).toFixed(1)}`).join(' ')}
        />
        {states.map(({ state, value }) => (
          <circle key={state} className="figure-quarter" cx={x(state)} cy={y(value)} r={3} />
        ))}
        <text className="figure-small" x={x(0)} y={286} textAnchor="middle">
          <tspan className="figure-symbol">x</tspan>
          <tspan dy={3} fontSize={9}>
            0
          </tspan>
          <tspan dy={-3}> {words.first[language]}</tspan>
        </text>
        <text className="figure-small" x={right + 6} y={286} textAnchor="end">
          <tspan className="figure-symbol">x</tspan>
          <tspan dy={3} fontSize={9}>
            20
          </tspan>
          <tspan dy={-3}> {words.last[language]}</tspan>
        </text>
      </svg>
    </figure>
  );
}
