/** Rules, ticks and titles of axes. All measures are pixels; `em` is the size of the letters. */
interface PowerTickProps {
  readonly exponent: number;
  readonly x: number;
  readonly y: number;
  readonly anchor?: 'start' | 'middle' | 'end';
}

/** A power of ten as SVG text, its exponent raised; ten to the 0 is written 1. */
export const PowerTick = ({ exponent, x, y, anchor = 'end' }: PowerTickProps) => (
  <text x={x} y={y} dy="0.35em" textAnchor={anchor} className="dim">
    {exponent === 0 ? '1' : '10'}
    {exponent !== 0 && (
      <tspan dy="-0.45em" fontSize="0.78em">
        {exponent < 0 ? `\u2212${-exponent}` : exponent}
      </tspan>
    )}
  </text>
);

/** Powers of ten from `low` to `high` at a whole stride, at most `most` of them, always with 0 where it is within. */
export function powerTicks(low: number, high: number, most: number): number[] {
  const stride = [1, 2, 4, 5, 10, 20].find((n) => Math.floor((high - low) / n) + 1 <= most) ?? 50;
  const first = Math.ceil(low / stride) * stride;
  return Array.from(
    { length: Math.max(0, Math.floor((high - first) / stride) + 1) },
    (_, i) => first + i * stride || 0,
  );
}

interface RulesProps {
  readonly ticks: readonly { readonly at: number; readonly text?: string; readonly exponent?: number }[];
  readonly left: number;
  readonly right: number;
}

/** Horizontal rules with their values at the left. */
export const Rules = ({ ticks, left, right }: RulesProps) =>
  ticks.map(({ at, text, exponent }) => (
    <g key={text ?? exponent}>
      <line x1={left} x2={right} y1={at} y2={at} className="rule" />
      {exponent !== undefined ? (
        <PowerTick exponent={exponent} x={left - 7} y={at} />
      ) : (
        <text x={left - 7} y={at} dy="0.35em" textAnchor="end" className="dim">
          {text}
        </text>
      )}
    </g>
  ));

interface BottomProps {
  readonly ticks: readonly { readonly at: number; readonly text: string }[];
  readonly y: number;
  readonly em: number;
  readonly title: string;
  readonly middle: number;
}

/** Values below the plot, and the axis title below them. */
export const Bottom = ({ ticks, y, em, title, middle }: BottomProps) => (
  <>
    {ticks.map(({ at, text }) => (
      <text key={at} x={at} y={y + 1.3 * em} textAnchor="middle" className="dim">
        {text}
      </text>
    ))}
    <text x={middle} y={y + 2.75 * em} textAnchor="middle" className="dim">
      {title}
    </text>
  </>
);
