/** The unit as a wiring diagram with the numbers of one x at their places: values going forward, or derivatives back. */
import { useId } from 'react';
import type { Bilingual } from '../../components/prose/LessonState.tsx';
import { useLanguage } from '../../components/prose/language.ts';
import { fixed } from '../../i18n/numbers.ts';
import type { OneUnit, Values } from '../../model/analysis/oneUnit.ts';

const words = {
  title: { en: 'One residual unit with its numbers', zh: '一个残差单元和其中的数' },
  forward: {
    en: 'x goes two ways: along the shortcut, and through w1, ReLU and w2. Both meet at a plus.',
    zh: 'x 分两路：一路沿捷径，一路经过 w1、ReLU 和 w2，在加号处会合。',
  },
  backward: {
    en: 'The derivative goes back from the output: the plus hands it to both ways, and they meet again at x.',
    zh: '导数从输出往回走：加号把它原样交给两路，两路在 x 处会合。',
  },
  closed: { en: 'closed', zh: '关' },
  cut: { en: 'cut', zh: '断开' },
  unchanged: { en: 'unchanged', zh: '原样' },
  branch: { en: 'branch', zh: '支路' },
  shortcut: { en: 'shortcut', zh: '捷径' },
} satisfies Record<string, Bilingual>;

const size = { width: 306, height: 372 } as const;
const box = { width: 104, height: 30 } as const;
const main = 100;
const side = 252;
const fork = 44;

/** Where everything stands, from the top down: with pre-activation the first ReLU is above w1, else it follows the plus. */
const tops = {
  post: { entry: undefined, w1: 78, relu: 130, w2: 182, plus: 256, exit: 286, out: 352 },
  pre: { entry: 62, w1: 114, relu: 166, w2: 218, plus: 290, exit: undefined, out: 352 },
} as const;

type Direction = 'forward' | 'backward';

interface FlowDiagramProps {
  readonly unit: OneUnit;
  readonly values: Values;
  /** Derivatives of the output by place: shown in place of the values when going backward. */
  readonly slopes: Values;
  /** What comes back to x along each way. */
  readonly carriedBack: number;
  readonly branchBack: number;
  readonly direction: Direction;
}

/** A head for a wire that ends at (x, y) going down or left, or comes back from there. */
const head = (x: number, y: number, way: 'down' | 'up' | 'left' | 'right') =>
  ({
    down: `M${x - 4.5},${y - 8}h9l-4.5,8z`,
    up: `M${x - 4.5},${y + 8}h9l-4.5,-8z`,
    left: `M${x + 8},${y - 4.5}v9l-8,-4.5z`,
    right: `M${x - 8},${y - 4.5}v9l8,-4.5z`,
  })[way];

/** `closed` is said behind the name: what went in was not positive. */
const Box = ({ y, name, closed }: { readonly y: number; readonly name: string; readonly closed?: string | false }) => (
  <g className={closed ? 'flow-closed' : undefined}>
    <rect className="flow-box" x={main - box.width / 2} y={y} width={box.width} height={box.height} rx={4} />
    <text x={main} y={y + 20} textAnchor="middle">
      {name}
      {closed && <tspan className="flow-note"> {closed}</tspan>}
    </text>
  </g>
);

const Wire = ({ from, to, back }: { readonly from: number; readonly to: number; readonly back: boolean }) => (
  <>
    <line className="flow-wire" x1={main} x2={main} y1={from} y2={to} />
    <path className="flow-head" d={back ? head(main, from, 'up') : head(main, to, 'down')} />
  </>
);

const Value = ({ y, text, name }: { readonly y: number; readonly text: string; readonly name?: string | false }) => (
  <text className="flow-value" x={main + 14} y={y}>
    {name && <tspan className="flow-name">{name} = </tspan>}
    {text}
  </text>
);

export function FlowDiagram(props: FlowDiagramProps) {
  const { unit, values, slopes, carriedBack, branchBack, direction } = props;
  const language = useLanguage();
  const id = useId();
  const back = direction === 'backward';
  const top = tops[unit.order];
  const number = (value: number) => fixed(value, 2, language);
  const shown = back ? slopes : values;

  const afterW2 = top.w2 + box.height;
  const afterPlus = top.exit ?? top.out - 16;
  const first = top.entry ?? top.w1;
  const lane = unit.shortcut === 0 ? 'flow-lane flow-lane-cut' : 'flow-lane';
  const laneName =
    unit.shortcut === 0
      ? words.cut[language]
      : unit.shortcut === 1
        ? words.unchanged[language]
        : `× λ = ${number(unit.shortcut)}`;
  const middle = (fork + top.plus) / 2;
  return (
    <svg
      className="flow"
      viewBox={`0 0 ${size.width} ${size.height}`}
      role="img"
      aria-labelledby={`${id}-title ${id}-description`}
    >
      <title id={`${id}-title`}>{words.title[language]}</title>
      <desc id={`${id}-description`}>{words[direction][language]}</desc>

      <path className={lane} d={`M${main},${fork}H${side}V${top.plus}H${main + 13}`} />
      {unit.shortcut !== 0 && (
        <path className="flow-lane-head" d={back ? head(main + 6, fork, 'left') : head(main + 13, top.plus, 'left')} />
      )}
      <text className="flow-note" x={side} y={fork - 10} textAnchor="middle">
        {words.shortcut[language]}
      </text>
      <rect className="flow-tag" x={side - 50} y={middle - 15} width={100} height={30} rx={4} />
      <text className="flow-lane-name" x={side} y={middle + 5} textAnchor="middle">
        {laneName}
      </text>
      <text className="flow-value flow-lane-value" x={side - 10} y={back ? fork + 20 : top.plus - 10} textAnchor="end">
        {unit.shortcut === 0 ? '' : number(back ? carriedBack : values.carried)}
      </text>

      <text className="flow-note" x={main - 12} y={fork + 12} textAnchor="end">
        {words.branch[language]}
      </text>
      <Wire from={26} to={first} back={back} />
      <text className="flow-value" x={main} y={18} textAnchor="middle">
        <tspan className="flow-name">{back ? '∂x′/∂x' : 'x'} = </tspan>
        {number(shown.x)}
      </text>
      {top.entry && (
        <>
          <Box y={top.entry} name="ReLU" closed={values.x <= 0 && words.closed[language]} />
          <Wire from={top.entry + box.height} to={top.w1} back={back} />
          <Value y={top.w1 - 6} text={number(shown.in)} />
        </>
      )}
      {back && <Value y={first - 8} text={number(branchBack)} />}
      <Box y={top.w1} name={`× w₁ = ${number(unit.w1)}`} />
      <Wire from={top.w1 + box.height} to={top.relu} back={back} />
      <Value y={top.relu - 6} text={number(shown.first)} />
      <Box y={top.relu} name="ReLU" closed={values.first <= 0 && words.closed[language]} />
      <Wire from={top.relu + box.height} to={top.w2} back={back} />
      <Value y={top.w2 - 6} text={number(shown.hidden)} />
      <Box y={top.w2} name={`× w₂ = ${number(unit.w2)}`} />
      <Wire from={afterW2} to={top.plus - 12} back={back} />
      <Value y={afterW2 + 21} text={number(shown.branch)} name={!back && 'F(x)'} />

      <circle className="flow-plus" cx={main} cy={top.plus} r={12} />
      <path className="flow-sign" d={`M${main - 6},${top.plus}h12M${main},${top.plus - 6}v12`} />
      <Wire from={top.plus + 12} to={afterPlus} back={back} />
      {top.exit && (
        <>
          <text className="flow-value" x={main - 14} y={top.plus + 22} textAnchor="end">
            {!back && <tspan className="flow-name">y = </tspan>}
            {number(shown.sum)}
          </text>
          <Box y={top.exit} name="ReLU" closed={values.sum <= 0 && words.closed[language]} />
          <Wire from={top.exit + box.height} to={top.out - 14} back={back} />
        </>
      )}
      <text className="flow-value" x={main} y={top.out + 6} textAnchor="middle">
        <tspan className="flow-name">{back ? '∂x′/∂x′' : top.exit ? 'x′' : 'x′ = y'} = </tspan>
        {number(shown.out)}
      </text>
    </svg>
  );
}
