/** The slope that theory expects of an arm: a thin line from its last layer back to the first. */
import type { ScaleLinear } from 'd3';
import type { LayerCurve } from './layerValues.ts';

interface TheoryLineProps {
  readonly curve: LayerCurve;
  readonly colour: string | undefined;
  /** Layers. */
  readonly x: ScaleLinear<number, number>;
  /** Powers of ten. */
  readonly y: ScaleLinear<number, number>;
  readonly em: number;
  readonly text: string;
}

export function TheoryLine({ curve: { points, theory }, colour, x, y, em, text }: TheoryLineProps) {
  const last = points.at(-1);
  if (!theory || last?.state !== 'drawn') return null;
  const [low = 0, high = 0] = y.domain();
  const from = Math.log10(last.median);
  // To the first layer, or to where the line leaves the frame.
  const back = Math.min(points.length - 1, (from - (theory > 0 ? low : high)) / theory);
  const end = { x: x(points.length - 1), y: y(from) };
  const start = { x: x(points.length - 1 - back), y: y(from - theory * back) };
  return (
    <g className="theory" stroke={colour}>
      <line x1={end.x} y1={end.y} x2={start.x} y2={start.y} />
      <text x={(end.x + start.x) / 2 - em} y={(end.y + start.y) / 2 - 0.3 * em} className="dim" textAnchor="end">
        {text}
      </text>
    </g>
  );
}
