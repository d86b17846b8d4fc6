/** A half-round dial: a needle at the median over seeds, an arc over their range, the ends of its scale below. */
import type { ArmStyle } from '../../components/charts/armStyle.ts';
import { Powers } from '../../components/charts/Powers.tsx';
import type { Spread } from '../../components/charts/spread.ts';
import { type DialName, placeOnDial } from './diagnosis.ts';

const centre = { x: 60, y: 58 } as const;
const radius = 44;

/** The point of the half circle at a place from 0, left, to 1, right. */
const at = (place: number, r = radius) => {
  const angle = Math.PI * (1 - place);
  return { x: centre.x + r * Math.cos(angle), y: centre.y - r * Math.sin(angle) };
};

const arc = (from: number, to: number) => {
  const [a, b] = [at(from), at(to)];
  return `M${a.x.toFixed(2)},${a.y.toFixed(2)}A${radius},${radius} 0 0 1 ${b.x.toFixed(2)},${b.y.toFixed(2)}`;
};

/** Ends and top of each scale, as printed. */
const marks = {
  ratio: ['10⁻¹⁰', '1', '10¹⁰'],
  similarity: ['0', '0.5', '1'],
  agreement: ['\u22121', '0', '1'],
} satisfies Record<DialName, readonly [string, string, string]>;

interface DialProps {
  readonly name: DialName;
  readonly style: ArmStyle;
  readonly reading: Spread;
}

/** Decoration of the value written beside it, so hidden from screen readers. */
export function Dial({ name, style, reading: { median, min, max } }: DialProps) {
  const [needle, from, to] = [median, min, max].map((value) => placeOnDial(name, value));
  const tip = needle === undefined ? undefined : at(needle, radius - 6);
  const [left, top, right] = marks[name];
  const tick = { outer: at(0.5, radius + 5), inner: at(0.5, radius - 5) };
  return (
    <svg className="dial" viewBox="0 -6 120 88" aria-hidden="true">
      <path d={arc(0, 1)} className="dial-track" />
      {from !== undefined && to !== undefined && to > from && (
        <path d={arc(from, to)} className="dial-range" stroke={style.soft} />
      )}
      <line x1={tick.outer.x} y1={tick.outer.y} x2={tick.inner.x} y2={tick.inner.y} className="dial-tick" />
      <text x={centre.x} y={6} textAnchor="middle" className="dial-mark">
        {top}
      </text>
      <text x={at(0).x} y={centre.y + 18} textAnchor="middle" className="dial-mark">
        <Powers text={left} />
      </text>
      <text x={at(1).x} y={centre.y + 18} textAnchor="middle" className="dial-mark">
        <Powers text={right} />
      </text>
      {tip && <line x1={centre.x} y1={centre.y} x2={tip.x} y2={tip.y} stroke={style.colour} className="dial-needle" />}
      <circle cx={centre.x} cy={centre.y} r={4} fill={style.colour} />
    </svg>
  );
}
