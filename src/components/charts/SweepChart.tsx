/** Final loss over the values of a sweep: median over seeds, their range, and the reader's own prediction as a thin line. */
import { area, line, scaleLinear, scaleLog } from 'd3';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { amount, fixed } from '../../i18n/numbers.ts';
import { useLanguage } from '../prose/language.ts';
import { armStyles } from './armStyle.ts';
import { Chart } from './Chart.tsx';
import { EndLabels, labelRoom } from './EndLabels.tsx';
import { LossPlane, lossLayout } from './LossPlane.tsx';
import { Cross, Marker } from './Marker.tsx';
import { readSpread } from './reading.ts';
import type { Piece } from './sentence.ts';
import { spread } from './spread.ts';
import { type DrawnCurve, type SweepPoint, sweepCurves, sweepTop, withRoom } from './sweepCurves.ts';
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
  readonly drawn?: readonly DrawnCurve[];
  /** Told of the point that was pressed, or confirmed with Enter. */
  readonly onPoint?: (point: { readonly arm: string; readonly x: number }) => void;
}

export function SweepChart({ what, values, arms, log = false, chance, drawn = [], onPoint }: SweepChartProps) {
  const { t } = useTranslation('charts');
  const language = useLanguage();
  const room = useSize();
  const { width, em } = room.size;
  const styles = armStyles(arms);
  const takeaway = useMemo(() => sweepTakeaway(arms, what, t, language), [arms, what, t, language]);
  const curves = useMemo(() => sweepCurves(arms), [arms]);
  const measured = curves.some(({ points }) => points.length > 0);
  const top = sweepTop(curves, drawn, chance);
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
  const layout = lossLayout(room.size, right);
  const { height } = layout;
  const domain = [values[0] ?? 0, values.at(-1) ?? 1];
  const x = (log ? scaleLog() : scaleLinear()).domain(domain).range([layout.left + 0.8 * em, layout.right - 0.4 * em]);
  const y = scaleLinear([0, top], [layout.bottom, layout.top]);
  const inFrame = (loss: number) => y(Math.min(top, loss));
  const band = area<SweepPoint>()
    .defined(({ min }) => Number.isFinite(min))
    .x((point) => x(point.x))
    .y0(({ min }) => inFrame(min))
    .y1(({ max }) => inFrame(max));
  const middle = line<SweepPoint>()
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
        const said = guess ? t('read.said', { value: amount(guess.y, language) }) : '';
        if (!point) return [' · ', curve, ` ${t('read.noValue')}${said}`];
        if (!Number.isFinite(point.median)) return [' · ', curve, ` ${t('read.divergedAt')}${said}`];
        const lost = point.values.filter((loss) => !Number.isFinite(loss)).length;
        const finite = { ...spread(point.values.filter(Number.isFinite)), median: point.median };
        return [' · ', curve, ` ${readSpread(finite, t, language, lost)}${said}`];
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
      letters={predictions.length > 0 ? 50 : 27}
      table={table}
      file={`loss-by-${what}`}
    >
      <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
        <LossPlane
          layout={layout}
          em={em}
          y={y}
          ticks={withRoom(
            values.map((value) => ({ at: x(value), text: fixed(value, Number.isInteger(value) ? 0 : 2, language) })),
            2.2 * em,
          )}
          title={t(`axis.${what}`)}
          chance={chance}
        />
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
                    r={0.16 * em}
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
                    r={(active ? 0.44 : 0.32) * em}
                  />
                );
              })
            : [];
        })}
        <EndLabels
          labels={ends.map((end) => ({ ...end, y: inFrame(end.last.median) }))}
          levels={levels}
          x={layout.right + 10}
          top={layout.top}
          bottom={layout.bottom}
          em={em}
          stacked={stacked}
        />
        {explore.place && (
          <line
            x1={x(values[explore.place.index] ?? 0)}
            x2={x(values[explore.place.index] ?? 0)}
            y1={layout.top}
            y2={layout.bottom}
            className="cursor"
          />
        )}
      </svg>
    </Chart>
  );
}
