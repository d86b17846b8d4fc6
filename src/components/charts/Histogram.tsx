/**
 * How sizes are spread over many draws, on a logarithmic axis: one row of bars an arm, all on the same axis, each with its
 * median and the range of the middle nine tenths. What is too small for the axis has a bin of its own at the left.
 */
import { scaleLinear } from 'd3';
import { type ReactNode, useMemo } from 'react';
import { amount, percent, range } from '../../i18n/numbers.ts';
import { useLanguage } from '../prose/language.ts';
import { PowerTick, powerTicks } from './Axes.tsx';
import { type ArmName, armStyles } from './armStyle.ts';
import { binsOf, edge } from './bins.ts';
import { Chart } from './Chart.tsx';
import { textEms } from './labels.ts';
import { Below, Marker } from './Marker.tsx';
import { Powers } from './Powers.tsx';
import type { Piece, Sentence } from './sentence.ts';
import { type Place, useExplore } from './useExplore.ts';
import { useSize } from './useSize.ts';

export interface HistogramArm extends ArmName {
  /** log10 of the size of each draw; minus infinity where it is 0 or too small to be stored. */
  readonly decades: Float64Array;
  /** Decades below which 5, 50 and 95 of 100 draws lie. */
  readonly percentiles: { readonly p5: number; readonly p50: number; readonly p95: number };
}

/** What the chart says, in the language of the page. */
export interface HistogramWords {
  /** Kind and axes: the beginning of its name. */
  readonly kind: string;
  /** Title of the axis of shares. */
  readonly share: string;
  /** Beside the line at 1. */
  readonly one: string;
  /** Before the median. */
  readonly median: string;
  /** Below the bin of what is too small; and the same as read out. */
  readonly zero: string;
  readonly tooSmall: string;
  /** Between the two ends of a bin. */
  readonly to: string;
  /** First columns of the table. */
  readonly from: string;
  readonly until: string;
}

interface HistogramProps {
  readonly arms: readonly HistogramArm[];
  readonly words: HistogramWords;
  /** Title of the axis of sizes, as SVG text. */
  readonly axis: ReactNode;
  readonly takeaway: readonly Sentence[];
  readonly caption?: ReactNode;
  /** Name of the CSV file, without extension. */
  readonly file: string;
}

/** Whether the last piece is a power of ten: `Powers` leaves it to the next piece to come down again. */
const endsRaised = (text: string) => /[⁰¹²³⁴-⁹]$/.test(text);

export function Histogram({ arms, words, axis, takeaway, caption, file }: HistogramProps) {
  const language = useLanguage();
  const room = useSize();
  const { width, em } = room.size;
  const most = width < 34 * em ? 36 : 60;
  const bins = useMemo(
    () =>
      binsOf(
        arms.map(({ decades }) => decades),
        most,
      ),
    [arms, most],
  );
  const styles = armStyles(arms);
  const drawn = arms.some(({ decades }) => decades.length > 0);
  const zeros = bins.arms.some(({ below }) => below > 0);

  const strip = zeros ? 3.2 * em : 0;
  const margin = { left: 3.1 * em, right: 0.9 * em, bottom: 3.4 * em };
  const head = 3.5 * em;
  const bars = 6.2 * em;
  const row = head + bars + 0.6 * em;
  const height = Math.round(1.4 * em + row * arms.length + margin.bottom);
  const floor = (i: number) => 1.4 * em + (i + 1) * row - 0.6 * em;
  const left = margin.left + strip;
  const [low, high] = [edge(bins, 0), edge(bins, bins.count)];
  const x = scaleLinear([low, high], [left, width - margin.right]);
  const tops = bins.arms.map(({ counts, below, total }) => Math.max(below, ...counts) / Math.max(1, total));
  const y = (i: number, share: number) => floor(i) - (share / Math.max(1e-9, tops[i] ?? 1)) * bars;
  const at = (decades: number) => (decades === Number.NEGATIVE_INFINITY ? margin.left + strip / 3 : x(decades));
  const share = (i: number, bin: number) => {
    const arm = bins.arms[i];
    return arm ? (bin < 0 ? arm.below : (arm.counts[bin] ?? 0)) / Math.max(1, arm.total) : 0;
  };

  const first = zeros ? 1 : 0;
  const extent = { count: drawn ? bins.count + first : 0, series: Math.max(1, arms.length) };
  const explore = useExplore({
    extent,
    start: drawn ? { index: first + Math.max(0, Math.floor(-low / bins.width) - 1), series: 0 } : undefined,
    locate: (px, py, box) => {
      const across = (px * width) / box.width;
      const bin = Math.floor((x.invert(across) - low) / bins.width);
      return {
        index: zeros && across < left ? 0 : first + Math.min(bins.count - 1, Math.max(0, bin)),
        series: Math.min(arms.length - 1, Math.max(0, Math.floor((py * height) / box.height / row))),
      };
    },
  });
  // A power of ten below 10⁻³⁰⁸ would print as 0.
  const sized = (value: number) => (value === 0 ? words.zero : amount(value, language));
  const size = (decades: number) => sized(10 ** decades);
  const ends = (bin: number) =>
    bin < 0 ? words.tooSmall : `${size(edge(bins, bin))}${words.to}${size(edge(bins, bin + 1))}`;
  const read = ({ index, series }: Place): Piece[] => [
    ends(index - first),
    ...arms.flatMap((_, i): Piece[] => {
      const k = (i + series) % arms.length;
      const arm = arms[k];
      return arm ? [' · ', arm, ` ${percent(share(k, index - first), 1)}`] : [];
    }),
  ];
  const table = () => ({
    columns: [words.from, words.until, ...arms.map(({ label }) => label)],
    rows: Array.from({ length: bins.count + first }, (_, index) => {
      const bin = index - first;
      return [
        bin < 0 ? 0 : 10 ** edge(bins, bin),
        bin < 0 ? words.tooSmall : 10 ** edge(bins, bin + 1),
        ...arms.map((_, i) => share(i, bin)),
      ];
    }),
  });
  const active = explore.place === undefined ? undefined : explore.place.index - first;
  const beside = em * 0.9;
  return (
    <Chart
      kind={words.kind}
      arms={arms}
      takeaway={takeaway}
      caption={caption}
      room={room}
      explore={explore}
      extent={extent}
      read={read}
      letters={20}
      table={table}
      file={file}
    >
      <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
        <text x={2} y={1.1 * em} className="dim">
          {words.share}
        </text>
        {drawn && (
          <g>
            <line x1={x(0)} x2={x(0)} y1={2 * em} y2={floor(arms.length - 1)} className="level" />
            <text
              x={x(0) > 0.6 * width ? x(0) - 0.5 * em : Math.max(x(0) + 0.5 * em, (textEms(words.share) + 1.5) * em)}
              y={1.1 * em}
              textAnchor={x(0) > 0.6 * width ? 'end' : 'start'}
              className="dim"
            >
              {words.one}
            </text>
          </g>
        )}
        {arms.map((arm, i) => {
          const style = styles[i];
          const { p5, p50, p95 } = arm.percentiles;
          const counted = bins.arms[i];
          if (!style || !counted || counted.total === 0) return null;
          const level = floor(i) - bars - 1.1 * em;
          const thin = Math.max(1, x(edge(bins, 1)) - x(low) - (bins.count > 30 ? 0.6 : 1));
          return (
            <g key={arm.name}>
              <text x={left} y={level - beside} className="arm-label over-line" fill={style.colour}>
                <Powers text={`${arm.label} · ${words.median} ${size(p50)}`} />
                {width > 30 * em && (
                  <tspan className="dim" fontWeight={400} dy={endsRaised(size(p50)) ? '0.351em' : undefined}>
                    <Powers text={` (${range(10 ** p5, 10 ** p95, language, sized)})`} />
                  </tspan>
                )}
              </text>
              <line x1={left} x2={width - margin.right} y1={floor(i) - bars} y2={floor(i) - bars} className="rule" />
              <text x={margin.left - 7} y={floor(i) - bars} dy="0.35em" textAnchor="end" className="dim">
                {percent(tops[i] ?? 0, (tops[i] ?? 0) < 0.1 ? 1 : 0)}
              </text>
              <text x={margin.left - 7} y={floor(i)} dy="0.35em" textAnchor="end" className="dim">
                0
              </text>
              <path
                d={counted.counts
                  .map((count, bin) =>
                    count > 0 ? `M${x(edge(bins, bin))},${floor(i)}V${y(i, share(i, bin))}h${thin}V${floor(i)}Z` : '',
                  )
                  .join('')}
                fill={style.colour}
              />
              {counted.below > 0 && (
                <rect
                  x={margin.left + strip / 3 - 0.5 * em}
                  y={y(i, share(i, -1))}
                  width={em}
                  height={floor(i) - y(i, share(i, -1))}
                  fill={style.colour}
                />
              )}
              <line x1={left - strip} x2={width - margin.right} y1={floor(i)} y2={floor(i)} className="floor" />
              <line x1={at(p5)} x2={at(p95)} y1={level} y2={level} stroke={style.colour} strokeWidth={2} />
              {p50 === Number.NEGATIVE_INFINITY ? (
                <Below style={style} x={at(p50)} y={level} r={0.34 * em} />
              ) : (
                <Marker style={style} x={at(p50)} y={level} r={0.34 * em} />
              )}
            </g>
          );
        })}
        {drawn && (
          <>
            {zeros && (
              <text
                x={margin.left + strip / 3}
                y={floor(arms.length - 1) + 1.3 * em}
                textAnchor="middle"
                className="dim"
              >
                {words.zero}
              </text>
            )}
            {powerTicks(low, high, Math.max(3, Math.floor((width - left) / (4.2 * em)))).map((exponent) => (
              <g key={exponent}>
                <line
                  x1={x(exponent)}
                  x2={x(exponent)}
                  y1={floor(arms.length - 1)}
                  y2={floor(arms.length - 1) + 4}
                  className="floor"
                />
                <PowerTick exponent={exponent} x={x(exponent)} y={floor(arms.length - 1) + 1.1 * em} anchor="middle" />
              </g>
            ))}
            <text x={(left + width) / 2} y={height - 0.5 * em} textAnchor="middle" className="dim maths">
              {axis}
            </text>
          </>
        )}
        {active !== undefined && (
          <line
            x1={active < 0 ? at(Number.NEGATIVE_INFINITY) : x(edge(bins, active) + bins.width / 2)}
            x2={active < 0 ? at(Number.NEGATIVE_INFINITY) : x(edge(bins, active) + bins.width / 2)}
            y1={2 * em}
            y2={floor(arms.length - 1)}
            className="cursor"
          />
        )}
      </svg>
    </Chart>
  );
}
