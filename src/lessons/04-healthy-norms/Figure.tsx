/** Three ways to fail: a gradient that vanishes, states that collapse, gradients that shatter. Drawn for this course. */
import { useId } from 'react';
import type { Bilingual } from '../../components/prose/LessonState.tsx';
import { useLanguage } from '../../components/prose/language.ts';

const words = {
  title: { en: 'Three ways in which depth fails', zh: '深度失败的三种方式' },
  description: {
    en: 'Vanish: arrows back through the layers grow thinner until none is left. Collapse: four inputs, apart at first, run into one point. Shatter: neighbouring inputs have arrows in all directions.',
    zh: '消失：往回的箭头越来越细，最后没有了。趋同：四个输入起初分开，最后汇成一点。破碎：相邻的输入，箭头指向四面八方。',
  },
  vanish: { en: 'vanish', zh: '消失' },
  collapse: { en: 'collapse', zh: '趋同' },
  shatter: { en: 'shatter', zh: '破碎' },
  vanishNote: { en: 'the gradient fades', zh: '梯度越传越小' },
  collapseNote: { en: 'inputs become one', zh: '输入不再分得清' },
  shatterNote: { en: 'no common direction', zh: '梯度没有共同方向' },
  back: { en: 'gradient', zh: '梯度' },
  forward: { en: 'states', zh: '状态' },
  inputs: { en: 'inputs side by side', zh: '相邻的输入' },
} satisfies Record<string, Bilingual>;

const panel = { width: 128, gap: 8, top: 34, height: 104 } as const;
const leftOf = (index: number) => index * (panel.width + panel.gap);
/** The layers of a panel, first at the left. */
const layers = [19, 49, 79, 109] as const;

/** An arrow of some thickness, with its tip in proportion. */
const Arrow = ({ x1, y1, x2, y2, w }: { x1: number; y1: number; x2: number; y2: number; w: number }) => {
  const length = Math.hypot(x2 - x1, y2 - y1);
  const [dx, dy] = [(x2 - x1) / length, (y2 - y1) / length];
  const tip = 3.5 + 0.9 * w;
  const [bx, by] = [x2 - dx * tip, y2 - dy * tip];
  const half = 1.2 + 0.75 * w;
  return (
    <>
      <line className="failure-arrow" x1={x1} y1={y1} x2={bx} y2={by} strokeWidth={w} />
      <path
        className="failure-tip"
        d={`M${x2},${y2}L${bx - dy * half},${by + dx * half}L${bx + dy * half},${by - dx * half}Z`}
      />
    </>
  );
};

const Columns = () =>
  layers.map((x) => (
    <rect key={x} className="figure-layer" x={x - 5} y={panel.top} width={10} height={panel.height} rx={3} />
  ));

/** Thickness of the arrow into each layer, from the last one back. */
const fading = [5.2, 2, 0.7] as const;
const Vanish = () => (
  <>
    <Columns />
    {fading.map((w, i) => {
      const from = layers[layers.length - 1 - i] ?? 0;
      const to = layers[layers.length - 2 - i] ?? 0;
      return [0.3, 0.7].map((part) => {
        const y = panel.top + part * panel.height;
        return <Arrow key={`${w} ${part}`} x1={from - 6} y1={y} x2={to + 6} y2={y} w={w} />;
      });
    })}
  </>
);

/** Four inputs, by height at each layer: apart, closer, one. */
const heights = [
  [14, 32, 44, 50],
  [40, 45, 49, 51],
  [66, 58, 54, 52],
  [92, 72, 59, 53],
] as const;
const Collapse = () => (
  <>
    <Columns />
    {heights.map((path) => (
      <g key={path[0]}>
        <polyline
          className="failure-path"
          points={path.map((y, i) => `${layers[i] ?? 0},${panel.top + y}`).join(' ')}
        />
        {path.map((y, i) => (
          <circle key={layers[i]} className="failure-state" cx={layers[i]} cy={panel.top + y} r={4} />
        ))}
      </g>
    ))}
  </>
);

/** Directions, in degrees, of the gradients of nine inputs in a row: drawn by hand to look like none follows another. */
const directions = [20, 205, 110, 320, 150, 265, 60, 185, 340] as const;
const Shatter = () => (
  <>
    {directions.map((degrees, i) => {
      const [cx, cy] = [24 + 40 * (i % 3), panel.top + 18 + 34 * Math.floor(i / 3)];
      const [dx, dy] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
      return (
        <g key={degrees}>
          <circle className="failure-input" cx={cx} cy={cy} r={2.4} />
          <Arrow x1={cx} y1={cy} x2={cx + 19 * dx} y2={cy - 19 * dy} w={2} />
        </g>
      );
    })}
  </>
);

const panels = [
  { name: 'vanish', Drawing: Vanish, below: 'back' },
  { name: 'collapse', Drawing: Collapse, below: 'forward' },
  { name: 'shatter', Drawing: Shatter, below: 'inputs' },
] as const;

export function Figure() {
  const language = useLanguage();
  const id = useId();
  const middle = panel.width / 2;
  return (
    <figure className="figure figure-failures">
      <svg viewBox="0 0 400 190" role="img" aria-labelledby={`${id}-title ${id}-description`}>
        <title id={`${id}-title`}>{words.title[language]}</title>
        <desc id={`${id}-description`}>{words.description[language]}</desc>
        {panels.map(({ name, Drawing, below }, i) => (
          <g key={name} transform={`translate(${leftOf(i)},0)`}>
            <text className="figure-label" x={middle} y={18} textAnchor="middle">
              {words[name][language]}
            </text>
            <Drawing />
            <text className="figure-small" x={middle} y={panel.top + panel.height + 18} textAnchor="middle">
              {below === 'back' && '← '}
              {words[below][language]}
              {below === 'forward' && ' →'}
            </text>
            <text className="figure-small" x={middle} y={panel.top + panel.height + 36} textAnchor="middle">
              {words[`${name}Note`][language]}
            </text>
          </g>
        ))}
      </svg>
    </figure>
  );
}
