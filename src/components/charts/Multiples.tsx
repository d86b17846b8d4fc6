/** Small multiples: a row for each run, a column for each quantity, one logarithmic axis a column. */
import { area, line, scaleLinear } from 'd3';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../prose/language.ts';
import { PowerTick } from './Axes.tsx';
import { type ArmName, armStyles } from './armStyle.ts';
import { Chart } from './Chart.tsx';
import { Below, Cross, Marker } from './Marker.tsx';
import { axisOf, type MultiplesPanel, type MultiplesRow, offsetOf, placeAt, type TracePoint } from './multiples.ts';
import { Powers } from './Powers.tsx';
import { readSpread } from './reading.ts';
import type { Piece, Sentence } from './sentence.ts';
import { type Place, useExplore } from './useExplore.ts';
import { useSize } from './useSize.ts';

interface MultiplesProps {
  readonly rows: readonly MultiplesRow[];
  readonly panels: readonly MultiplesPanel[];
  /** What all rows are runs of: its style draws them. */
  readonly arm: ArmName;
  readonly kind: string;
  readonly takeaway: readonly Sentence[];
  readonly caption?: ReactNode;
  /** Head of the table's first column. */
  readonly places: string;
  /** Name of the CSV file, without extension. */
  readonly file: string;
}

export function Multiples({ rows, panels, arm, kind, takeaway, caption, places, file }: MultiplesProps) {
  const { t } = useTranslation('charts');
  const language = useLanguage();
  const room = useSize();
  const { width, em } = room.size;
  const axes = useMemo(() => panels.map(({ most }, panel) => axisOf(rows, panel, most)), [rows, panels]);
  const arms = useMemo(() => [arm], [arm]);
  const [style] = armStyles(arms);

  const narrow = width < 34 * em;
  const gap = (narrow ? 0.7 : 1.4) * em;
  const ticks = 2.1 * em;
  const column = (width - gap * (panels.length - 1)) / Math.max(1, panels.length);
  const head = 2.1 * em;
  const plot = (narrow ? 3.6 : 4.2) * em;
  const row = head + plot + 0.9 * em;
  const top = 1.9 * em;
  const height = Math.round(top + rows.length * row + 1.5 * em);
  const left = (panel: number) => panel * (column + gap) + ticks;
  const right = (panel: number) => panel * (column + gap) + column - 0.3 * em;
  const floor = (index: number) => top + index * row + head + plot;
  const across = (panel: number) =>
    scaleLinear([0, Math.max(1, (panels[panel]?.count ?? 1) - 1)], [left(panel), right(panel)]);
  const level = (panel: number, index: number) => {
    const y = scaleLinear(axes[panel] ?? [0, 1], [floor(index), floor(index) - plot]);
    return (value: number) => Math.max(floor(index) - plot, Math.min(floor(index), y(Math.log10(value))));
  };

  const drawn = rows.some(({ traces }) => traces.some(({ points }) => points.length > 0));
  const extent = { count: drawn ? offsetOf(panels, panels.length) : 0, series: Math.max(1, rows.length) };
  const explore = useExplore({
    extent,
    start: drawn ? { index: 0, series: 0 } : undefined,
    locate: (px, py, box) => {
      const x = (px * width) / box.width;
      const panel = Math.min(panels.length - 1, Math.max(0, Math.floor((x + gap / 2) / (column + gap))));
      const at = Math.round(across(panel).invert(x));
      const y = (py * height) / box.height;
      return {
        index: offsetOf(panels, panel) + Math.min((panels[panel]?.count ?? 1) - 1, Math.max(0, at)),
        series: Math.min(rows.length - 1, Math.max(0, Math.floor((y - top) / row))),
      };
    },
  });
  const say = (point: TracePoint | undefined): string => {
    if (!point) return t('read.noValue');
    if (point.state === 'none') return t('read.nan');
    return point.state === 'below' ? t('read.zero') : readSpread(point, t, language);
  };
  const read = ({ index, series }: Place): Piece[] => {
    const { panel, at } = placeAt(panels, index);
    const [source, shown] = [rows[series], panels[panel]];
    if (!source || !shown) return [];
    return [`${source.label} · ${shown.place(at)} · ${shown.title} ${say(source.traces[panel]?.points[at])}`];
  };
  const table = () => ({
    columns: [places, ...rows.map(({ label }) => label)],
    rows: panels.flatMap(({ title, count, place }, panel) =>
      Array.from({ length: count }, (_, at) => [
        `${title}, ${place(at)}`,
        ...rows.map(({ traces }) => {
          const point = traces[panel]?.points[at];
          return point?.state === 'drawn'
            ? point.median
            : point && t(point.state === 'below' ? 'read.zero' : 'read.nan');
        }),
      ]),
    ),
  });
  const here = explore.place && placeAt(panels, explore.place.index);
  return (
    <Chart
      kind={kind}
      arms={arms}
      takeaway={takeaway}
      caption={caption}
      room={room}
      explore={explore}
      extent={extent}
      read={read}
      letters={60}
      table={table}
      file={file}
    >
      <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
        {panels.map(({ key, title, maths, along }, panel) => (
          <g key={key}>
            <text x={left(panel)} y={1.1 * em} className={maths ? 'dim maths' : 'dim'}>
              {title}
            </text>
            <text x={right(panel)} y={height - 0.4 * em} textAnchor="end" className="dim">
              {along} →
            </text>
          </g>
        ))}
        {rows.map(({ key, label, outcome, short, traces }, index) => (
          <g key={key}>
            <text x={0} y={floor(index) - plot - 1.05 * em} className="arm-label">
              {label}
            </text>
            <text x={width - 0.3 * em} y={floor(index) - plot - 1.05 * em} textAnchor="end" className="dim">
              <Powers text={narrow ? short : outcome} />
            </text>
            {panels.map((panel, p) => {
              const [low, high] = axes[p] ?? [0, 1];
              const [x, y] = [across(p), level(p, index)];
              const points = traces[p]?.points ?? [];
              const band = area<TracePoint>()
                .defined(({ state }) => state === 'drawn')
                .x((_, i) => x(i))
                .y0(({ min }) => y(min))
                .y1(({ max }) => y(max));
              const middle = line<TracePoint>()
                .defined(({ state }) => state === 'drawn')
                .x((_, i) => x(i))
                .y(({ median }) => y(median));
              const lowest = points.findIndex(({ state }) => state === 'below');
              const at = here?.panel === p ? here.at : undefined;
              const active = at !== undefined && explore.place?.series === index ? points[at] : undefined;
              return (
                <g key={panel.key}>
                  {drawn &&
                    [low, ...(y(10 ** low) - y(1) > 1.3 * em && y(1) - y(10 ** high) > 1.3 * em ? [0] : []), high].map(
                      (exponent) => (
                        <g key={exponent}>
                          <line
                            x1={left(p)}
                            x2={right(p)}
                            y1={y(10 ** exponent)}
                            y2={y(10 ** exponent)}
                            className="rule"
                          />
                          <PowerTick exponent={exponent} x={left(p) - 4} y={y(10 ** exponent)} />
                        </g>
                      ),
                    )}
                  {style && (
                    <>
                      <path d={band([...points]) ?? ''} fill={style.soft} className="band" />
                      <path d={middle([...points]) ?? ''} stroke={style.colour} className="curve" />
                      {lowest >= 0 && <Below style={style} x={x(lowest)} y={floor(index) + 3} r={0.3 * em} />}
                      {(traces[p]?.ends ?? []).map((end) => (
                        <Cross
                          key={`${end.index} ${end.value}`}
                          style={style}
                          x={Math.max(left(p) + 0.5 * em, x(end.index))}
                          y={y(Number.isFinite(end.value) && end.value > 0 ? end.value : 10 ** high)}
                          r={0.34 * em}
                        />
                      ))}
                      {at !== undefined && (
                        <line x1={x(at)} x2={x(at)} y1={floor(index) - plot} y2={floor(index)} className="cursor" />
                      )}
                      {at !== undefined && active?.state === 'drawn' && (
                        <Marker style={style} x={x(at)} y={y(active.median)} r={0.34 * em} />
                      )}
                    </>
                  )}
                </g>
              );
            })}
          </g>
        ))}
      </svg>
    </Chart>
  );
}
