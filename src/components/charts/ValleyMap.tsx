/**
 * Descents in the plane of two weights, one square an arm: the curves of exact pairs, the way from a common start, and where it
 * ends. The start is moved by pointer, touch or arrow keys.
 */
import { line, scaleLinear } from 'd3';
import { useId } from 'react';
import { fixed } from '../../i18n/numbers.ts';
import { useLanguage } from '../prose/language.ts';
import { type ArmName, armStyles } from './armStyle.ts';
import { Chart } from './Chart.tsx';
import { Marker } from './Marker.tsx';
import type { Piece, Sentence } from './sentence.ts';
import { type Place, useExplore } from './useExplore.ts';
import { useSize } from './useSize.ts';

interface Pair {
  readonly a: number;
  readonly b: number;
}
interface ValleyArm extends ArmName {
  /** Curves of pairs that answer exactly. */
  readonly exact: readonly (readonly Pair[])[];
  /** The pairs passed through, the start first. */
  readonly way: readonly Pair[];
  readonly output: (pair: Pair) => number;
}

/** What the chart says, in the language of the page. */
interface ValleyWords {
  /** Kind and axes: the beginning of its name. */
  readonly kind: string;
  /** Beside the curves of exact pairs. */
  readonly exact: string;
  /** What an arm answers at a pair that is read out. */
  readonly answers: (output: string) => string;
  readonly caption: string;
}

interface ValleyMapProps {
  readonly arms: readonly ValleyArm[];
  /** The squares reach from -bound to bound both ways. */
  readonly bound: number;
  readonly onStart: (start: Pair) => void;
  readonly words: ValleyWords;
  readonly takeaway: readonly Sentence[];
}

/** Places along one side: one every twentieth. */
const spacing = 0.05;

export function ValleyMap({ arms, bound, onStart, words, takeaway }: ValleyMapProps) {
  const language = useLanguage();
  const clip = useId();
  const room = useSize();
  const { width, em } = room.size;
  const styles = armStyles(arms);
  const side = Math.round((2 * bound) / spacing) + 1;
  const pairAt = ({ index, series }: Place): Pair => ({
    a: Number((index * spacing - bound).toFixed(6)),
    b: Number((bound - series * spacing).toFixed(6)),
  });
  const cell = (value: number) => Math.min(side - 1, Math.max(0, Math.round((value + bound) / spacing)));

  const gap = 1.4 * em;
  const [left, head, foot] = [1.6 * em, 1.8 * em, 3.4 * em];
  const beside = (width - left - gap * (arms.length - 1)) / Math.max(1, arms.length);
  // Squares too small for their ticks stand below each other.
  const stacked = beside < 10 * em;
  const size = Math.min(24 * em, stacked ? width - left - 0.6 * em : beside);
  const [right, down] = stacked ? [0, size + head + 2 * em] : [size + gap, 0];
  const height = Math.round(head + size + (stacked ? down * (arms.length - 1) : 0) + foot);
  const x = scaleLinear([-bound, bound], [0, size]);
  const y = scaleLinear([-bound, bound], [size, 0]);
  const path = line<Pair>()
    .digits(1)
    .x(({ a }) => x(a))
    .y(({ b }) => y(b));
  const start = arms[0]?.way[0] ?? { a: 0, b: 0 };

  const explore = useExplore({
    extent: { count: side, series: side },
    start: { index: cell(start.a), series: cell(-start.b) },
    locate: (px, py, box) => {
      const [across, below] = [(px * width) / box.width - left, (py * height) / box.height - head];
      const wanted = Math.floor(stacked ? below / down : across / right);
      const square = Math.min(arms.length - 1, Math.max(0, wanted));
      return { index: cell(x.invert(across - square * right)), series: cell(-y.invert(below - square * down)) };
    },
    onPlace: (place) => onStart(pairAt(place)),
  });
  const number = (value: number) => fixed(value, 2, language);
  const read = (place: Place): Piece[] => {
    const pair = pairAt(place);
    return [
      `a ${number(pair.a)}${language === 'zh' ? '，' : ', '}b ${number(pair.b)}`,
      ...arms.flatMap((arm): Piece[] => [' · ', arm, ` ${words.answers(number(arm.output(pair)))}`]),
    ];
  };
  const table = () => ({
    columns: ['step', ...arms.flatMap(({ label }) => [`${label} a`, `${label} b`, `${label} y`])],
    rows: Array.from({ length: Math.max(0, ...arms.map(({ way }) => way.length)) }, (_, step) => [
      step,
      ...arms.flatMap(({ way, output }) => {
        const pair = way[step];
        return pair ? [pair.a, pair.b, output(pair)] : [undefined, undefined, undefined];
      }),
    ]),
  });
  return (
    <Chart
      kind={words.kind}
      arms={arms}
      takeaway={takeaway}
      caption={words.caption}
      room={room}
      explore={explore}
      extent={{ count: side, series: side }}
      read={read}
      letters={24}
      table={table}
      file="two-weights"
      raster
    >
      <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
        {arms.map((arm, i) => {
          const [style, end] = [styles[i], arm.way.at(-1)];
          if (!style || !end) return null;
          const inside = (value: number) => Math.min(bound, Math.max(-bound, value));
          return (
            <g key={arm.name} transform={`translate(${left + i * right},${head + i * down})`}>
              <text y={-0.6 * em} className="arm-label" fill={style.colour}>
                {arm.label}
              </text>
              <clipPath id={`${clip}${i}`}>
                <rect width={size} height={size} />
              </clipPath>
              <g clipPath={`url(#${clip}${i})`}>
                <line x1={0} x2={size} y1={y(0)} y2={y(0)} className="rule" />
                <line x1={x(0)} x2={x(0)} y1={0} y2={size} className="rule" />
                {arm.exact.map((pairs, k) => (
                  <path key={k} d={path([...pairs]) ?? ''} className="level" fill="none" />
                ))}
                <path d={path([...arm.way]) ?? ''} stroke={style.colour} className="curve" />
              </g>
              <rect width={size} height={size} className="frame" />
              <circle cx={x(0)} cy={y(0)} r={0.2 * em} fill="var(--ink)" />
              <circle
                cx={x(start.a)}
                cy={y(start.b)}
                r={0.5 * em}
                fill="var(--panel)"
                stroke={style.colour}
                strokeWidth={2}
              />
              <Marker style={{ ...style, filled: true }} x={x(inside(end.a))} y={y(inside(end.b))} r={0.42 * em} />
              {[-1, 0, 1].map((tick) => (
                <text key={tick} x={x(tick)} y={size + 1.2 * em} textAnchor="middle" className="dim">
                  {String(tick).replace('-', '\u2212')}
                </text>
              ))}
              <text x={size} y={size + 1.2 * em} textAnchor="end" className="dim maths">
                a
              </text>
              {(i === 0 || stacked) &&
                [-1, 0, 1].map((tick) => (
                  <text key={tick} x={-0.4 * em} y={y(tick)} dy="0.35em" textAnchor="end" className="dim">
                    {String(tick).replace('-', '\u2212')}
                  </text>
                ))}
              {(i === 0 || stacked) && (
                <text x={-0.4 * em} y={0.7 * em} textAnchor="end" className="dim maths">
                  b
                </text>
              )}
            </g>
          );
        })}
        <text x={left} y={height - 0.2 * em} className="dim">
          ┄ {words.exact}
        </text>
      </svg>
    </Chart>
  );
}
