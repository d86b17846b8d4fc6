/** Final loss over the values of a sweep: median over seeds, their range, and the reader's own prediction as a thin line. */
import { area, line, scaleLinear, scaleLog } from 'd3';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { amount, fixed, range } from '../../i18n/numbers.ts';
import { useLanguage } from '../prose/language.ts';
import { Bottom, Rules } from './Axes.tsx';
import { armStyles } from './armStyle.ts';
import { Chart } from './Chart.tsx';
import { EndLabels, labelRoom } from './EndLabels.tsx';
import { Cross, Marker } from './Marker.tsx';
import type { Piece } from './sentence.ts';
import { type Spread, spread } from './spread.ts';
import { type SweepArm, type SweepAxis, sweepTakeaway } from './sweepTakeaway.ts';
import { useExplore } from './useExplore.ts';
import { useSize } from './useSize.ts';

interface SweepChartProps {
  readonly what: SweepAxis;
  /** All values of the sweep, ascending, also those not measured yet. */
  readonly values: readonly number[];
  readonly arms: readonly SweepArm[];
  /** Decades along x instead of equal steps; the values must then be positive. */
  readonly log?: boolean;
  /** Loss of guessing. */
  readonly chance?: number | undefined;
  /** The reader's own curves, by arm. */
  readonly drawn?: readonly {
    readonly name: string;
    readonly points: readonly { readonly x: number; readonly y: number }[];
  }[];
  /** Told of the point that was pressed, or confirmed with Enter. */
  readonly onPoint?: (point: { readonly arm: string; readonly x: number }) => void;
}

type Measured = Spread & { readonly x: number; readonly values: readonly number[] };

export function SweepChart({ what, values, arms, log = false, chance, drawn = [], onPoint }: SweepChartProps) {
  const { t } = useTranslation('charts');
  const language = useLanguage();
  const room = useSize();
  const { width, em } = room.size;
  const styles = armStyles(arms);
  const takeaway = useMemo(() => sweepTakeaway(arms, what, t, language), [arms, what, t, language]);
  const curves = useMemo(
    () =>
      arms.map(({ name, label, points }) => ({
        name,
        label,
        points: points
          .filter((point) => point.values.length > 0)
          .map(({ x, values: losses }): Measured => {
            // A seed that ended without a number counts as worse than every number.
            const known = losses.map((loss) => (Number.isNaN(loss) ? Number.POSITIVE_INFINITY : loss));
            return { x, values: losses, ...spread(known) };
          }),
      })),
    [arms],
  );
  const measured = curves.some(({ points }) => points.length > 0);

  const medians = [
    ...curves.flatMap(({ points }) => points.map(({ median }) => median)),
    ...drawn.flatMap(({ points }) => points.map(({ y }) => y)),
  ];
  const limit = 3 * (chance ?? Math.max(1, ...medians.filter(Number.isFinite).slice(0, 1)));
  const top =
    1.15 * Math.max(chance ?? 0, ...medians.filter(Number.isFinite).map((loss) => Math.min(loss, limit))) || 1;
  const ends = curves.flatMap(({ name, label, points }, i) => {
    const [last, style] = [points.at(-1), styles[i]];
    if (!last || !style) return [];
    return [
      {
        name,
        label,
        style,
        last,
        value: Number.isFinite(last.median) ? amount(last.median, language) : t('read.divergedAt'),
      },
    ];
  });
  const predictions = drawn.filter(({ points }) => points.length > 0);
  const extra = [
    ...(chance === undefined ? [] : [t('guessing')]),
    ...(predictions.length > 0 ? [t('yourPrediction')] : []),
  ];
  const reserved = arms.map(({ label }) => ({ label, value: '0.00' }));
  const { stacked, right } = labelRoom([...reserved, ...ends], extra, width, em);
  const margin = { left: 2.7 * em, right, top: 0.8 * em, bottom: 3.2 * em };
  const height = Math.round(Math.min(26 * em, Math.max(19 * em, 0.58 * width)));
  const domain = [values[0] ?? 0, values.at(-1) ?? 1];
  const x = (log ? scaleLog() : scaleLinear())
    .domain(domain)
    .range([margin.left + 0.8 * em, width - margin.right - 0.4 * em]);
  const y = scaleLinear([0, top], [height - margin.bottom, margin.top]);
  const inFrame = (loss: number) => y(Math.min(top, loss));
  const band = area<Measured>()
    .defined(({ min }) => Number.isFinite(min))
    .x((point) => x(point.x))
    .y0(({ min }) => inFrame(min))
    .y1(({ max }) => inFrame(max));
  const middle = line<Measured>()
    .defined(({ median }) => Number.isFinite(median))
    .x((point) => x(point.x))
    .y(({ median }) => inFrame(median));
  const sketch = line<{ x: number; y: number }>()
    .x((point) => x(point.x))
    .y((point) => inFrame(point.y));

  const extent = { count: measured ? values.length : 0, series: Math.max(1, arms.length) };
  const explore = useExplore({
    extent,
    locate: (px, py, box) => {
      const away = values.map((value) => Math.abs(x(value) - (px * width) / box.width));
      const index = away.indexOf(Math.min(...away));
      const across = curves.map(({ points }) => {
        const point = points.find((one) => one.x === values[index]);
        return point ? Math.abs(inFrame(point.median) - (py * height) / box.height) : Number.POSITIVE_INFINITY;
      });
      return { index, series: Math.max(0, across.indexOf(Math.min(...across))) };
    },
    onSelect:
      onPoint &&
      (({ index, series }) => {
        const [arm, value] = [arms[series], values[index]];
        if (arm && value !== undefined) onPoint({ arm: arm.name, x: value });
      }),
  });
  const read = ({ index, series }: { index: number; series: number }): Piece[] => {
    const value = values[index] ?? 0;
    return [
      t(`sweep.x.${what}`, { count: value }),
      ...[...curves.slice(series), ...curves.slice(0, series)].flatMap((curve): Piece[] => {
        const point = curve.points.find((one) => one.x === value);
        const guess = predictions.find(({ name }) => name === curve.name)?.points.find((one) => one.x === value);
        const said = guess ? ` (${t('yourPrediction')} ${amount(guess.y, language)})` : '';
        if (!point) return [' · ', curve, ` ${t('read.noValue')}${said}`];
        if (!Number.isFinite(point.median)) return [' · ', curve, ` ${t('read.divergedAt')}${said}`];
        const spreadText =
          point.values.length > 1 && Number.isFinite(point.max) ? ` (${range(point.min, point.max, language)})` : '';
        return [' · ', curve, ` ${amount(point.median, language)}${spreadText}${said}`];
      }),
    ];
  };
  const seeds = Math.max(0, ...curves.flatMap(({ points }) => points.map((point) => point.values.length)));
  const table = () => ({
    columns: [
      t(`axis.${what}`),
      ...arms.flatMap(({ label }) =>
        Array.from({ length: seeds }, (_, k) => t('table.nth', { arm: label, index: k + 1 })),
      ),
    ],
    rows: values.map((value) => [
      value,
      ...curves.flatMap(({ points }) =>
        Array.from({ length: seeds }, (_, k) => points.find((point) => point.x === value)?.values[k]),
      ),
    ]),
  });
  const foretold = predictions.flatMap(({ points }) => points.at(-1) ?? []).map((point) => inFrame(point.y));
  const far = Math.max(...foretold) - Math.min(...foretold) > 4 * em;
  const levels = [
    ...(chance === undefined ? [] : [{ text: t('guessing'), y: y(chance) }]),
    ...(far ? foretold : foretold.slice(0, 1)).map((at) => ({ text: t('yourPrediction'), y: at })),
  ];
  return (
    <Chart
      kind={t(`kind.sweep.${what}`)}
      arms={arms}
      takeaway={takeaway}
      caption={seeds > 0 && t('caption.sweep', { count: seeds })}
      room={room}
      explore={explore}
      extent={extent}
      read={read}
      table={table}
      file={`loss-by-${what}`}
    >
      <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
        <Rules
          ticks={y.ticks(4).map((loss) => ({ at: y(loss), text: y.tickFormat(4)(loss) }))}
          left={margin.left}
          right={width - margin.right}
        />
        <Bottom
          ticks={apart(
            values.map((value) => ({ at: x(value), text: fixed(value, Number.isInteger(value) ? 0 : 2, language) })),
            2.2 * em,
          )}
          y={height - margin.bottom}
          em={em}
          title={t(`axis.${what}`)}
          middle={(margin.left + width - margin.right) / 2}
        />
        {chance !== undefined && (
          <line x1={margin.left} x2={width - margin.right} y1={y(chance)} y2={y(chance)} className="level" />
        )}
        {curves.map(({ name, points }, i) => (
          <path key={name} d={band(points) ?? ''} fill={styles[i]?.soft} className="band" />
        ))}
        {predictions.map(({ name, points }) => {
          const style = styles[arms.findIndex((arm) => arm.name === name)];
          return (
            <g key={name}>
              <path d={sketch([...points]) ?? ''} className="drawn" strokeDasharray={style?.dash} />
              {style &&
                points.map((point) => (
                  <Marker
                    key={point.x}
                    style={{ ...style, colour: 'var(--ink)' }}
                    x={x(point.x)}
                    y={inFrame(point.y)}
                    r={2}
                  />
                ))}
            </g>
          );
        })}
        {curves.map(({ name, points }, i) => (
          <path
            key={name}
            d={middle(points) ?? ''}
            stroke={styles[i]?.colour}
            strokeDasharray={styles[i]?.dash}
            className="curve"
          />
        ))}
        {curves.flatMap(({ name, points }, i) => {
          const style = styles[i];
          return style
            ? points.map((point) => {
                const Mark = Number.isFinite(point.median) ? Marker : Cross;
                const active = explore.place !== undefined && values[explore.place.index] === point.x;
                return (
                  <Mark
                    key={`${name} ${point.x}`}
                    style={style}
                    x={x(point.x)}
                    y={inFrame(point.median)}
                    r={active ? 5.5 : 4}
                  />
                );
              })
            : [];
        })}
        <EndLabels
          labels={ends.map((end) => ({ ...end, y: inFrame(end.last.median) }))}
          levels={levels}
          x={width - margin.right + 10}
          top={margin.top}
          bottom={height - margin.bottom}
          em={em}
          stacked={stacked}
        />
        {explore.place && (
          <line
            x1={x(values[explore.place.index] ?? 0)}
            x2={x(values[explore.place.index] ?? 0)}
            y1={margin.top}
            y2={height - margin.bottom}
            className="cursor"
          />
        )}
      </svg>
    </Chart>
  );
}

/** The ticks that have room: each at least `gap` after the one before. */
function apart<T extends { readonly at: number }>(ticks: readonly T[], gap: number): T[] {
  const kept: T[] = [];
  for (const tick of ticks) if (tick.at - (kept.at(-1)?.at ?? Number.NEGATIVE_INFINITY) >= gap) kept.push(tick);
  return kept;
}
