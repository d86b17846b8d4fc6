/** The marker of an arm, centred on a point. Hollow ones hide the line beneath them. */
import type { ArmStyle, MarkerShape } from './armStyle.ts';

const outline: Record<MarkerShape, (r: number) => string> = {
  circle: (r) => `M${-r},0a${r},${r} 0 1,0 ${2 * r},0a${r},${r} 0 1,0 ${-2 * r},0Z`,
  square: (r) => `M${-r},${-r}H${r}V${r}H${-r}Z`,
  triangle: (r) => `M0,${-1.2 * r}L${1.15 * r},${0.9 * r}H${-1.15 * r}Z`,
  diamond: (r) => `M0,${-1.35 * r}L${1.35 * r},0L0,${1.35 * r}L${-1.35 * r},0Z`,
};

interface MarkerProps {
  readonly style: ArmStyle;
  readonly x: number;
  readonly y: number;
  /** Half its width, in pixels. */
  readonly r: number;
}

export const Marker = ({ style: { marker, filled, colour }, x, y, r }: MarkerProps) => (
  <path
    d={outline[marker](r)}
    transform={`translate(${x},${y})`}
    fill={filled ? colour : 'var(--panel)'}
    stroke={colour}
    strokeWidth={r / 2}
  />
);

/** Where numbers end: a cross in the arm's colour. */
export const Cross = ({ style, x, y, r }: MarkerProps) => (
  <path
    d={`M${x - r},${y - r}l${2 * r},${2 * r}m0,${-2 * r}l${-2 * r},${2 * r}`}
    stroke={style.colour}
    strokeWidth={Math.max(1.6, r / 2)}
  />
);

/** Too small to draw: a hollow triangle that points below the axis. */
export const Below = ({ style, x, y, r }: MarkerProps) => (
  <path
    d={`M${x - r},${y - r}h${2 * r}l${-r},${1.7 * r}Z`}
    fill="none"
    stroke={style.colour}
    strokeWidth={Math.max(1.2, r / 2.5)}
  />
);
