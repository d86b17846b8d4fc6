/** Sets a drawn curve beside a measured one: the course they take over depth, and how far apart they lie. */
import type { DrawnCurve, MeasuredCurve, MeasuredPoint } from './LessonState.tsx';

/** Whether a loss goes up, down or neither between the shallowest and the deepest net. */
export type Course = 'rises' | 'falls' | 'stays';
/** Nats: a smaller change counts as none. */
const noticeable = 0.25;

export const courseOf = (first: number, last: number): Course =>
  last - first > noticeable ? 'rises' : first - last > noticeable ? 'falls' : 'stays';

interface Judgement {
  readonly arm: string;
  readonly drawn: { readonly first: number; readonly last: number; readonly course: Course };
  readonly measured: { readonly first: MeasuredPoint; readonly last: MeasuredPoint; readonly course: Course };
  /** Mean over depths of |drawn - measured median|, in nats. */
  readonly distance: number;
  readonly agrees: boolean;
}

/** Undefined until the measurement has a finite median at every depth that was drawn. */
export function judge(drawn: DrawnCurve, measured: MeasuredCurve | undefined): Judgement | undefined {
  const pairs = drawn.points.flatMap((point) => {
    const beside = measured?.points.find(({ x }) => x === point.x);
    return beside && Number.isFinite(beside.median) ? [{ point, beside }] : [];
  });
  const first = pairs[0];
  const last = pairs[pairs.length - 1];
  if (!first || !last || pairs.length < drawn.points.length) return undefined;
  const course = courseOf(first.point.y, last.point.y);
  const taken = courseOf(first.beside.median, last.beside.median);
  return {
    arm: drawn.arm,
    drawn: { first: first.point.y, last: last.point.y, course },
    measured: { first: first.beside, last: last.beside, course: taken },
    distance: pairs.reduce((sum, { point, beside }) => sum + Math.abs(point.y - beside.median), 0) / pairs.length,
    agrees: course === taken,
  };
}
