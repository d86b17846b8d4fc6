/** A norm by layer on a logarithmic axis: median over seeds, their range, and the slope in decades per layer. */
import { area, line, scaleLinear } from 'd3';
import { useMemo } from 'react';
import type { Language } from '../../i18n/language.ts';
import { fixed, range } from '../../i18n/numbers.ts';
import { useLanguage } from '../prose/language.ts';
import { powerTicks, Rules } from './Axes.tsx';
import { armStyles } from './armStyle.ts';
import { Chart } from './Chart.tsx';
import { separate } from './labels.ts';
import { useLaterCharts } from './laterWords.ts';
import { layerTable, placeName, readLayer } from './layerReading.ts';
import {
  byLayer,
  decadesOf,
  isGradient,
  type LayerArm,
  type LayerPoint,
  type LayerWhat,
  layerCurve,
} from './layerValues.ts';
import { Below, Cross, Marker } from './Marker.tsx';
import { Powers } from './Powers.tsx';
import { type Piece, written } from './sentence.ts';
import type { Spread } from './spread.ts';
import { setPieces } from './Takeaway.tsx';
import { TheoryLine } from './TheoryLine.tsx';
import { slopeTakeaway } from './takeaways.ts';
import { type Place, useExplore } from './useExplore.ts';
import { useSize } from './useSize.ts';

interface LayerChartProps {
  readonly arms: readonly LayerArm[];
  readonly what: LayerWhat;
  /** Every seed divided by its own last layer. */
  readonly relative: boolean;
}

export function LayerChart({ arms, what, relative }: LayerChartProps) {
  const { t } = useLaterCharts();
  const language = useLanguage();
  const room = useSize();
  const { width, em } = room.size;
  const unit = byLayer(what) ? 'layer' : 'unit';
  const curves = useMemo(() => arms.map((arm) => layerCurve(arm, relative)), [arms, relative]);
  const begun = curves.filter(({ points }) => points.length > 0);
  const takeaway = useMemo(
    () =>
      slopeTakeaway(
        curves.filter(({ points }) => points.length > 0).map((curve) => ({ ...curve, slope: curve.slope?.median })),
        unit,
        language,
        isGradient(what),
      ),
    [curves, unit, language, what],
  );
  const styles = armStyles(arms);
  const layers = Math.max(0, ...curves.map(({ points }) => points.length));
  const points = curves.flatMap((curve) => curve.points);
  const [below, without] = [points.some((p) => p.below > 0), points.some((p) => p.without > 0)];

  const [low, high] = decadesOf(curves, 3);
  const strip = below || without ? 1.9 * em : 0;
  const margin = { left: 3.4 * em, right: 1.2 * em, top: 3.1 * em, bottom: 2 * em + strip };
  const height = Math.round(Math.min(27 * em, Math.max(20 * em, 0.6 * width)));
  const floor = height - margin.bottom;
  const x = scaleLinear([0, Math.max(1, layers - 1)], [margin.left + 0.6 * em, width - margin.right - 0.4 * em]);
  // Room for the name below the lowest beginning.
  const opens = begun.map(({ points: [first] }) => Math.log10(first?.median ?? 0));
  const tight = opens.length > 1 && ((Math.min(...opens) - low) / (high - low)) * (floor - margin.top) < 2 * em;
  const y = scaleLinear([low, high], [tight ? floor - 2 * em : floor, margin.top]);
  const at = (value: number) => (value > 0 ? Math.min(floor, y(Math.log10(value))) : floor);
  const level = (point: LayerPoint) => (point.state === 'drawn' ? at(point.median) : floor + strip / 2);
  const band = area<LayerPoint>()
    .defined(({ state, max }) => state === 'drawn' && max > 0)
    .x((_, i) => x(i))
    .y0(({ min }) => at(min))
    .y1(({ max }) => at(max));
  const middle = line<LayerPoint>()
    .defined(({ state }) => state === 'drawn')
    .x((_, i) => x(i))
    .y(({ median }) => at(median));
  const r = Math.max(1.6, Math.min(0.32 * em, (0.36 * (width - margin.left)) / Math.max(1, layers)));

  const extent = { count: layers, series: Math.max(1, arms.length) };
  const explore = useExplore({
    extent,
    start: layers > 0 ? { index: 0, series: 0 } : undefined,
    locate: (px, py, box) => {
      const index = Math.min(layers - 1, Math.max(0, Math.round(x.invert((px * width) / box.width))));
      const away = curves.map(({ points: own }) => {
        const point = own[index];
        return point ? Math.abs(level(point) - (py * height) / box.height) : Number.POSITIVE_INFINITY;
      });
      return { index, series: Math.max(0, away.indexOf(Math.min(...away))) };
    },
  });
  const read = ({ index, series }: Place): Piece[] => [
    placeName(what, index, layers, t),
    ...[...curves.keys()].flatMap((i): Piece[] => {
      const k = (i + series) % curves.length;
      const [arm, curve] = [arms[k], curves[k]];
      return arm && curve ? [' · ', curve, ` ${readLayer(arm, curve, index, t, language)}`] : [];
    }),
  ];
  // Named where the lines begin, the lowest below its line and the others above: there they are farthest apart.
  const starts = begun.flatMap((curve) => {
    const point = curve.points[0];
    const arm = arms.findIndex(({ name }) => name === curve.name);
    const [source, style] = [arms[arm], styles[arm]];
    return point && source && style
      ? [{ curve, style, y: level(point), value: readLayer(source, curve, 0, t, language, false) }]
      : [];
  });
  // A single line that climbs away would cross a name above its beginning.
  const [alone] = starts.length === 1 ? starts : [];
  const next = alone?.curve.points[Math.ceil(alone.curve.points.length / 8)];
  const climbs = alone !== undefined && next !== undefined && level(next) < alone.y - 0.4 * em;
  const lowest = starts.length > 1 || climbs ? Math.max(...starts.map((start) => start.y)) : -1;
  const labelYs = separate(
    starts.map((start) => (start.y === lowest && start.y < floor - 1.8 * em ? start.y + 1.5 * em : start.y - 1.1 * em)),
    1.3 * em,
    margin.top - 0.6 * em,
    floor - 0.5 * em,
  );
  const gap = language === 'en' ? ' ' : '';
  const seeds = Math.max(0, ...arms.map((arm) => arm.seeds.length));
  const slopes = begun.filter((curve) => curve.slope !== undefined);
  const slopeRanges = written(
    [
      {
        key: 'caption.slopes',
        values: {},
        arms: slopes,
        each: {
          key: 'item',
          values: slopes.map(({ slope }) => (slope ? slopeRange(slope, language) : '')),
        },
      },
    ],
    t,
    language,
  );
  return (
    <Chart
      kind={t(`kind.layers.${what}`)}
      arms={arms}
      takeaway={takeaway}
      caption={
        seeds > 0 && (
          <>
            {t(seeds === 1 ? 'caption.layersAlone' : 'caption.layers', { count: seeds })}
            {seeds > 1 && slopes.length > 0 && (
              <>
                {gap}
                {setPieces(slopeRanges, arms, language)}
              </>
            )}
            {below && gap + t('note.floor')}
            {without && gap + t('note.nan')}
          </>
        )
      }
      room={room}
      explore={explore}
      extent={extent}
      read={read}
      letters={42}
      table={() => layerTable(arms, t(byLayer(what) ? 'table.layer' : 'table.state'), t)}
      file={`${isGradient(what) ? 'gradient' : what}-by-${unit}`}
    >
      <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
        <text x={2} y={1.1 * em} className="dim">
          <tspan className="maths">{t(`axis.${what}`)}</tspan> {relative && t('axis.relative')}
        </text>
        <Rules
          ticks={powerTicks(low, high, 6).map((exponent) => ({ at: y(exponent), exponent }))}
          left={margin.left}
          right={width - margin.right}
        />
        <text x={margin.left} y={height - 0.5 * em} className="dim">
          ← {t('first')}
        </text>
        <text x={width - margin.right} y={height - 0.5 * em} textAnchor="end" className="dim">
          {t('last')} →
        </text>
        {strip > 0 && <line x1={margin.left} x2={width - margin.right} y1={floor} y2={floor} className="floor" />}
        {curves.map((curve, i) => (
          <path key={curve.name} d={band(curve.points) ?? ''} fill={styles[i]?.soft} className="band" />
        ))}
        {curves.map((curve, i) => (
          <TheoryLine
            key={curve.name}
            curve={curve}
            colour={styles[i]?.colour}
            x={x}
            y={y}
            em={em}
            text={t('theory')}
          />
        ))}
        {curves.map((curve, i) => (
          <path
            key={curve.name}
            d={middle(curve.points) ?? ''}
            stroke={styles[i]?.colour}
            strokeDasharray={styles[i]?.dash}
            className="curve"
          />
        ))}
        {curves.flatMap((curve, i) => {
          const style = styles[i];
          const Mark = { drawn: Marker, below: Below, none: Cross };
          return style
            ? curve.points.map((point, layer) => {
                const Shape = Mark[point.state];
                const active = explore.place?.index === layer;
                return (
                  <Shape
                    key={`${curve.name} ${layer}`}
                    style={style}
                    x={x(layer)}
                    y={level(point)}
                    r={(point.state === 'none' ? Math.max(3, r) : r) + (active ? 0.12 * em : 0)}
                  />
                );
              })
            : [];
        })}
        {starts.map(({ curve, style, value }, i) => (
          <text
            key={curve.name}
            x={margin.left + 0.2 * em}
            y={labelYs[i]}
            className="arm-label over-line"
            fill={style.colour}
          >
            <Powers text={`${curve.label} ${value}`} />
          </text>
        ))}
        {explore.place && (
          <line
            x1={x(explore.place.index)}
            x2={x(explore.place.index)}
            y1={margin.top}
            y2={floor + strip}
            className="cursor"
          />
        )}
      </svg>
    </Chart>
  );
}

/** Sizes where all seeds slope the same way, as in the takeaway; signs where they do not. */
const slopeRange = ({ min, max }: Spread, language: Language): string => {
  const [low = min, high = max] =
    min * max < 0 ? [min, max] : [Math.abs(min), Math.abs(max)].sort((one, other) => one - other);
  return range(low, high, language, (value) => fixed(value, 2, language));
};
