/**
 * A quantity over steps, one curve an arm, each as long as it is: for computed ways that end by arriving or by diverging.
 * Dashed curves lie on top, so that where two coincide both are seen.
 */
import { line, scaleLinear } from 'd3';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { fixed } from '../../i18n/numbers.ts';
import { useLanguage } from '../prose/language.ts';
import { Bottom, Rules } from './Axes.tsx';
import { type ArmName, type ArmStyle, armStyles } from './armStyle.ts';
import { Chart } from './Chart.tsx';
import { EndLabels, labelRoom } from './EndLabels.tsx';
import { textEms } from './labels.ts';
import { Cross, Marker } from './Marker.tsx';
import type { Piece, Sentence } from './sentence.ts';
import { type Place, useExplore } from './useExplore.ts';
import { useSize } from './useSize.ts';

export interface Curve extends ArmName {
  /** One value a step, the first before any step. A value that is no number is left out. */
  readonly values: readonly number[];
  /** Whether its numbers end because it diverged. */
  readonly lost?: boolean;
}

/** What the chart says, in the language of the page. */
interface CurveWords {
  /** Kind and axes: the beginning of its name. */
  readonly kind: string;
  /** Title of the vertical axis. */
  readonly y: string;
  /** Beside the dotted level. */
  readonly level: string;
}

interface CurveChartProps {
  readonly curves: readonly Curve[];
  /** Steps in view. */
  readonly steps: number;
  /** Values in view: a curve that leaves them leaves the frame. */
  readonly domain: readonly [number, number];
  /** A dotted line across. */
  readonly level?: number | undefined;
  readonly words: CurveWords;
  /** How a value is written. */
  readonly write: (value: number) => string;
  readonly takeaway: readonly Sentence[];
  readonly caption?: ReactNode;
  /** Name of the CSV file, without extension. */
  readonly file: string;
}

/** A cross or a marker where a curve ends. */
const End = ({ curve, style, x, y, r }: { curve: Curve; style: ArmStyle; x: number; y: number; r: number }) =>
  curve.lost ? <Cross style={style} x={x} y={y} r={r} /> : <Marker style={style} x={x} y={y} r={r} />;

export function CurveChart(props: CurveChartProps) {
  const { curves, steps, domain, level, words, write, takeaway, caption, file } = props;
  const { t } = useTranslation('charts');
  const language = useLanguage();
  const clip = useId();
  const room = useSize();
  const { width, em } = room.size;
  const styles = armStyles(curves);
  const [low, high] = domain;

  const ends = curves.flatMap((curve, i) => {
    const at = curve.values.findLastIndex((value, step) => step <= steps && Number.isFinite(value));
    const [last, style] = [curve.values[at], styles[i]];
    if (last === undefined || !style) return [];
    const { name, label } = curve;
    return [{ curve, name, label, at, last, style, value: curve.lost ? t('read.divergedAt') : write(last) }];
  });
  const { stacked, right: room4labels } = labelRoom(ends, level === undefined ? [] : [words.level], width, em);
  const height = Math.round(Math.min(25 * em, Math.max(18 * em, 0.5 * width)));
  const [top, bottom, right] = [1.9 * em, height - 3.2 * em, width - room4labels];
  const y = scaleLinear([low, high], [bottom, top]);
  const ticks = y.ticks(4).map((value) => ({ at: y(value), text: y.tickFormat(4)(value).replace('-', '\u2212') }));
  const left = (0.9 + Math.max(1, ...ticks.map(({ text }) => textEms(text)))) * em;
  const x = scaleLinear([0, Math.max(1, steps)], [left, right]);
  const inFrame = (value: number) => Math.min(bottom, Math.max(top, y(value)));

  // More than one point a pixel cannot be seen; the last one always is.
  const stride = Math.max(1, Math.round(steps / (right - left)));
  const path = line<readonly [number, number]>()
    .digits(1)
    .defined(([, value]) => Number.isFinite(value))
    .x(([step]) => x(step))
    .y(([, value]) => y(Math.min(high + (high - low), Math.max(low - (high - low), value))));
  const drawn = curves
    .map((curve, i) => ({ ...curve, style: styles[i], count: Math.min(curve.values.length, steps + 1) }))
    .map(({ values, count, ...curve }) => ({
      ...curve,
      d: path(
        Array.from({ length: count }, (_, step) => [step, values[step] ?? Number.NaN] as const).filter(
          ([step]) => step % stride === 0 || step === count - 1,
        ),
      ),
    }))
    .sort((a, b) => Number(a.style?.dash !== undefined) - Number(b.style?.dash !== undefined));

  const count = ends.length > 0 ? steps + 1 : 0;
  const extent = { count, series: Math.max(1, curves.length) };
  const valueAt = ({ values }: Curve, step: number) => values[Math.min(step, values.length - 1)];
  const explore = useExplore({
    extent,
    locate: (px, py, box) => {
      const index = Math.min(steps, Math.max(0, Math.round(x.invert((px * width) / box.width))));
      const away = curves.map((curve) => Math.abs(inFrame(valueAt(curve, index) ?? high) - (py * height) / box.height));
      return { index, series: Math.max(0, away.indexOf(Math.min(...away))) };
    },
  });
  const at = explore.place;
  const read = ({ index, series }: Place): Piece[] => [
    t('read.step', { step: fixed(index, 0, language) }),
    ...[...curves.slice(series), ...curves.slice(0, series)].flatMap((curve): Piece[] => {
      const ended = index >= curve.values.length;
      const value = valueAt(curve, index);
      const said = ended && curve.lost ? t('read.divergedAt') : Number.isFinite(value) ? write(value ?? 0) : undefined;
      return [' · ', curve, ` ${said ?? t('read.noValue')}`];
    }),
  ];
  const table = () => ({
    columns: [t('table.step'), ...curves.map(({ label }) => label)],
    rows: Array.from({ length: count }, (_, step) => [step, ...curves.map(({ values }) => values[step])]),
  });
  return (
    <Chart
      kind={words.kind}
      arms={curves}
      takeaway={takeaway}
      caption={caption}
      room={room}
      explore={explore}
      extent={extent}
      read={read}
      letters={16}
      table={table}
      file={file}
    >
      <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
        <text x={2} y={0.9 * em} className="dim">
          {words.y}
        </text>
        <Rules ticks={ticks} left={left} right={right} />
        <Bottom
          ticks={x
            .ticks(width < 30 * em ? 3 : 5)
            .filter(Number.isInteger)
            .map((step) => ({ at: x(step), text: fixed(step, 0, language) }))}
          y={bottom}
          em={em}
          title={t('step')}
          middle={(left + right) / 2}
        />
        {level !== undefined && <line x1={left} x2={right} y1={inFrame(level)} y2={inFrame(level)} className="level" />}
        <clipPath id={clip}>
          <rect x={0} y={top - 0.4 * em} width={width} height={bottom - top + 0.8 * em} />
        </clipPath>
        <g clipPath={`url(#${clip})`}>
          {drawn.map(({ name, d, style }) => (
            <path key={name} d={d ?? ''} stroke={style?.colour} strokeDasharray={style?.dash} className="curve" />
          ))}
        </g>
        {ends.map(({ curve, at: step, last, style }) => (
          <End key={curve.name} curve={curve} style={style} x={x(step)} y={inFrame(last)} r={0.34 * em} />
        ))}
        <EndLabels
          labels={ends.map((end) => ({ ...end, y: inFrame(end.last) }))}
          levels={level === undefined ? [] : [{ text: words.level, y: inFrame(level) }]}
          x={right + 10}
          top={top}
          bottom={bottom}
          em={em}
          stacked={stacked}
        />
        {at && (
          <>
            <line x1={x(at.index)} x2={x(at.index)} y1={top} y2={bottom} className="cursor" />
            {curves.map((curve, i) => {
              const [value, style] = [curve.values[at.index], styles[i]];
              return style && value !== undefined && Number.isFinite(value) ? (
                <Marker key={curve.name} style={style} x={x(at.index)} y={inFrame(value)} r={0.4 * em} />
              ) : null;
            })}
          </>
        )}
      </svg>
    </Chart>
  );
}
