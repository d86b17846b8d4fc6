/** One block as a drawing: layers in boxes, shapes on the wires, the shortcut beside them, and at the plus what does not fit. */
import { useId, useMemo } from 'react';
import { type Arrow, blockDrawing, type DrawingWords, type Point, wirePath } from '../../model/blocks/drawing.ts';
import { type Block, type ImageShape, shapeText } from '../../model/blocks/graph.ts';
import { trace } from '../../model/blocks/trace.ts';
import { useBuilder } from '../builder/useBuilder.ts';

interface BlockDiagramProps {
  readonly block: Block;
  readonly input: ImageShape;
  /** Name of the layer that stands out. */
  readonly chosen?: string | undefined;
  /** Which way the heads of the wires point. */
  readonly direction?: 'forward' | 'backward';
  /** Makes the boxes of the main path clickable; a list of the same layers has to stand beside for the keyboard. */
  readonly onChoose?: (layer: string) => void;
}

export function BlockDiagram({ block, input, chosen, direction = 'forward', onChoose }: BlockDiagramProps) {
  const { t } = useBuilder();
  const id = useId();
  const { drawing, traced } = useMemo(() => {
    const made = trace(block, input);
    const strided = (stride: number) => (stride > 1 ? ` / ${stride}` : '');
    const words: DrawingWords = {
      conv: ({ kernel, filters, stride }) => `${kernel}×${kernel}, ${filters}${strided(stride)}`,
      maxPool: ({ size, stride }) => `${t('kind.maxPool')} ${size}×${size}${strided(stride)}`,
      padded: ({ stride }) => `${t('diagram.padded')}${strided(stride)}`,
      dense: (units) => `${t('kind.dense')} ${units}`,
      zeroPad: (size) => `${t('kind.zeroPad')} ${size}`,
      batchNorm: t('kind.batchNorm'),
      relu: t('kind.relu'),
      globalAvgPool: t('kind.globalAvgPool'),
      flatten: t('kind.flatten'),
      input: t('diagram.in'),
      output: t('diagram.out'),
    };
    return { traced: made, drawing: blockDrawing(block, made, words) };
  }, [block, input, t]);
  const { problem } = traced;
  const { width, height, boxes, arrows, labels, plus } = drawing;
  const shape = shapeText(input);
  const count = block.main.length;
  const says = [
    block.shortcut.kind === 'none'
      ? t('diagram.plain', { input: shape, count })
      : t('diagram.says', { input: shape, count, shortcut: t(`shortcut.${block.shortcut.kind}`) }),
    ...(problem?.kind === 'mismatch'
      ? [t('diagram.broken', { main: shapeText(problem.main), shortcut: shapeText(problem.shortcut) })]
      : []),
  ].join(' ');
  const wrong = (layer: string) => problem?.kind === 'unfit' && problem.layer === layer;
  const mark = (layer: string) => (layer === chosen ? ' block-chosen' : '');
  return (
    <svg
      className="block-diagram"
      viewBox={`0 0 ${width} ${height}`}
      style={{ maxInlineSize: `calc(${width}px * var(--drawn, 1))` }}
      role="img"
      aria-labelledby={`${id}-title ${id}-description`}
    >
      <title id={`${id}-title`}>{t('diagram.title', { name: block.name })}</title>
      <desc id={`${id}-description`}>{says}</desc>
      {arrows.map((arrow) => (
        <g key={JSON.stringify(arrow.points)} className={`block-${arrow.path}`}>
          <path className="block-wire" d={wirePath(arrow.points)} />
          <path className="block-head" d={headOf(arrow, direction)} />
        </g>
      ))}
      {boxes.map(({ layer, kind, path, x, y, width: wide, height: high, text }) => (
        <g
          key={layer}
          className={`block-part block-${kind} block-${path}${mark(layer)}${onChoose && path === 'main' ? ' block-pick' : ''}`}
          onPointerDown={onChoose && path === 'main' ? () => onChoose(layer) : undefined}
        >
          <rect className="block-box" x={x} y={y} width={wide} height={high} rx={4} />
          <text x={x + wide / 2} y={y + high / 2} textAnchor="middle" dominantBaseline="central">
            {text}
          </text>
          {wrong(layer) && (
            <rect className="block-wrong" x={x - 5} y={y - 5} width={wide + 10} height={high + 10} rx={7} />
          )}
        </g>
      ))}
      {plus && (
        <g className={mark(plus.layer).trim()}>
          <circle className="block-plus" cx={plus.x} cy={plus.y} r={plus.radius} />
          <path className="block-sign" d={`M${plus.x - 6},${plus.y}h12M${plus.x},${plus.y - 6}v12`} />
          {plus.mismatch && <circle className="block-wrong" cx={plus.x} cy={plus.y} r={plus.radius + 6} />}
        </g>
      )}
      {problem?.kind === 'mismatch' && plus && (
        <text className="block-wrong-text" x={plus.x + plus.radius + 9} y={plus.y + 18}>
          {`≠ ${shapeText(problem.shortcut)}`}
        </text>
      )}
      {labels.map(({ x, y, text, anchor, role }) => (
        <text
          key={`${x} ${y}`}
          className={role === 'shape' ? 'block-shape' : undefined}
          x={x}
          y={y}
          textAnchor={anchor}
          dominantBaseline="central"
        >
          {text}
        </text>
      ))}
    </svg>
  );
}

/** A head at the wire's last point, or going back at its first. */
function headOf({ points }: Arrow, direction: 'forward' | 'backward'): string {
  const ordered = direction === 'forward' ? points : points.toReversed();
  const [tip, before] = [ordered.at(-1), ordered.at(-2)];
  return tip && before ? head(tip, before) : '';
}
function head(tip: Point, before: Point): string {
  const length = Math.hypot(tip.x - before.x, tip.y - before.y) || 1;
  const [x, y] = [(tip.x - before.x) / length, (tip.y - before.y) / length];
  const [baseX, baseY] = [tip.x - 8 * x, tip.y - 8 * y];
  return `M${tip.x},${tip.y}L${baseX - 4.5 * y},${baseY + 4.5 * x}L${baseX + 4.5 * y},${baseY - 4.5 * x}Z`;
}
