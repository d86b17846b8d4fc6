/**
 * Positive quantities on a logarithmic axis, over units or over steps: median over seeds, their range as a band, and levels
 * to hold them against. Zeros lie in a strip below the axis; where numbers end a curve ends in a cross.
 */
import { area, line, scaleLinear } from 'd3';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { fixed } from '../../i18n/numbers.ts';
import { useLanguage } from '../prose/language.ts';
import { Bottom, powerTicks, Rules } from './Axes.tsx';
import { armStyles } from './armStyle.ts';
import { Chart } from './Chart.tsx';
import { EndLabels, labelRoom } from './EndLabels.tsx';
import { readLayer } from './layerReading.ts';
import { decadesOf, type LayerArm, type LayerPoint, layerCurve } from './layerValues.ts';
import { Below, Cross, Marker } from './Marker.tsx';
import type { Piece, Sentence } from './sentence.ts';
import { withRoom } from './sweepCurves.ts';
import { type Place, useExplore } from './useExplore.ts';
import { useSize } from './useSize.ts';

/** What the chart says, in the language of the page. */
interface DecadeWords {
  /** Kind and axes: the beginning of its name. */
  readonly kind: string;
  /** Titles of the axes. */
  readonly x: string;
  readonly y: string;
  /** What a place is called when it is read out. */
  readonly place: (x: number) => string;
}

interface DecadeLinesProps {
  /** Per seed, one value for each place; shorter where a seed is not so far or has diverged. */
  readonly arms: readonly LayerArm[];
  /** The whole numbers along x, ascending. */
  readonly places: readonly number[];
  /** A marker at each place; only at the ends otherwise. */
  readonly marked: boolean;
  readonly levels?: readonly { readonly label: string; readonly value: number }[];
  readonly words: DecadeWords;
  readonly takeaway: readonly Sentence[];
  readonly caption?: ReactNode;
  /** Name of the CSV file, without extension. */
  readonly file: string;
}

const Mark = { drawn: Marker, below: Below, none: Cross };

export function DecadeLines({ arms, places, marked, levels = [], words, takeaway, caption, file }: DecadeLinesProps) {
  const { t } = useTranslation('charts');
  const language = useLanguage();
  const room = useSize();
  const { width, em } = room.size;
  const styles = armStyles(arms);
  const curves = useMemo(() => arms.map((arm) => layerCurve(arm, false)), [arms]);
  const points = curves.flatMap((curve) => curve.points);
  const [below, without] = [
    points.some(({ state }) => state === 'below'),
    points.some(({ state }) => state === 'none'),
  ];

  const ends = curves.flatMap((curve, i) => {
    const at = curve.points.findLastIndex(({ state }) => state !== 'none');
    const [point, style, arm] = [curve.points[at], styles[i], arms[i]];
    if (!point || !style || !arm) return [];
    const ended = !marked && curve.points[at + 1]?.state === 'none';
    const value = ended ? t('read.divergedAt') : readLayer(arm, curve, at, t, language, false);
    return [{ ...curve, at, point, style, value }];
  });
  const reserved = arms.map(({ label }) => ({ label, value: '0.00' }));
  const shown = levels.filter(({ value }) => value > 0 && Number.isFinite(value));
  const { stacked, right: labels } = labelRoom(
    [...reserved, ...ends],
    shown.map(({ label }) => label),
    width,
    em,
  );
  const held = shown.map(
    ({ value }): LayerPoint => ({ median: value, min: value, max: value, below: 0, without: 0, state: 'drawn' }),
  );
  const [low, high] = decadesOf(
    [...curves, { name: '', label: '', slope: undefined, theory: undefined, points: held }],
    2,
  );
  const strip = below ? 1.8 * em : 0;
  const height = Math.round(Math.min(24 * em, Math.max(18 * em, 0.5 * width)));
  const [left, right, top, floor] = [3 * em, width - labels, 2 * em, height - 3.2 * em - strip];
  const x = scaleLinear([places[0] ?? 0, Math.max(1, places.at(-1) ?? 1)], [left + 0.6 * em, right - 0.4 * em]);
  const y = scaleLinear([low, high], [floor, top]);
  const at = (value: number) => (value > 0 ? Math.min(floor, y(Math.log10(value))) : floor);
  const level = ({ state, median }: LayerPoint) =>
    state === 'drawn' ? at(median) : state === 'below' ? floor + strip / 2 : top + 0.5 * em;
  const across = (index: number) => x(places[Math.min(index, places.length - 1)] ?? 0);
  const band = area<LayerPoint>()
    .digits(1)
    .defined(({ state, max }) => state === 'drawn' && max > 0)
    .x((_, i) => across(i))
    .y0(({ min }) => at(min))
    .y1(({ max }) => at(max));
  const middle = line<LayerPoint>()
    .digits(1)
    .defined(({ state }) => state === 'drawn')
    .x((_, i) => across(i))
    .y(({ median }) => at(median));

  const count = Math.max(0, ...curves.map((curve) => curve.points.length));
  const extent = { count, series: Math.max(1, arms.length) };
  const explore = useExplore({
    extent,
    start: marked && count > 0 ? { index: 0, series: 0 } : undefined,
    locate: (px, py, box) => {
      const away = places.slice(0, count).map((place) => Math.abs(x(place) - (px * width) / box.width));
      const index = Math.max(0, away.indexOf(Math.min(...away)));
      const up = curves.map((curve) => {
        const point = curve.points[index];
        return point ? Math.abs(level(point) - (py * height) / box.height) : Number.POSITIVE_INFINITY;
      });
      return { index, series: Math.max(0, up.indexOf(Math.min(...up))) };
    },
  });
  const read = ({ index, series }: Place): Piece[] => [
    words.place(places[index] ?? 0),
    ...[...curves.keys()].flatMap((i): Piece[] => {
      const k = (i + series) % curves.length;
      const [arm, curve] = [arms[k], curves[k]];
      return arm && curve ? [' · ', curve, ` ${readLayer(arm, curve, index, t, language)}`] : [];
    }),
  ];
  const table = () => ({
    columns: [
      words.x,
      ...arms.flatMap(({ label, seeds }) => seeds.map((_, i) => t('table.nth', { arm: label, index: i + 1 }))),
    ],
    rows: places
      .slice(0, count)
      .map((place, i) => [place, ...arms.flatMap(({ seeds }) => seeds.map((seed) => seed[i]))]),
  });
  const ticks = marked ? places : x.ticks(width < 30 * em ? 3 : 5);
  const r = marked
    ? Math.max(1.6, Math.min(0.32 * em, (0.36 * (right - left)) / Math.max(1, places.length)))
    : 0.32 * em;
  return (
    <Chart
      kind={words.kind}
      arms={arms}
      takeaway={takeaway}
      caption={
        <>
          {caption}
          {below && (language === 'en' ? ' ' : '') + t('note.floor')}
          {marked && without && (language === 'en' ? ' ' : '') + t('note.nan')}
        </>
      }
      room={room}
      explore={explore}
      extent={extent}
      read={read}
      letters={34}
      table={table}
      file={file}
    >
      <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
        <text x={2} y={0.9 * em} className="dim">
          {words.y}
        </text>
        <Rules
          ticks={powerTicks(low, high, 6).map((exponent) => ({ at: y(exponent), exponent }))}
          left={left}
          right={right}
        />
        <Bottom
          ticks={withRoom(
            ticks.map((value) => ({ at: x(value), text: fixed(value, 0, language) })),
            2.2 * em,
          )}
          y={floor + strip}
          em={em}
          title={words.x}
          middle={(left + right) / 2}
        />
        {strip > 0 && <line x1={left} x2={right} y1={floor} y2={floor} className="floor" />}
        {shown.map(({ label, value }) => (
          <line key={label} x1={left} x2={right} y1={at(value)} y2={at(value)} className="level" />
        ))}
        {curves.map((curve, i) => (
          <path key={curve.name} d={band(curve.points) ?? ''} fill={styles[i]?.soft} className="band" />
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
          const [style, last] = [styles[i], ends.find(({ name }) => name === curve.name)];
          const end = last?.at ?? -1;
          if (!style) return [];
          // Without markers at each place a curve is marked where it ends: once by its last number, once by what follows.
          return curve.points.flatMap((point, index) => {
            if (!marked && index !== end && index !== end + 1) return [];
            const Shape = Mark[point.state];
            const up = level(marked || !last ? point : last.point);
            const active = marked && explore.place?.index === index;
            return (
              <Shape
                key={`${curve.name} ${index}`}
                style={style}
                x={across(index)}
                y={up}
                r={(point.state === 'none' ? Math.max(3, r) : r) + (active ? 0.12 * em : 0)}
              />
            );
          });
        })}
        <EndLabels
          labels={ends.map((end) => ({ ...end, y: level(end.point) }))}
          levels={shown.map(({ label, value }) => ({ text: label, y: at(value) }))}
          x={right + 10}
          top={top}
          bottom={floor + strip}
          em={em}
          stacked={stacked}
        />
        {explore.place && (
          <line
            x1={across(explore.place.index)}
            x2={across(explore.place.index)}
            y1={top}
            y2={floor + strip}
            className="cursor"
          />
        )}
      </svg>
    </Chart>
  );
}
