/**
 * A share between 0 and 1 by layer, for instance a similarity: median over seeds and their range. A value that is no number
 * leaves a gap with a cross; values below 0 lengthen the axis downwards.
 */
import { area, line, scaleLinear } from 'd3';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../i18n/language.ts';
import { fixed } from '../../i18n/numbers.ts';
import { useLanguage } from '../prose/language.ts';
import { Bottom, Rules } from './Axes.tsx';
import { type ArmName, armStyles } from './armStyle.ts';
import { Chart } from './Chart.tsx';
import { EndLabels, labelRoom } from './EndLabels.tsx';
import { Cross, Marker } from './Marker.tsx';
import { lowestOf, type ProfilePoint, profileOf } from './profile.ts';
import { readSpread } from './reading.ts';
import type { Piece, Sentence } from './sentence.ts';
import { type Place, useExplore } from './useExplore.ts';
import { useSize } from './useSize.ts';

interface ProfileArm extends ArmName {
  /** Per seed, the share at each layer, first to last. */
  readonly seeds: readonly (readonly number[])[];
}

/** What the chart says, in the language of the page. */
interface ProfileWords {
  /** Kind and axes: the beginning of its name. */
  readonly kind: string;
  /** Titles of the axes. */
  readonly x: string;
  readonly y: string;
  /** Beside the dotted line at 1. */
  readonly one: string;
  /** What a layer is called when it is read out. */
  readonly place: (layer: number) => string;
}

interface ProfileChartProps {
  readonly arms: readonly ProfileArm[];
  readonly words: ProfileWords;
  readonly takeaway: readonly Sentence[];
  readonly caption?: ReactNode;
  /** Name of the CSV file, without extension. */
  readonly file: string;
}

/** Three decimals: near 1, two would round to it. */
const write = (share: number, language: Language) => fixed(share, 3, language);

export function ProfileChart({ arms, words, takeaway, caption, file }: ProfileChartProps) {
  const { t } = useTranslation('charts');
  const language = useLanguage();
  const room = useSize();
  const { width, em } = room.size;
  const styles = armStyles(arms);
  const curves = useMemo(() => arms.map(({ seeds }) => profileOf(seeds)), [arms]);
  const layers = Math.max(0, ...curves.map(({ length }) => length));

  const ends = curves.flatMap((points, i) => {
    const at = points.findLastIndex(({ median }) => Number.isFinite(median));
    const [arm, style, point] = [arms[i], styles[i], points[at]];
    if (!arm || !style || !point) return [];
    return [{ name: arm.name, label: arm.label, style, at, point, value: write(point.median, language) }];
  });
  const reserved = arms.map(({ label }) => ({ label, value: '0.000' }));
  const { stacked, right: labels } = labelRoom([...reserved, ...ends], [words.one], width, em);
  const height = Math.round(Math.min(21 * em, Math.max(15 * em, 0.42 * width)));
  const [left, right, top, floor] = [3 * em, width - labels, 2.2 * em, height - 3.2 * em];
  const x = scaleLinear([0, Math.max(1, layers - 1)], [left + 0.5 * em, right - 0.4 * em]);
  const y = scaleLinear([lowestOf(curves), 1], [floor, top]);
  const band = area<ProfilePoint>()
    .digits(1)
    .defined(({ median }) => Number.isFinite(median))
    .x((_, i) => x(i))
    .y0(({ min }) => y(min))
    .y1(({ max }) => y(max));
  const middle = line<ProfilePoint>()
    .digits(1)
    .defined(({ median }) => Number.isFinite(median))
    .x((_, i) => x(i))
    .y(({ median }) => y(median));

  const extent = { count: layers, series: Math.max(1, arms.length) };
  const explore = useExplore({
    extent,
    start: layers > 0 ? { index: layers - 1, series: 0 } : undefined,
    locate: (px, py, box) => {
      const index = Math.min(layers - 1, Math.max(0, Math.round(x.invert((px * width) / box.width))));
      const away = curves.map((points) => Math.abs(y(points[index]?.median ?? 0) - (py * height) / box.height));
      return { index, series: Math.max(0, away.indexOf(Math.min(...away))) };
    },
  });
  const read = ({ index, series }: Place): Piece[] => [
    words.place(index),
    ...arms.flatMap((_, i): Piece[] => {
      const k = (i + series) % arms.length;
      const [arm, point] = [arms[k], curves[k]?.[index]];
      if (!arm || !point) return [];
      const said = Number.isFinite(point.median) ? readSpread(point, t, language, 0, write) : t('read.noValue');
      return [' · ', arm, ` ${said}`];
    }),
  ];
  const table = () => ({
    columns: [
      words.x,
      ...arms.flatMap(({ label, seeds }) => seeds.map((_, i) => t('table.nth', { arm: label, index: i + 1 }))),
    ],
    rows: Array.from({ length: layers }, (_, layer) => [
      layer,
      ...arms.flatMap(({ seeds }) => seeds.map((seed) => seed[layer])),
    ]),
  });
  const r = Math.max(1.6, Math.min(0.3 * em, (0.34 * (right - left)) / Math.max(1, layers)));
  const rules = y.ticks(4).map((value) => ({ at: y(value), text: fixed(value, 1, language) }));
  const bottom = x.ticks(Math.min(layers, width < 30 * em ? 3 : 6)).filter(Number.isInteger);
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
      letters={28}
      table={table}
      file={file}
    >
      <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
        <text x={2} y={0.9 * em} className="dim">
          {words.y}
        </text>
        <Rules ticks={rules} left={left} right={right} />
        <Bottom
          ticks={bottom.map((value) => ({ at: x(value), text: fixed(value, 0, language) }))}
          y={floor}
          em={em}
          title={words.x}
          middle={(left + right) / 2}
        />
        <line x1={left} x2={right} y1={y(1)} y2={y(1)} className="level" />
        {curves.map((points, i) => (
          <path key={arms[i]?.name} d={band(points) ?? ''} fill={styles[i]?.soft} className="band" />
        ))}
        {curves.map((points, i) => (
          <path
            key={arms[i]?.name}
            d={middle(points) ?? ''}
            stroke={styles[i]?.colour}
            strokeDasharray={styles[i]?.dash}
            className="curve"
          />
        ))}
        {curves.flatMap((points, i) => {
          const style = styles[i];
          return style
            ? points.map(({ median }, layer) => {
                const drawn = Number.isFinite(median);
                const Shape = drawn ? Marker : Cross;
                const active = explore.place?.index === layer;
                return (
                  <Shape
                    key={`${arms[i]?.name} ${layer}`}
                    style={style}
                    x={x(layer)}
                    y={drawn ? y(median) : floor}
                    r={r + (active ? 0.12 * em : 0)}
                  />
                );
              })
            : [];
        })}
        <EndLabels
          labels={ends.map((end) => ({ ...end, y: y(end.point.median) }))}
          levels={layers > 0 ? [{ text: words.one, y: y(1) - 0.9 * em }] : []}
          x={right + 10}
          top={top - 0.9 * em}
          bottom={floor}
          em={em}
          stacked={stacked}
        />
        {explore.place && (
          <line x1={x(explore.place.index)} x2={x(explore.place.index)} y1={top} y2={floor} className="cursor" />
        )}
      </svg>
    </Chart>
  );
}
