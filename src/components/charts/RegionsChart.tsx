/** What each network answers over the plane of a two-dimensional data set, with the training points on top. */
import { useMemo } from 'react';
import { fixed, percent } from '../../i18n/numbers.ts';
import { useLanguage } from '../prose/language.ts';
import { type ArmName, armStyles } from './armStyle.ts';
import { Chart } from './Chart.tsx';
import { classColour, pointPath, regionPixels } from './classStyle.ts';
import { useLaterCharts } from './laterWords.ts';
import { cellOf, centreOf, ownShare } from './plane.ts';
import { Raster } from './Raster.tsx';
import type { Piece } from './sentence.ts';
import { regionsTakeaway } from './takeaways.ts';
import { type Place, useExplore } from './useExplore.ts';
import { useSize } from './useSize.ts';

interface RegionsArm extends ArmName {
  /** Class and confidence (0 to 1) of each grid point, row by row from the top. */
  readonly classes: Uint8Array;
  readonly confidence: Float32Array;
}
interface RegionsChartProps {
  readonly arms: readonly RegionsArm[];
  /** Grid points along one side of the square. */
  readonly side: number;
  /** The square reaches from -extent to extent both ways. */
  readonly extent: number;
  readonly points: { readonly inputs: Float32Array; readonly classes: Uint8Array };
}

export function RegionsChart({ arms, side, extent: reach, points }: RegionsChartProps) {
  const { t } = useLaterCharts();
  const language = useLanguage();
  const room = useSize();
  const { width, em } = room.size;
  const styles = armStyles(arms);
  const takeaway = useMemo(
    () => regionsTakeaway(arms.map((arm) => ({ ...arm, share: ownShare(arm.classes, side, reach, points) }))),
    [arms, points, side, reach],
  );
  const rasters = useMemo(() => arms.map((arm) => regionPixels(arm.classes, arm.confidence)), [arms]);

  const columns = Math.min(arms.length, width > 34 * em ? Math.max(2, Math.min(arms.length, 4)) : 2) || 1;
  const gap = 1.1 * em;
  const size = Math.min(26 * em, (width - gap * (columns - 1)) / columns);
  const head = 1.7 * em;
  const corner = (i: number) => ({
    left: (i % columns) * (size + gap),
    top: Math.floor(i / columns) * (size + head + gap) + head,
  });
  const height = Math.round(Math.ceil(arms.length / columns) * (size + head + gap) - gap + 2);

  const marks = useMemo(() => {
    const paths = new Map<number, string[]>();
    points.classes.forEach((number, i) => {
      const x = (((points.inputs[2 * i] ?? 0) + reach) / (2 * reach)) * size;
      const y = ((reach - (points.inputs[2 * i + 1] ?? 0)) / (2 * reach)) * size;
      paths.set(number, [
        ...(paths.get(number) ?? []),
        pointPath(number, Math.round(10 * x) / 10, Math.round(10 * y) / 10, size > 200 ? 2.2 : 1.6),
      ]);
    });
    return [...paths].map(([number, parts]) => ({ number, d: parts.join('') }));
  }, [points, reach, size]);

  const extent = { count: arms.length > 0 ? side : 0, series: side };
  const explore = useExplore({
    extent,
    start: { index: side >> 1, series: side >> 1 },
    locate: (px, py, box) => {
      const [x, y] = [(px * width) / box.width, (py * height) / box.height];
      const column = Math.min(columns - 1, Math.max(0, Math.floor(x / (size + gap))));
      const row = Math.max(0, Math.floor(y / (size + head + gap)));
      const cell = (at: number) => cellOf((2 * at) / size - 1, 1, side);
      return { index: cell(x - column * (size + gap)), series: cell(y - row * (size + head + gap) - head) };
    },
  });
  const read = ({ index, series }: Place): Piece[] => [
    t('read.place', {
      x: fixed(centreOf(index, reach, side), 2, language),
      y: fixed(-centreOf(series, reach, side), 2, language),
    }),
    ...arms.flatMap((arm): Piece[] => [
      ' · ',
      arm,
      ` ${t('read.class', {
        number: (arm.classes[series * side + index] ?? 0) + 1,
        sure: percent(arm.confidence[series * side + index] ?? Number.NaN, 0),
      })}`,
    ]),
  ];
  const table = () => ({
    columns: [
      'x',
      'y',
      ...arms.flatMap(({ label }) => [t('table.class', { arm: label }), t('table.sure', { arm: label })]),
    ],
    rows: Array.from({ length: side * side }, (_, i) => [
      centreOf(i % side, reach, side),
      -centreOf(Math.floor(i / side), reach, side),
      ...arms.flatMap((arm) => [(arm.classes[i] ?? 0) + 1, arm.confidence[i]]),
    ]),
  });
  const place = explore.place;
  return (
    <Chart
      kind={t('kind.regions')}
      arms={arms}
      takeaway={takeaway}
      caption={t('caption.regions')}
      room={room}
      explore={explore}
      extent={extent}
      read={read}
      table={table}
      file="regions"
      raster
    >
      {arms.map((arm, i) => (
        <Raster
          key={arm.name}
          columns={side}
          rows={side}
          pixels={rasters[i] ?? new Uint8ClampedArray()}
          left={corner(i).left / width}
          top={corner(i).top / height}
          width={size / width}
          height={size / height}
        />
      ))}
      <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
        {arms.map((arm, i) => (
          <g key={arm.name} transform={`translate(${corner(i).left},${corner(i).top})`}>
            <text y={-0.5 * em} className="arm-label" fill={styles[i]?.colour}>
              {arm.label}
            </text>
            {marks.map(({ number, d }) => (
              <path
                key={number}
                d={d}
                fill={number % 2 === 0 ? classColour(number) : 'none'}
                stroke={number % 2 === 0 ? 'none' : classColour(number)}
                strokeWidth={1.3}
              />
            ))}
            <rect width={size} height={size} className="frame" />
            {place && (
              <circle
                cx={((place.index + 0.5) / side) * size}
                cy={((place.series + 0.5) / side) * size}
                r={6}
                className="ring"
              />
            )}
          </g>
        ))}
      </svg>
    </Chart>
  );
}
