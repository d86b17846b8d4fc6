/** Training loss over steps: the median over seeds as a line, their range as a band, guessing as a dotted level. */
import { area, line, scaleLinear } from 'd3';
import { useId, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { amount, fixed } from '../../i18n/numbers.ts';
import { useLanguage } from '../prose/language.ts';
import { armStyles } from './armStyle.ts';
import { Chart } from './Chart.tsx';
import { EndLabels, labelRoom } from './EndLabels.tsx';
import { LossPlane, linearRules, lossLayout } from './LossPlane.tsx';
import { type LossArm, type LossCurve, lossCurve, lossTop, windowHalf } from './lossCurves.ts';
import { lossTakeaway } from './lossTakeaway.ts';
import { Cross, Marker } from './Marker.tsx';
import { type PinnedCurve, PinnedCurves, pinnedAt, readPinned } from './PinnedCurves.tsx';
import { readSpread } from './reading.ts';
import type { Piece } from './sentence.ts';
import type { Spread } from './spread.ts';
import { withPowers } from './Takeaway.tsx';
import type { Table } from './table.ts';
import { type Place, useExplore } from './useExplore.ts';
import { useSize } from './useSize.ts';

interface LossChartProps {
  readonly arms: readonly LossArm[];
  /** Steps of the whole run; the curves may be shorter. */
  readonly steps: number;
  readonly running: boolean;
  /** Loss of guessing. */
  readonly chance?: number | undefined;
  /** Trunk layers, for the takeaway, where all arms have the same number. */
  readonly depth?: number;
  /** Runs of before, drawn thin behind this one. */
  readonly pinned?: readonly PinnedCurve[] | undefined;
}

type Seen = Spread & { readonly i: number };

/** The last step at which the curve can be drawn. */
const lastDrawn = ({ steps }: LossCurve): number => steps.findLastIndex(({ median }) => Number.isFinite(median));

export function LossChart({ arms, steps, running, chance, depth, pinned = [] }: LossChartProps) {
  const { t } = useTranslation('charts');
  const language = useLanguage();
  const clip = useId();
  const room = useSize();
  const { width, em } = room.size;
  const half = windowHalf(steps);
  const curves = useMemo(() => arms.map((arm) => lossCurve(arm, half)), [arms, half]);
  const takeaway = useMemo(
    () => lossTakeaway(curves, { chance, depth, running }, language),
    [curves, chance, depth, running, language],
  );
  const styles = armStyles(arms);

  const top = lossTop(curves, chance);
  const ends = curves.flatMap((curve, arm) => {
    const at = lastDrawn(curve);
    const median = curve.steps[at]?.median ?? 0;
    const style = styles[arm];
    const ended = at < curve.steps.length - 1;
    if (at < 0 || !style) return [];
    return {
      name: curve.name,
      label: curve.label,
      at,
      median,
      style,
      value: ended ? t('read.divergedAt') : amount(median, language),
    };
  });
  // While curves grow the room for their labels must not change with every digit.
  const reserved = arms.map(({ label }) => ({ label, value: '0.00' }));
  const { stacked, right } = labelRoom([...reserved, ...ends], chance === undefined ? [] : [t('guessing')], width, em);
  const layout = lossLayout(room.size, right);
  const { height } = layout;
  const x = scaleLinear([0, Math.max(1, steps)], [layout.left, layout.right]);
  const y = scaleLinear([0, top], [layout.bottom, layout.top]);
  const inFrame = (loss: number) => y(Math.min(top, loss));
  // More than one point a pixel cannot be seen, and a growing curve needs fewer. The last one is always drawn. A tenth of a
  // pixel is exact enough.
  const stride = Math.max(1, Math.round(((running ? 3 : 1) * steps) / (layout.right - layout.left)));
  const drawn = curves.map(({ steps: all }): Seen[] =>
    all.flatMap((here, i) => (i % stride === 0 || i === all.length - 1 ? { ...here, i } : [])),
  );
  const band = area<Seen>()
    .digits(1)
    .defined(({ min }) => Number.isFinite(min))
    .x(({ i }) => x(i))
    .y0(({ min }) => inFrame(min))
    .y1(({ max }) => inFrame(max));
  const middle = line<Seen>()
    .digits(1)
    .defined(({ median }) => Number.isFinite(median))
    .x(({ i }) => x(i))
    .y(({ median }) => y(Math.min(1.08 * top, median)));

  const extent = { count: Math.max(0, ...curves.map((curve) => curve.steps.length)), series: Math.max(1, arms.length) };
  const explore = useExplore({
    extent,
    locate: (px, py, box) => {
      const index = Math.min(extent.count - 1, Math.max(0, Math.round(x.invert((px * width) / box.width))));
      const away = curves.map((curve) =>
        Math.abs(inFrame(curve.steps[index]?.median ?? 0) - (py * height) / box.height),
      );
      return { index, series: Math.max(0, away.indexOf(Math.min(...away))) };
    },
  });
  const at = explore.place;
  const read = ({ index, series }: Place): Piece[] => [
    t('read.step', { step: index }),
    ...[...curves.slice(series), ...curves.slice(0, series)].flatMap((curve): Piece[] => {
      const here = curve.steps[index];
      if (!here) return [' · ', curve, ` ${t('read.noValue')}`];
      if (!Number.isFinite(here.median)) return [' · ', curve, ` ${t('read.divergedAt')}`];
      const lost = curve.diverged.filter(({ step }) => step <= index).length;
      return [' · ', curve, ` ${readSpread(here, t, language, lost)}`];
    }),
    ...pinned.flatMap((one): Piece[] => readPinned(one, index, language)),
  ];
  const table = (): Table => {
    const all = arms.flatMap(({ label, seeds }) => seeds.map((seed) => ({ label, ...seed })));
    return {
      columns: [
        t('table.step'),
        ...all.map(({ label, seed }) => t('table.seed', { arm: label, seed })),
        ...pinned.map(({ label }) => label),
      ],
      rows: Array.from({ length: extent.count }, (_, i) => [
        i,
        ...all.map(({ values }) => values[i]),
        ...pinned.map((one) => pinnedAt(one, i)),
      ]),
    };
  };
  const seeds = Math.max(0, ...arms.map((arm) => arm.seeds.length));
  const highest = Math.max(
    0,
    ...curves.flatMap((c) => c.steps.flatMap(({ max }) => (Number.isFinite(max) ? max : []))),
  );
  const caption = seeds > 0 && [
    t(seeds === 1 ? 'caption.lossAlone' : 'caption.loss', { window: 2 * half + 1, count: seeds }),
    ...(highest > top ? [t('caption.above', { max: amount(highest, language) })] : []),
  ];
  return (
    <Chart
      kind={t('kind.loss')}
      arms={arms}
      takeaway={takeaway}
      caption={caption && withPowers(caption.join(language === 'en' ? ' ' : ''), language)}
      room={room}
      explore={explore}
      extent={extent}
      read={read}
      table={table}
      file="loss"
      growing={running}
    >
      <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
        <clipPath id={clip}>
          <rect x={0} y={layout.top} width={width} height={layout.bottom - layout.top + 3} />
        </clipPath>
        <LossPlane
          layout={layout}
          em={em}
          rules={linearRules(y)}
          ticks={x.ticks(width < 30 * em ? 3 : 5).map((step) => ({ at: x(step), text: fixed(step, 0, language) }))}
          title={t('step')}
          level={chance === undefined ? undefined : y(chance)}
        />
        <g clipPath={`url(#${clip})`}>
          {curves.map((curve, i) => (
            <path key={curve.name} d={band(drawn[i] ?? []) ?? ''} fill={styles[i]?.soft} className="band" />
          ))}
          <PinnedCurves curves={pinned} x={x} y={inFrame} em={em} />
          {curves.map((curve, i) => (
            <path
              key={curve.name}
              d={middle(drawn[i] ?? []) ?? ''}
              stroke={styles[i]?.colour}
              strokeDasharray={styles[i]?.dash}
              className="curve"
            />
          ))}
        </g>
        {curves.flatMap(({ name, diverged }, i) => {
          const style = styles[i];
          return style
            ? diverged.map(({ seed, step, loss }) => (
                <Cross key={`${name} ${seed}`} style={style} x={x(step)} y={inFrame(loss || top)} r={0.36 * em} />
              ))
            : [];
        })}
        {ends.map(({ name, at: step, median, style }) => (
          <Marker key={name} style={style} x={x(step)} y={inFrame(median)} r={0.32 * em} />
        ))}
        <EndLabels
          labels={ends.map((end) => ({ ...end, y: inFrame(end.median) }))}
          levels={chance === undefined ? [] : [{ text: t('guessing'), y: y(chance) }]}
          x={layout.right + 10}
          top={layout.top}
          bottom={layout.bottom}
          em={em}
          stacked={stacked}
        />
        {at && (
          <>
            <line x1={x(at.index)} x2={x(at.index)} y1={layout.top} y2={layout.bottom} className="cursor" />
            {curves.map((curve, i) => {
              const [median, style] = [curve.steps[at.index]?.median, styles[i]];
              return style && median !== undefined && Number.isFinite(median) ? (
                <Marker
                  key={curve.name}
                  style={style}
                  x={x(at.index)}
                  y={inFrame(median)}
                  r={(i === at.series ? 0.44 : 0.32) * em}
                />
              ) : null;
            })}
          </>
        )}
      </svg>
    </Chart>
  );
}
