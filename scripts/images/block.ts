/** One block as an SVG file. */
import type { Language } from '../../src/i18n/language.ts';
import {
  type Arrow,
  type Box,
  blockDrawing,
  type DrawingOptions,
  type DrawingWords,
  wirePath,
} from '../../src/model/blocks/drawing.ts';
import type { Block, ImageShape } from '../../src/model/blocks/graph.ts';
import { trace } from '../../src/model/blocks/trace.ts';
import { svg, text, token } from './svg.ts';
import { figureWords } from './words.ts';

interface BlockFigure {
  readonly title: string;
  readonly block: Block;
  readonly input: ImageShape;
  readonly words: DrawingWords;
  readonly options?: DrawingOptions;
}

export function blockSvg(language: Language, { title, block, input, words, options }: BlockFigure): string {
  const drawing = blockDrawing(block, trace(block, input), words, options);
  const { boxes, arrows, labels, plus } = drawing;
  const { list, twoWays } = figureWords[language];
  const saying = (path: Box['path'], count: number) =>
    list(
      boxes
        .filter((box) => box.path === path)
        .slice(0, count)
        .map((box) => box.text),
    );
  const beside = boxes.some(({ path }) => path === 'shortcut');
  const description = twoWays(
    saying('main', block.main.length),
    beside ? saying('shortcut', boxes.length) : undefined,
    words.relu,
  );
  const size = { width: drawing.width, height: drawing.height };
  return svg({ language, title, description, ...size }, [
    ...arrows.map(wire),
    ...boxes.map(rectangle),
    ...(plus ? [sum(plus)] : []),
    ...labels.map(({ x, y, anchor, role, text: words }) =>
      text(x, y, words, {
        anchor,
        fill: token(role === 'shape' ? 'ink-2' : 'ink'),
        ...(role === 'shape' && { size: 12 }),
      }),
    ),
  ]);
}

/** The line, and a head that ends where the line ends. */
function wire({ points, path }: Arrow): string {
  const colour = token(path === 'shortcut' ? 'residual' : 'ink');
  const [tip, before] = [points.at(-1), points.at(-2)];
  if (!tip || !before) return '';
  const length = Math.hypot(tip.x - before.x, tip.y - before.y) || 1;
  const [dx, dy] = [(tip.x - before.x) / length, (tip.y - before.y) / length];
  const neck = { x: tip.x - 7 * dx, y: tip.y - 7 * dy };
  const head = `M${tip.x},${tip.y}L${neck.x - 4 * dy},${neck.y + 4 * dx}L${neck.x + 4 * dy},${neck.y - 4 * dx}Z`;
  const line = wirePath([...points.slice(0, -1), neck]);
  const width = path === 'shortcut' ? 2.4 : 1.6;
  return `<path d="${line}" fill="none" stroke="${colour}" stroke-width="${width}"/><path d="${head}" fill="${colour}"/>`;
}

function rectangle({ x, y, width, height, kind, path, text: words }: Box): string {
  const fill = { conv: token(path === 'shortcut' ? 'residual-soft' : 'third-soft'), batchNorm: token('panel') };
  const colour = kind === 'conv' || kind === 'batchNorm' ? fill[kind] : token('paper');
  const edge = token(path === 'shortcut' ? 'residual' : 'ink-2');
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="4" fill="${colour}" stroke="${edge}"/>${text(x + width / 2, y + height / 2, words)}`;
}

function sum({ x, y, radius }: { readonly x: number; readonly y: number; readonly radius: number }): string {
  const colour = token('residual');
  return `<circle cx="${x}" cy="${y}" r="${radius}" fill="${token('paper')}" stroke="${colour}" stroke-width="2.4"/><path d="M${x - 6},${y}h12M${x},${y - 6}v12" stroke="${colour}" stroke-width="2"/>`;
}
