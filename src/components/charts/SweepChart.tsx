/** What a sweep measured, place by place: median over seeds, their range, and the reader's own prediction as a thin line. */
import { area, line, scaleLinear, scaleLog } from 'd3';
import { useMemo } from 'react';
import { percent } from '../../i18n/numbers.ts';
import { useLanguage } from '../prose/language.ts';
import { powerTicks } from './Axes.tsx';
import { armStyles } from './armStyle.ts';
import { Chart } from './Chart.tsx';
import { EndLabels, labelRoom } from './EndLabels.tsx';
import { LossPlane, linearRules, lossLayout } from './LossPlane.tsx';
import { textEms } from './labels.ts';
import { useLaterCharts } from './laterWords.ts';
import { Below, Cross, Marker } from './Marker.tsx';
import { readSpread } from './reading.ts';
import type { Piece } from './sentence.ts';
import { spread } from './spread.ts';
import { type DrawnCurve, ratioDecades, type SweepPoint, sweepCurves, sweepTop, withRoom } from './sweepCurves.ts';
import { type SweepArm, type SweepAxis, type SweepMeasure, sweepTakeaway, writeMeasure } from './sweepTakeaway.ts';
import { useExplore } from './useExplore.ts';
import { useSize } from './useSize.ts';

interface SweepChartProps {
  readonly axis: SweepAxis;
  readonly measure: SweepMeasure;
  readonly arms: readonly SweepArm[];
  /** Loss of guessing, drawn where loss is measured. */
  readonly chance?: number | undefined;
  /** The reader's own curves, by arm. */
  readonly drawn?: readonly DrawnCurve[];
  /** Told of the point that was pressed, or confirmed with Enter. */
  readonly onPoint?: (point: { readonly arm: string; readonly x: number }) => void;
}

export function SweepChart({ axis, measure, arms, chance: guess, drawn = [], onPoint }: SweepChartProps) {
  const { t } = useLaterCharts();
  const language = useLanguage();
  const room = useSize();
  const { width, em } = room.size;
  const styles = armStyles(arms);
  const values = axis.places.map((place) => place.x);
  const chance = measure === 'loss' ? guess : undefined;
  const write = (value: number) => writeMeasure(measure, value, language);
  const takeaway = useMemo(() => sweepTakeaway(arms, axis, measure, t, language), [arms, axis, measure, t, language]);
  const curves = useMemo(() => sweepCurves(arms, measure), [arms, measure]);
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
        value: Number.isFinite(last.median) ? write(last.median) : t('read.divergedAt'),
      },
    ];
  });
  const predictions = drawn.filter(({ points }) => points.length > 0);
  const extra = [
    ...(chance === undefined ? [] : [t('guessing')]),
    ...(predictions.length > 0 ? [t('yourPrediction')] : []),
  ];
  const reserved = arms.map(({ label }) => ({ label, value: measure === 'ratio' ? '1 × 10⁻⁰⁰' : '00.0%' }));
  const { stacked, right } = labelRoom([...reserved, ...ends], extra, width, em);
  const layout = lossLayout(room.size, right, true);
  const { height } = layout;
  const domain = [values[0] ?? 0, values.at(-1) ?? 1];
  const x = (axis.log ? scaleLog() : scaleLinear())
    .domain(domain)
    .range([layout.left + 0.8 * em, layout.right - 0.4 * em]);
  const [low, high] = ratioDecades(curves);
  const lowest = measure === 'ratio' ? low : 0;
  const highest = { loss: top, accuracy: 1, ratio: high }[measure];
  const y = scaleLinear([lowest, highest], [layout.bottom, layout.top]);
  const scaled = (value: number) => (measure !== 'ratio' ? value : value > 0 ? Math.log10(value) : low);
  // Held within the values shown and not within the frame: an infinite loss has no place on a scale.
  const inFrame = (value: number) => y(Math.min(highest, Math.max(lowest, scaled(value))));
  const rules =
    measure === 'loss'
      ? linearRules(y)
      : measure === 'accuracy'
        ? [0, 0.25, 0.5, 0.75, 1].map((share) => ({ at: y(share), text: percent(share, 0) }))
        : powerTicks(low, high, 6).map((exponent) => ({ at: y(exponent), exponent }));
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
      axis.places[index]?.name ?? '',
      ...[...curves.slice(series), ...curves.slice(0, series)].flatMap((curve): Piece[] => {
        const point = curve.points.find((one) => one.x === value);
        const foreseen = predictions.find(({ name }) => name === curve.name)?.points.find((one) => one.x === value);
        const said = foreseen ? t('read.said', { value: write(foreseen.y) }) : '';
        if (!point) return [' · ', curve, ` ${t('read.noValue')}${said}`];
        if (!Number.isFinite(point.median)) return [' · ', curve, ` ${t('read.divergedAt')}${said}`];
        const lost = point.values.filter((one) => !Number.isFinite(one)).length;
        const finite = { ...spread(point.values.filter(Number.isFinite)), median: point.median };
        return [' · ', curve, ` ${readSpread(finite, t, language, lost, write)}${said}`];
      }),
    ];
  };
  const seeds = Math.max(0, ...curves.flatMap(({ points }) => points.map((point) => point.values.length)));
  const table = () => ({
    columns: [
      axis.title,
      ...arms.flatMap(({ label }) =>
        Array.from({ length: seeds }, (_, k) => t('table.nth', { arm: label, index: k + 1 })),
      ),
    ],
    rows: axis.places.map(({ x: value, short }) => [
      axis.ordered ? value : short,
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
      kind={t('kind.sweep', { what: t(`axis.sweep.${measure}`), field: axis.title })}
      arms={arms}
      takeaway={takeaway}
      caption={seeds > 0 && t('caption.sweep', { count: seeds })}
      room={room}
      explore={explore}
      extent={extent}
      read={read}
      letters={predictions.length > 0 ? 50 : 27}
      table={table}
      file={`${measure}-sweep`}
    >
      <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
        <text x={2} y={1.1 * em} className="dim">
          {t(`axis.sweep.${measure}`)}
        </text>
        <LossPlane
          layout={layout}
          em={em}
          rules={rules}
          ticks={withRoom(
            axis.places.map((place) => ({ at: x(place.x), text: place.short, size: textEms(place.short) * em })),
            0.6 * em,
          )}
          title={axis.title}
          level={chance === undefined ? undefined : y(chance)}
        />
        {axis.ordered
          ? curves.map(({ name, points }, i) => (
              <path key={name} d={band(points) ?? ''} fill={styles[i]?.soft} className="band" />
            ))
          : curves.flatMap(({ name, points }, i) =>
              points.map((point) => (
                <line
                  key={`${name} ${point.x}`}
                  x1={x(point.x)}
                  x2={x(point.x)}
                  y1={inFrame(point.min)}
                  y2={inFrame(point.max)}
                  stroke={styles[i]?.colour}
                  className="whisker"
                />
              )),
            )}
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
        {(axis.ordered ? curves : []).map(({ name, points }, i) => (
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
                const lost = !Number.isFinite(point.median);
                const Mark = lost ? Cross : measure === 'ratio' && point.median <= 0 ? Below : Marker;
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
