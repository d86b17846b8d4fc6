/**
 * Signed values over a whole number, as bars from a zero line: one or two series side by side, and on request their running
 * total as steps and a level that it arrives at. What is no number is marked, never drawn as 0.
 */
import { line, scaleLinear } from 'd3';
import type { ReactNode } from 'react';
import { fixed } from '../../i18n/numbers.ts';
import { useLanguage } from '../prose/language.ts';
import { Rules } from './Axes.tsx';
import { type ArmName, armStyles } from './armStyle.ts';
import { Chart } from './Chart.tsx';
import { textEms } from './labels.ts';
import { Cross, Marker } from './Marker.tsx';
import type { Piece, Sentence } from './sentence.ts';
import { type Place, useExplore } from './useExplore.ts';
import { useSize } from './useSize.ts';

interface BarSeries extends ArmName {
  /** One value for each place; NaN where there is none. */
  readonly values: readonly number[];
}
interface Running extends ArmName {
  readonly values: readonly number[];
}

/** What the chart says, in the language of the page. */
export interface BarsWords {
  /** Kind and axes: the beginning of its name. */
  readonly kind: string;
  /** Titles of the axes. */
  readonly x: string;
  readonly y: string;
  /** What a place is called when it is read out. */
  readonly place: (x: number) => string;
  /** For what is no number. */
  readonly none: string;
}

interface BarsProps {
  /** The whole numbers along x, ascending. */
  readonly places: readonly number[];
  readonly series: readonly BarSeries[];
  readonly running?: Running;
  /** A line across, with its name. */
  readonly level?: { readonly label: string; readonly value: number };
  readonly words: BarsWords;
  /** How a value is written, and how a mark of the axis is: as a plain number by default. */
  readonly write: (value: number) => string;
  readonly tick?: (value: number) => string;
  readonly takeaway: readonly Sentence[];
  readonly caption?: ReactNode;
  /** Name of the CSV file, without extension. */
  readonly file: string;
}

/** Digits that keep neighbouring ticks apart. */
const digitsOf = (step: number) => Math.max(0, Math.min(6, -Math.floor(Math.log10(step) + 1e-9)));

interface Legend {
  readonly text: string;
  /** Undefined for a level, which belongs to no arm. */
  readonly colour: string | undefined;
}

/** Names beside each other as far as the room goes, then on the next row. */
function flowed(names: readonly Legend[], room: number, em: number) {
  let [x, row] = [0, 0];
  return names.map((name) => {
    const wide = (1.05 * textEms(name.text) + 1) * em;
    if (x > 0 && x + wide > room) [x, row] = [0, row + 1];
    const placed = { ...name, x, row };
    x += wide;
    return placed;
  });
}

export function Bars({ places, series, running, level, words, write, tick, takeaway, caption, file }: BarsProps) {
  const language = useLanguage();
  const room = useSize();
  const { width, em } = room.size;
  const arms: readonly BarSeries[] = running ? [...series, running] : series;
  const styles = armStyles(arms);
  const finite = [...arms.flatMap(({ values }) => values), level?.value ?? 0].filter(Number.isFinite);
  const y = scaleLinear([Math.min(0, ...finite), Math.max(0, ...finite)], [0, 1]);
  if (y.domain()[0] === y.domain()[1]) y.domain([0, 1]);
  y.nice(5);
  const ticks = y.ticks(5);
  const digits = digitsOf(Math.abs((ticks[1] ?? 1) - (ticks[0] ?? 0)));
  const plainly = (value: number) => (Math.abs(value) >= 1e5 ? write(value) : fixed(value, digits, language));
  const label = tick ?? plainly;
  const widest = Math.max(...ticks.map((value) => label(value).length));
  const left = (1.4 + 0.56 * widest) * em;
  const legend = flowed(
    [
      ...arms.map((arm, i) => ({ text: `${arm === running ? '●' : '■'} ${arm.label}`, colour: styles[i]?.colour })),
      ...(level ? [{ text: `┄ ${level.label}`, colour: undefined }] : []),
    ],
    width - left,
    em,
  );
  const rows = (legend.at(-1)?.row ?? 0) + 1;
  const margin = { left, right: 0.8 * em, top: (2.25 + 1.35 * rows) * em, bottom: 3.4 * em };
  const height = Math.round(Math.min(24 * em, Math.max(18 * em, 0.55 * width)) + 1.35 * (rows - 1) * em);
  const floor = height - margin.bottom;
  y.range([floor, margin.top]);
  const inner = width - margin.left - margin.right;
  const slot = inner / Math.max(1, places.length);
  const bar = Math.max(1, Math.min(1.6 * em, (0.78 * slot) / Math.max(1, series.length)));
  const x = (index: number) => margin.left + (index + 0.5) * slot;
  const stride = [1, 2, 5, 10].find((every) => every * slot >= 2 * em) ?? 20;
  const steps = line<number>()
    .defined(Number.isFinite)
    .x((_, index) => x(index))
    .y((value) => y(value));

  const extent = { count: places.length, series: Math.max(1, arms.length) };
  const explore = useExplore({
    extent,
    start: places.length > 0 ? { index: 0, series: 0 } : undefined,
    locate: (px, _, box) => ({
      index: Math.min(places.length - 1, Math.max(0, Math.floor(((px * width) / box.width - margin.left) / slot))),
      series: 0,
    }),
  });
  const written = (value: number | undefined) =>
    value !== undefined && Number.isFinite(value) ? write(value) : words.none;
  const read = ({ index, series: from }: Place): Piece[] => [
    words.place(places[index] ?? 0),
    ...arms.flatMap((_, i): Piece[] => {
      const arm = arms[(i + from) % arms.length];
      return arm ? [' · ', arm, ` ${written(arm.values[index])}`] : [];
    }),
  ];
  const table = () => ({
    columns: [words.x, ...arms.map((arm) => arm.label)],
    rows: places.map((place, index) => [place, ...arms.map(({ values }) => values[index])]),
  });
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
      letters={22}
      table={table}
      file={file}
    >
      <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
        <text x={2} y={1.1 * em} className="dim">
          {words.y}
        </text>
        {legend.map(({ text, colour, x: at, row }) => (
          <text
            key={text}
            x={margin.left + at}
            y={(2.6 + 1.35 * row) * em}
            className={colour ? 'arm-label' : 'dim'}
            fill={colour}
          >
            {text}
          </text>
        ))}
        <Rules
          ticks={ticks.map((value) => ({ at: y(value), text: label(value) }))}
          left={margin.left}
          right={width - margin.right}
        />
        {arms.length > 0 && <line x1={margin.left} x2={width - margin.right} y1={y(0)} y2={y(0)} className="floor" />}
        {series.map(({ name, values }, i) => {
          const style = styles[i];
          const at = (index: number) => x(index) + (i - series.length / 2) * bar;
          const wide = Math.max(0.8, bar - (bar > 4 ? 1 : 0));
          // One path for all bars: a drag draws them anew at every frame.
          const bars = values.map((value, index) =>
            Number.isFinite(value) ? `M${at(index)},${y(0)}V${y(value)}h${wide}V${y(0)}Z` : '',
          );
          return (
            style && (
              <g key={name} className="bars">
                <path
                  d={bars.join('')}
                  fill={style.filled || bar < 4 ? style.colour : style.soft}
                  stroke={style.colour}
                  strokeWidth={style.filled || bar < 4 ? 0 : 1.2}
                />
                {values.map(
                  (value, index) =>
                    !Number.isFinite(value) && (
                      <Cross key={places[index]} style={style} x={at(index) + bar / 2} y={y(0)} r={0.3 * em} />
                    ),
                )}
              </g>
            )
          );
        })}
        {level && (
          <g>
            <line
              x1={margin.left}
              x2={width - margin.right}
              y1={y(level.value)}
              y2={y(level.value)}
              className="level"
            />
          </g>
        )}
        {running && (
          <g>
            <path
              d={steps([...running.values]) ?? ''}
              className="curve"
              stroke={styles.at(-1)?.colour}
              strokeDasharray={styles.at(-1)?.dash}
            />
            {running.values.map((value, index) => {
              const style = styles.at(-1);
              return (
                style &&
                slot > em &&
                Number.isFinite(value) && (
                  <Marker key={places[index]} style={style} x={x(index)} y={y(value)} r={0.3 * em} />
                )
              );
            })}
          </g>
        )}
        {places.map(
          (place, index) =>
            place % stride === 0 && (
              <text key={place} x={x(index)} y={floor + 1.3 * em} textAnchor="middle" className="dim">
                {place}
              </text>
            ),
        )}
        <text x={margin.left + inner / 2} y={floor + 2.75 * em} textAnchor="middle" className="dim">
          {words.x}
        </text>
        {explore.place && (
          <line x1={x(explore.place.index)} x2={x(explore.place.index)} y1={margin.top} y2={floor} className="cursor" />
        )}
      </svg>
    </Chart>
  );
}
