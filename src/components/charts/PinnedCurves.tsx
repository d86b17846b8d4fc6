/** Loss curves of earlier runs, thin and lettered, behind the run that is shown. */
import { line } from 'd3';
import type { Language } from '../../i18n/language.ts';
import { amount } from '../../i18n/numbers.ts';
import type { Piece } from './sentence.ts';

export interface PinnedCurve {
  readonly id: string;
  /** What tells it apart without its colour: one letter. */
  readonly mark: string;
  /** In the read-out and in the table. */
  readonly label: string;
  /** A CSS colour. */
  readonly colour: string;
  readonly dash: string | undefined;
  /** Loss at some steps, ascending; null where there is none. */
  readonly points: readonly (readonly [step: number, loss: number | null])[];
}
type Point = PinnedCurve['points'][number];

interface PinnedCurvesProps {
  readonly curves: readonly PinnedCurve[];
  readonly x: (step: number) => number;
  readonly y: (loss: number) => number;
  readonly em: number;
}

export function PinnedCurves({ curves, x, y, em }: PinnedCurvesProps) {
  const path = line<Point>()
    .digits(1)
    .defined(([, loss]) => loss !== null)
    .x(([step]) => x(step))
    .y(([, loss]) => y(loss ?? 0));
  return (
    <g className="pinned">
      {curves.map(({ id, mark, colour, dash, points }) => {
        // Two thirds of the way: the ends belong to the labels of the run.
        const at = points[Math.floor((2 * points.length) / 3)] ?? points[0];
        return (
          <g key={id}>
            <path d={path([...points]) ?? ''} className="curve" stroke={colour} strokeDasharray={dash} />
            {at && at[1] !== null && (
              <text x={x(at[0])} y={y(at[1]) - 0.35 * em} textAnchor="middle" className="arm-label" fill={colour}>
                {mark}
              </text>
            )}
          </g>
        );
      })}
    </g>
  );
}

/** The loss at a step: between two kept ones, on the line that is drawn; undefined where none is. */
export function pinnedAt({ points }: PinnedCurve, step: number): number | undefined {
  const after = points.findIndex(([at]) => at >= step);
  const [next, before] = [points[after], points[after - 1]];
  if (!next) return undefined;
  if (next[0] === step) return next[1] ?? undefined;
  if (!before || before[1] === null || next[1] === null) return undefined;
  return before[1] + ((next[1] - before[1]) * (step - before[0])) / (next[0] - before[0]);
}

export function readPinned(curve: PinnedCurve, step: number, language: Language): Piece[] {
  const loss = pinnedAt(curve, step);
  return loss === undefined ? [] : [` · ${curve.label} ${amount(loss, language)}`];
}
