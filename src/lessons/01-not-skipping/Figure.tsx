/** The residual block in both orders: post-activation (He et al. 2015, Fig. 2) and pre-activation (2016). Drawn for this course. */
import { useId } from 'react';
import type { Bilingual } from '../../components/prose/LessonState.tsx';
import { useLanguage } from '../../components/prose/language.ts';

const words = {
  title: { en: 'The residual block of two layers, in both orders', zh: '两层的残差块，两种次序' },
  description: {
    en: 'Left: x through weights, ReLU, weights; plus x by the shortcut; then ReLU. Right: ReLU, weights, ReLU, weights; plus x; nothing after it.',
    zh: '左：x 经权重、ReLU、权重，加上捷径送来的 x，再过 ReLU。右：ReLU、权重、ReLU、权重，加上 x，之后什么也没有。',
  },
  post: { en: 'post-activation', zh: '后激活' },
  pre: { en: 'pre-activation', zh: '预激活' },
  weights: { en: 'weight layer', zh: '权重层' },
  identity: { en: 'identity', zh: '恒等' },
} satisfies Record<string, Bilingual>;

const box = { width: 92, height: 26 } as const;
const steps = {
  post: ['weights', 'ReLU', 'weights', '+', 'ReLU'],
  pre: ['ReLU', 'weights', 'ReLU', 'weights', '+'],
} as const;
const pitch = 44;
const top = 62;
const placeOf = (index: number) => top + index * pitch;

interface BlockProps {
  readonly order: keyof typeof steps;
  readonly year: string;
  /** Middle of the main way. */
  readonly x: number;
}

function Block({ order, year, x }: BlockProps) {
  const language = useLanguage();
  const parts = steps[order];
  const plus = placeOf(parts.indexOf('+')) + box.height / 2;
  const end = placeOf(parts.length) + 8;
  const side = x + 74;
  const fork = top - 12;
  return (
    <g>
      <text className="figure-label" x={x} y={14} textAnchor="middle">
        {words[order][language]}
      </text>
      <text className="figure-small" x={x} y={30} textAnchor="middle">
        {year}
      </text>
      <line className="figure-wire" x1={x} x2={x} y1={42} y2={end - 14} />
      <path className="figure-lane" d={`M${x},${fork}H${side}V${plus}H${x + 12}`} />
      <path className="figure-lane-head" d={`M${x + 20},${plus - 4.5}v9l-8,-4.5z`} />
      <text className="figure-symbol" x={x - 14} y={52} textAnchor="middle">
        x
      </text>
      <text className="figure-lane-label" x={side} y={(fork + plus) / 2 - 2} textAnchor="middle">
        <tspan className="figure-symbol">x</tspan>
      </text>
      <text className="figure-lane-label" x={side} y={(fork + plus) / 2 + 14} textAnchor="middle">
        {words.identity[language]}
      </text>
      {parts.map((part, index) =>
        part === '+' ? (
          <g key="plus">
            <circle className="figure-layer" cx={x} cy={plus} r={11} />
            <path className="figure-wire" d={`M${x - 6},${plus}h12M${x},${plus - 6}v12`} />
            <text className="figure-symbol" x={x - 18} y={plus + 5} textAnchor="end">
              F(x) + x
            </text>
          </g>
        ) : (
          <g key={placeOf(index)}>
            <rect
              className={part === 'ReLU' ? 'figure-added' : 'figure-layer'}
              x={x - box.width / 2}
              y={placeOf(index)}
              width={box.width}
              height={box.height}
              rx={4}
            />
            <text x={x} y={placeOf(index) + 18} textAnchor="middle">
              {part === 'weights' ? words.weights[language] : part}
            </text>
          </g>
        ),
      )}
      <path className="figure-head" d={`M${x - 4.5},${end - 16}h9l-4.5,8z`} />
      <text className="figure-symbol" x={x} y={end + 8} textAnchor="middle">
        x′
      </text>
    </g>
  );
}

export function Figure() {
  const language = useLanguage();
  const id = useId();
  return (
    <figure className="figure figure-block">
      <svg viewBox="-10 0 358 308" role="img" aria-labelledby={`${id}-title ${id}-description`}>
        <title id={`${id}-title`}>{words.title[language]}</title>
        <desc id={`${id}-description`}>{words.description[language]}</desc>
        <Block order="post" year="2015" x={74} />
        <Block order="pre" year="2016" x={244} />
      </svg>
    </figure>
  );
}
