/** Where a drawn curve lies on paper: linear scales both ways, by hand, and the moves that a point can make. */
import type { DrawnCurve } from './LessonState.tsx';

/** Paper size and the frame inside it, in SVG user units. */
export const paper = { width: 400, height: 280, left: 40, right: 318, top: 14, bottom: 252 } as const;

/** Drawn losses are multiples of this, in nats. */
export const grain = 0.05;
/** The top of the loss axis, in nats. */
export const top = 3;

/** Each curve's points stand this far from the depth, left or right, so that equal answers do not hide each other. */
export const dodge = 4;

interface Scales {
  readonly x: (depth: number) => number;
  readonly y: (loss: number) => number;
  /** The loss at a height, on the grain, within the axis. */
  readonly lossAt: (y: number) => number;
  /** Index of the depth nearest to a horizontal place. */
  readonly columnAt: (x: number) => number;
}

/** @param depths rising, at least two */
export function scalesOf(depths: readonly number[]): Scales {
  const first = depths[0] ?? 0;
  const span = (depths[depths.length - 1] ?? 1) - first;
  const x = (depth: number) => paper.left + 14 + ((depth - first) / span) * (paper.right - paper.left - 28);
  return {
    x,
    y: (loss) => paper.bottom - (loss / top) * (paper.bottom - paper.top),
    lossAt: (y) => onGrain(((paper.bottom - y) / (paper.bottom - paper.top)) * top),
    columnAt: (place) => {
      const gaps = depths.map((depth) => Math.abs(x(depth) - place));
      return gaps.indexOf(Math.min(...gaps));
    },
  };
}

/** The nearest loss that can be drawn. */
export const onGrain = (loss: number): number =>
  Math.round(Math.min(top, Math.max(0, loss)) / grain) / Math.round(1 / grain);

/** Where every curve starts: level, half-way up, so that it favours no answer. */
export const blank = (arms: readonly string[], depths: readonly number[]): readonly DrawnCurve[] =>
  arms.map((arm) => ({ arm, points: depths.map((x) => ({ x, y: top / 2 })) }));

export const moved = (curves: readonly DrawnCurve[], arm: string, column: number, y: number): readonly DrawnCurve[] =>
  curves.map((curve) =>
    curve.arm === arm
      ? { arm, points: curve.points.map((point, i) => (i === column ? { x: point.x, y: onGrain(y) } : point)) }
      : curve,
  );

/** What a key does to a point, or undefined where the key is not its own. */
export function keyed(key: string, loss: number): number | undefined {
  if (key === 'ArrowUp' || key === 'ArrowRight') return loss + grain;
  if (key === 'ArrowDown' || key === 'ArrowLeft') return loss - grain;
  if (key === 'PageUp') return loss + 10 * grain;
  if (key === 'PageDown') return loss - 10 * grain;
  if (key === 'Home') return 0;
  if (key === 'End') return top;
  return undefined;
}

/** The values of a sweep that can be drawn over. */
export const numbersOf = (values: readonly (number | string | boolean)[] = []): readonly number[] =>
  values.filter((value) => typeof value === 'number');
