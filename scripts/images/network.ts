/** A whole network as an SVG file: its blocks from left to right, each stage's share under it. */
import type { Language } from '../../src/i18n/language.ts';
import { type Network, shapeText } from '../../src/model/blocks/graph.ts';
import { type Arc, networkDrawing, type OverviewBox, type OverviewStage } from '../../src/model/blocks/overview.ts';
import { trace } from '../../src/model/blocks/trace.ts';
import { svg, text, token } from './svg.ts';
import { figureWords } from './words.ts';

const percent = (share: number) => `${(100 * share).toFixed(1)}%`;

export function networkSvg(language: Language, title: string, network: Network): string {
  const words = figureWords[language];
  const { width, height: drawn, axis, boxes, arcs, stages } = networkDrawing(network, trace(network));
  const said = stages.map(({ name, blocks, output }) => words.stage(name, blocks, shapeText(output)));
  const description = words.unrolled(said.join(language === 'zh' ? '、' : ', '));
  const height = drawn + 30;
  const ends = boxes.filter(({ part }) => part !== 'block');
  return svg({ language, title, description, width, height }, [
    `<path d="M8,${axis}H${width - 8}" stroke="${token('ink')}" stroke-width="1.6"/>`,
    ...arcs.map((arc) => shortcut(arc)),
    ...boxes.map(bar),
    ...ends.map(({ x, width: wide, y, height: high, part }) =>
      text(x + wide / 2, y + high + 14, words[part === 'head' ? 'head' : 'stem'], { fill: token('ink-2'), size: 12 }),
    ),
    ...stages.flatMap((stage) => under(stage, language)),
    ...legend(width / 2, height - 16, words),
  ]);
}

/** Out of the wire, over the block, and back: dashed where it projects. */
function shortcut({ kind, from, to, top }: Arc): string {
  const line = `M${from.x},${from.y}V${top + 8}Q${from.x},${top} ${from.x + 8},${top}H${to.x - 8}Q${to.x},${top} ${to.x},${top + 8}V${to.y}`;
  const dash = kind === 'identity' ? '' : ' stroke-dasharray="5 3"';
  return `<path d="${line}" fill="none" stroke="${token('residual')}" stroke-width="2.2"${dash}/>`;
}

function bar({ x, y, width, height, part, shortcut, name }: OverviewBox): string {
  const fill = token(part !== 'block' ? 'panel' : shortcut === 'identity' ? 'third-soft' : 'residual-soft');
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="3" fill="${fill}" stroke="${token('ink-2')}"><title>${name}</title></rect>`;
}

function under({ name, x, y, width, blocks, output, parameterShare, computeShare }: OverviewStage, language: Language) {
  const words = figureWords[language];
  const lines = [
    `${shapeText(output)} · ${words.blocks(blocks)}`,
    words.parameters(percent(parameterShare)),
    words.compute(percent(computeShare)),
  ];
  const middle = x + width / 2;
  return [
    text(middle, y - 6, name, { weight: 600 }),
    ...lines.map((line, i) => text(middle, y + 12 + 15 * i, line, { fill: token('ink-2'), size: 11 })),
  ];
}

/** What the two kinds of line over the blocks are, left and right of x. */
function legend(x: number, y: number, words: { readonly legendIdentity: string; readonly legendProjection: string }) {
  const line = (from: number, dash: string) =>
    `<path d="M${from},${y}h30" stroke="${token('residual')}" stroke-width="2.2"${dash}/>`;
  const style = { anchor: 'start', fill: token('ink-2'), size: 12 } as const;
  return [
    line(x - 170, ''),
    text(x - 134, y, words.legendIdentity, style),
    line(x + 20, ' stroke-dasharray="5 3"'),
    text(x + 56, y, words.legendProjection, style),
  ];
}
