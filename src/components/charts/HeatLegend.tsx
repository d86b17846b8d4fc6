/** The colour scale of a heat map, with powers of ten, and what the colours beside the scale mean. */
import { interpolateViridis } from 'd3';
import { PowerTick, powerTicks } from './Axes.tsx';

interface HeatLegendProps {
  readonly scale: readonly [number, number];
  readonly marks: readonly { readonly colour: string; readonly text: string }[];
  readonly left: number;
  readonly top: number;
  /** Room for the scale and the marks. */
  readonly span: number;
  readonly em: number;
}

const swatches = 48;

export function HeatLegend({ scale: [low, high], marks, left, top, span, em }: HeatLegendProps) {
  const width = Math.min(span * (marks.length > 0 ? 0.5 : 0.8), 22 * em);
  return (
    <>
      {Array.from({ length: swatches }, (_, i) => (
        <rect
          key={i}
          x={left + (width * i) / swatches}
          y={top}
          width={width / swatches + 0.5}
          height={0.7 * em}
          fill={interpolateViridis(i / (swatches - 1))}
        />
      ))}
      {powerTicks(low, high, 5).map((exponent) => (
        <PowerTick
          key={exponent}
          exponent={exponent}
          x={left + (width * (exponent - low)) / (high - low)}
          y={top + 1.6 * em}
          anchor="middle"
        />
      ))}
      {marks.map(({ colour, text }, i) => (
        <g key={text} transform={`translate(${left + width + 1.2 * em},${top + i * 1.4 * em})`}>
          <rect width={0.9 * em} height={0.7 * em} fill={colour} />
          <text x={1.3 * em} y={0.62 * em} className="dim">
            {text}
          </text>
        </g>
      ))}
    </>
  );
}
