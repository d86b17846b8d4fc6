/** Points drawn by hand: from a board to own data, and back where own data could have been drawn. */
import { random } from '../random.ts';
import { classFaults, type OwnData, ownData, ownLimits, type SizeFault, tableFaults } from './ownData.ts';

/** x and y from -1 to 1; `kind` counts from 0. */
export interface DrawnPoint {
  readonly x: number;
  readonly y: number;
  readonly kind: number;
}

/** Classes that a board offers: as many as their marks can be told apart without their colours. */
export const drawnKinds = 4;
const names = ['x', 'y'] as const;
/** Hundredths are finer than a hand, and short to keep. */
const tidy = (value: number): number => Math.min(1, Math.max(-1, Math.round(value * 100) / 100)) + 0;
export const pointAt = (x: number, y: number, kind: number): DrawnPoint => ({ x: tidy(x), y: tidy(y), kind });

/** As many points around a place as the brush has; the first one exactly there. `stroke` makes each touch fall anew. */
export function brushed(x: number, y: number, kind: number, size: number, stroke: number): DrawnPoint[] {
  const stream = random(stroke, 'brush');
  return Array.from({ length: size }, (_, i) => {
    const [dx, dy] = i === 0 ? [0, 0] : [0.06 * stream.normal(), 0.06 * stream.normal()];
    return pointAt(x + dx, y + dy, kind);
  });
}

/** The points without the nearest one within `reach`; the same list where none is. */
export function withoutNearest(
  points: readonly DrawnPoint[],
  x: number,
  y: number,
  reach: number,
): readonly DrawnPoint[] {
  let [nearest, least] = [-1, reach];
  for (const [i, point] of points.entries()) {
    const distance = Math.hypot(point.x - x, point.y - y);
    if (distance <= least) [nearest, least] = [i, distance];
  }
  return nearest < 0 ? points : points.toSpliced(nearest, 1);
}

const partsOf = (points: readonly DrawnPoint[]) => {
  const kinds = [...new Set(points.map(({ kind }) => kind))].sort((a, b) => a - b);
  return {
    columns: names,
    classes: kinds.map((kind) => String(kind + 1)),
    inputs: Float64Array.from(points.flatMap(({ x, y }) => [x, y])),
    labels: Uint8Array.from(points, ({ kind }) => kinds.indexOf(kind)),
  };
};

/** What is still missing before the points can be trained on. */
export function pointFaults(points: readonly DrawnPoint[]): SizeFault[] {
  return [...tableFaults(points.length, names.length), ...(points.length > 0 ? classFaults(partsOf(points)) : [])];
}

/** @returns undefined as long as `pointFaults` has any */
export const ownOfPoints = (points: readonly DrawnPoint[]): OwnData | undefined => ownData(partsOf(points));

/** The points of data that could have been drawn; none of others. */
export function pointsOfOwn({ columns, classes, inputs, labels }: OwnData): readonly DrawnPoint[] {
  const kinds = classes.map((name) => Number(name) - 1);
  const drawn =
    columns.join() === names.join() &&
    kinds.every((kind) => Number.isInteger(kind) && kind >= 0 && kind < drawnKinds) &&
    inputs.every((value) => value === tidy(value));
  if (!drawn) return [];
  return Array.from(labels, (label, i) => pointAt(inputs[2 * i] ?? 0, inputs[2 * i + 1] ?? 0, kinds[label] ?? 0));
}

/** Points that a board takes. */
export const mostPoints = ownLimits.rows.most;
