/** The paper of charts with an axis of values: rules and values, the axis below, and guessing as a dotted level. */
import type { ScaleLinear } from 'd3';
import { Bottom, Rules } from './Axes.tsx';
import type { Size } from './useSize.ts';

/** Height of the drawing and its margins, in pixels; `right` is what the labels of the curves take, `titled` has a line above. */
export function lossLayout({ width, em }: Size, right: number, titled = false) {
  const height = Math.round(Math.min(26 * em, Math.max(19 * em, 0.58 * width)));
  const margin = { left: 2.7 * em, right, top: (titled ? 2.1 : 0.8) * em, bottom: 3.2 * em };
  return { height, left: margin.left, right: width - right, top: margin.top, bottom: height - margin.bottom };
}

interface LossPlaneProps {
  readonly layout: ReturnType<typeof lossLayout>;
  readonly em: number;
  readonly rules: Parameters<typeof Rules>[0]['ticks'];
  readonly ticks: readonly { readonly at: number; readonly text: string }[];
  readonly title: string;
  /** Height of the level of guessing, in pixels. */
  readonly level: number | undefined;
}

/** About four rules of a linear axis. */
export const linearRules = (y: ScaleLinear<number, number>): LossPlaneProps['rules'] =>
  y.ticks(4).map((value) => ({ at: y(value), text: y.tickFormat(4)(value) }));

export const LossPlane = ({ layout: { left, right, bottom }, em, rules, ticks, title, level }: LossPlaneProps) => (
  <>
    <Rules ticks={rules} left={left} right={right} />
    <Bottom ticks={ticks} y={bottom} em={em} title={title} middle={(left + right) / 2} />
    {level !== undefined && <line x1={left} x2={right} y1={level} y2={level} className="level" />}
  </>
);
