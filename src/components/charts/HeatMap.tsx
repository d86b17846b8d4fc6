/** A norm by layer and step, one panel an arm on a shared colour scale, with a cursor through the steps. */
import { scaleLinear } from 'd3';
import { useMemo } from 'react';
import { amount, fixed, powerText } from '../../i18n/numbers.ts';
import { useLanguage } from '../prose/language.ts';
import { Bottom } from './Axes.tsx';
import { armStyles } from './armStyle.ts';
import { Chart } from './Chart.tsx';
import { HeatLegend } from './HeatLegend.tsx';
import { decadesApart, type HeatArm, heatDecades, heatPixels, nanColour, zeroColour } from './heat.ts';
import { useLaterCharts } from './laterWords.ts';
import { placeName } from './layerReading.ts';
import { kindOf, type LayerWhat } from './layerValues.ts';
import { Raster } from './Raster.tsx';
import type { Piece } from './sentence.ts';
import { spanTakeaway } from './takeaways.ts';
import { type Place, useExplore } from './useExplore.ts';
import { useSize } from './useSize.ts';

interface HeatMapProps {
  readonly arms: readonly HeatArm[];
  readonly what: LayerWhat;
  /** The chosen step. */
  readonly cursor: number;
  readonly onCursor: (step: number) => void;
}

export function HeatMap({ arms, what, cursor, onCursor }: HeatMapProps) {
  const { t } = useLaterCharts();
  const language = useLanguage();
  const room = useSize();
  const { width, em } = room.size;
  const styles = armStyles(arms);
  const steps = Math.max(0, ...arms.map(({ values }) => values.length));
  const at = Math.min(cursor, Math.max(0, steps - 1));
  const layersOf = ({ values }: HeatArm) => values[0]?.length ?? 0;
  const scale = useMemo(() => heatDecades(arms), [arms]);
  const rasters = useMemo(
    () => arms.map((arm) => heatPixels(arm, arm.values.length, layersOf(arm), scale)),
    [arms, scale],
  );
  const takeaway = useMemo(
    () =>
      spanTakeaway(
        arms
          .filter(({ values }) => values.length > 0)
          .map((arm) => ({ ...arm, decades: decadesApart(arm.values[Math.min(at, arm.values.length - 1)]) })),
        at,
        language,
      ),
    [arms, at, language],
  );

  const margin = { left: 3.4 * em, right: 0.6 * em, bottom: 4.1 * em };
  const panel = { head: 1.7 * em, height: Math.max(6, 17 / Math.max(2, arms.length)) * em, gap: 0.9 * em };
  const topOf = (i: number) => i * (panel.head + panel.height + panel.gap) + panel.head;
  const plotBottom = topOf(Math.max(0, arms.length - 1)) + panel.height;
  const legendTop = plotBottom + margin.bottom + 0.6 * em;
  const height = Math.round(legendTop + 2.6 * em);
  const span = width - margin.left - margin.right;
  const x = scaleLinear([0, Math.max(1, steps)], [margin.left, width - margin.right]);

  // Rows of all panels in one column, from the top: the last layer of the first arm comes first.
  const rows = arms.flatMap((arm, i) =>
    Array.from({ length: layersOf(arm) }, (_, k) => ({ i, layer: layersOf(arm) - 1 - k, layers: layersOf(arm) })),
  );
  const extent = { count: steps, series: Math.max(1, rows.length) };
  const explore = useExplore({
    extent,
    start: { index: at, series: 0 },
    onPlace: ({ index }) => onCursor(index),
    locate: (px, py, box) => {
      const index = Math.min(steps - 1, Math.max(0, Math.floor(x.invert((px * width) / box.width))));
      const y = (py * height) / box.height;
      const i = Math.max(
        0,
        arms.findLastIndex((_, arm) => topOf(arm) - panel.head <= y),
      );
      const layers = arms[i] ? layersOf(arms[i]) : 0;
      const row = Math.min(layers - 1, Math.max(0, Math.floor(((y - topOf(i)) / panel.height) * layers)));
      const before = arms.slice(0, i).reduce((sum, arm) => sum + layersOf(arm), 0);
      return { index, series: Math.max(0, before + row) };
    },
  });
  const read = ({ index, series }: Place): Piece[] => {
    const row = rows[series];
    const arm = row && arms[row.i];
    if (!row || !arm) return [];
    const value = arm.values[index]?.[row.layer] ?? Number.NaN;
    const where = placeName(what, row.layer, row.layers, t);
    const written = {
      normal: () => amount(value, language),
      subnormal: () => t('read.subnormal', { value: powerText(value) }),
      zero: () => t('read.zero'),
      nan: () => t(index < arm.values.length ? 'read.nan' : 'read.noValue'),
      infinite: () => t('read.infinite'),
    }[kindOf(value)]();
    return [arm, ' · ', t('read.step', { step: index }), ' · ', where, ' · ', written];
  };
  const table = () => ({
    columns: [
      t('table.step'),
      ...arms.flatMap((arm) =>
        Array.from({ length: layersOf(arm) }, (_, k) => t('table.nth', { arm: arm.label, index: k })),
      ),
    ],
    rows: Array.from({ length: steps }, (_, step) => [
      step,
      ...arms.flatMap((arm) => Array.from({ length: layersOf(arm) }, (_, k) => arm.values[step]?.[k])),
    ]),
  });
  const kinds = new Set(arms.flatMap(({ values }) => values.flatMap((norms) => Array.from(norms, kindOf))));
  const marks = [
    ...(kinds.has('zero') || kinds.has('subnormal') ? [{ colour: zeroColour, text: t('heat.cell.zero') }] : []),
    ...(kinds.has('nan') || kinds.has('infinite') ? [{ colour: nanColour, text: t('heat.cell.nan') }] : []),
  ];
  const place = explore.place;
  const row = place && rows[place.series];
  return (
    <Chart
      kind={t(`kind.heat.${what}`)}
      arms={arms}
      takeaway={takeaway}
      caption={steps > 0 && t('caption.heat')}
      room={room}
      explore={explore}
      extent={extent}
      read={read}
      table={table}
      file={`${what}-over-time`}
      raster
    >
      {arms.map((arm, i) => (
        <Raster
          key={arm.name}
          columns={arm.values.length}
          rows={layersOf(arm)}
          pixels={rasters[i] ?? new Uint8ClampedArray()}
          left={margin.left / width}
          top={topOf(i) / height}
          width={(span / width) * (arm.values.length / Math.max(1, steps))}
          height={panel.height / height}
        />
      ))}
      <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
        {arms.map((arm, i) => (
          <g key={arm.name}>
            <text x={margin.left} y={topOf(i) - 0.5 * em} className="arm-label" fill={styles[i]?.colour}>
              {arm.label}
            </text>
            <text x={margin.left - 7} y={topOf(i) + em} textAnchor="end" className="dim">
              {t('heat.top')}
            </text>
            <text x={margin.left - 7} y={topOf(i) + panel.height - 0.2 * em} textAnchor="end" className="dim">
              {t('heat.bottom')}
            </text>
            <rect x={margin.left} y={topOf(i)} width={span} height={panel.height} className="frame" />
          </g>
        ))}
        <Bottom
          ticks={x.ticks(width < 30 * em ? 3 : 5).map((step) => ({ at: x(step), text: fixed(step, 0, language) }))}
          y={plotBottom + 0.7 * em}
          em={em}
          title={t('step')}
          middle={margin.left + span / 2}
        />
        {steps > 0 && (
          <g className="time">
            <line x1={x(at + 0.5)} x2={x(at + 0.5)} y1={panel.head} y2={plotBottom} />
            <path d={`M${x(at + 0.5)},${plotBottom}l6,9h-12Z`} />
          </g>
        )}
        {place && row && (
          <circle
            cx={x(place.index + 0.5)}
            cy={topOf(row.i) + (panel.height * (row.layers - 0.5 - row.layer)) / row.layers}
            r={5}
            className="ring"
          />
        )}
        <HeatLegend scale={scale} marks={marks} left={margin.left} top={legendTop} span={span} em={em} />
      </svg>
    </Chart>
  );
}
