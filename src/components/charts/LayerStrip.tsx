/**
 * The picture of a network: its layers in a row from first to last, each bar what reaches it on the way back, relative to the
 * last and on a logarithmic axis; shortcuts are arcs over the row.
 */
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../prose/language.ts';
import { powerTicks, Rules } from './Axes.tsx';
import { type ArmStyle, armStyles } from './armStyle.ts';
import { Chart } from './Chart.tsx';
import { layerTable, readLayer } from './layerReading.ts';
import { decadesOf, type LayerArm, type LayerCurve, type LayerPoint, layerCurve } from './layerValues.ts';
import { Below, Cross } from './Marker.tsx';
import { Powers } from './Powers.tsx';
import type { Piece } from './sentence.ts';
import { ratioTakeaway } from './takeaways.ts';
import { useExplore } from './useExplore.ts';
import { useSize } from './useSize.ts';

interface StripArm extends LayerArm {
  /** Whether it has shortcuts, drawn as arcs. */
  readonly shortcut: boolean;
}
interface LayerStripProps {
  /** One to four arms, one to a hundred layers. */
  readonly arms: readonly StripArm[];
  readonly caption: string;
  /** Whether more seeds may come. */
  readonly growing?: boolean;
}

/** The axis ends here, whatever the depth, so that rows of different runs can be compared; what is lower is marked. */
const floorExponent = -8;

/** Ratio of the first layer to the last, as drawn; NaN where there is none. */
const ratioOf = ({ points }: LayerCurve): number =>
  points[0]?.state === 'none' ? Number.NaN : (points[0]?.median ?? Number.NaN);

export function LayerStrip({ arms, caption, growing = false }: LayerStripProps) {
  const { t } = useTranslation('charts');
  const language = useLanguage();
  const room = useSize();
  const { width, em } = room.size;
  const curves = useMemo(() => arms.map((arm) => layerCurve(arm, true)), [arms]);
  const takeaway = useMemo(
    () =>
      ratioTakeaway(
        curves.filter(({ points }) => points.length > 0).map((curve) => ({ ...curve, ratio: ratioOf(curve) })),
        t,
        language,
      ),
    [curves, t, language],
  );
  const styles = armStyles(arms);
  const count = Math.max(0, ...curves.map(({ points }) => points.length));
  const high = Math.max(1, Math.min(8, decadesOf(curves, 1)[1]));

  const head = (arm: StripArm) => (arm.shortcut ? 2.9 : 1.8) * em;
  const bars = Math.max(4.4, 13 / Math.max(2, arms.length)) * em;
  const margin = { left: 3.2 * em, right: 0.4 * em, gap: 1.3 * em, bottom: 1.6 * em };
  const rows = arms.map((arm) => head(arm) + bars + margin.gap);
  const tops = rows.map((_, i) => rows.slice(0, i).reduce((sum, row) => sum + row, 0));
  const height = Math.round(rows.reduce((sum, row) => sum + row, 0) + margin.bottom);
  const span = width - margin.left - margin.right;

  const extent = { count, series: Math.max(1, arms.length) };
  const explore = useExplore({
    extent,
    start: count > 0 ? { index: 0, series: 0 } : undefined,
    locate: (px, py, box) => ({
      index: Math.min(count - 1, Math.max(0, Math.floor((((px * width) / box.width - margin.left) / span) * count))),
      series: Math.max(
        0,
        tops.findLastIndex((top) => top <= (py * height) / box.height),
      ),
    }),
  });
  const read = ({ index, series }: { index: number; series: number }): Piece[] => [
    t('read.unit', { layer: index, layers: count - 1 }),
    ...[...curves.keys()].flatMap((i): Piece[] => {
      const k = (i + series) % curves.length;
      const [arm, curve] = [arms[k], curves[k]];
      return arm && curve ? [' · ', curve, ` ${readLayer(arm, curve, index, t, language)}`] : [];
    }),
  ];
  const cut = curves.some(({ points }) => points.some((point) => isUnder(point)));
  return (
    <Chart
      kind={t('kind.strip')}
      arms={arms}
      takeaway={takeaway}
      caption={cut ? `${caption}${language === 'zh' ? '；' : '; '}${t('note.under')}` : caption}
      room={room}
      explore={explore}
      extent={extent}
      read={read}
      letters={42}
      table={() => layerTable(arms, t('table.state'), t)}
      file="gradient-by-unit"
      growing={growing}
    >
      <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
        {arms.map((arm, i) => {
          const [curve, style, top] = [curves[i], styles[i], tops[i] ?? 0];
          if (!curve || !style) return null;
          const value = curve.points.length > 0 ? readLayer(arm, curve, 0, t, language, false) : '';
          const base = top + head(arm) + bars;
          const at = (exponent: number) => base - ((exponent - floorExponent) / (high - floorExponent)) * bars;
          return (
            <g key={arm.name}>
              <text x={margin.left} y={top + em} className="arm-label" fill={style.colour}>
                <Powers text={`${arm.label} ${value}`} />
              </text>
              <Rules
                ticks={powerTicks(floorExponent, high, 4).map((exponent) => ({ at: at(exponent), exponent }))}
                left={margin.left}
                right={width - margin.right}
              />
              <Bars
                curve={curve}
                style={style}
                left={margin.left}
                span={span}
                base={base}
                at={at}
                arcs={arm.shortcut}
                active={explore.place?.index}
              />
            </g>
          );
        })}
        <text x={margin.left} y={height - 0.45 * em} className="dim">
          ← {t('first')}
        </text>
        <text x={width - margin.right} y={height - 0.45 * em} textAnchor="end" className="dim">
          {t('last')} →
        </text>
      </svg>
    </Chart>
  );
}

const isUnder = ({ state, median }: LayerPoint): boolean =>
  state === 'below' || (state === 'drawn' && Math.log10(median) < floorExponent);

interface BarsProps {
  readonly curve: LayerCurve;
  readonly style: ArmStyle;
  readonly left: number;
  readonly span: number;
  readonly base: number;
  /** Vertical place of a power of ten. */
  readonly at: (exponent: number) => number;
  readonly arcs: boolean;
  readonly active: number | undefined;
}

function Bars({ curve: { points }, style, left, span, base, at, arcs, active }: BarsProps) {
  const step = span / Math.max(1, points.length);
  const barWidth = Math.min(34, 0.64 * step);
  const middle = (i: number) => left + (i + 0.5) * step;
  const ceiling = Math.min(...points.map(({ median, state }) => (state === 'drawn' ? at(Math.log10(median)) : base)));
  return (
    <>
      {points.map((point, i) => {
        const key = `bar ${i}`;
        const x = middle(i);
        if (point.state === 'none') return <Cross key={key} style={style} x={x} y={base - 7} r={4} />;
        if (isUnder(point))
          return <Below key={key} style={style} x={x} y={base + 5} r={Math.max(2, Math.min(4, 0.32 * step))} />;
        const y = Math.min(base - 1.5, at(Math.log10(point.median)));
        const share = (base - y) / (base - at(0));
        return (
          <rect
            key={key}
            x={x - barWidth / 2}
            y={y}
            width={barWidth}
            height={base - y}
            rx={Math.min(2, barWidth / 4)}
            fill={style.colour}
            opacity={active === i ? 1 : Math.min(1, 0.45 + 0.5 * share)}
            stroke={active === i ? 'var(--ink)' : 'none'}
            strokeWidth={1.5}
          />
        );
      })}
      {arcs &&
        points.slice(1).map((_, i) => {
          const [from, to, y] = [middle(i), middle(i + 1), ceiling - 4];
          const bend = Math.min(11, 0.3 * step + 4);
          return (
            <path
              key={`arc ${i}`}
              d={`M${from},${y}C${from + 0.1 * step},${y - bend} ${to - 0.1 * step},${y - bend} ${to},${y}`}
              stroke={style.colour}
              className="arc"
            />
          );
        })}
    </>
  );
}
