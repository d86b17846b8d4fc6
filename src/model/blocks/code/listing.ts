/** What the three listings share: the order of the statements and the lines they become. */
import {
  addName,
  afterName,
  type Block,
  isBlock,
  type Layer,
  type Network,
  type PaddedShortcut,
  type Shape,
  shapeText,
  shortcutLayers,
} from '../graph.ts';
import { sentenceOf, type Trace } from '../trace.ts';

/** One line of code and, where it makes a layer, which. */
export interface Line {
  readonly text: string;
  readonly layer?: string;
}

/** How convolutions and the dense layer start: He's normal or Glorot's uniform distribution. */
export type Initializer = 'he' | 'glorot';

/** The code, with a newline at its end. */
export const textOf = (lines: readonly Line[]): string => lines.map(({ text }) => `${text}\n`).join('');

/** x runs through the network, y along a main path, shortcut beside it. */
type Variable = 'x' | 'y' | 'shortcut';
export type Made = Layer | PaddedShortcut | { readonly kind: 'add'; readonly name: string };

export interface Statement {
  readonly layer: Made;
  readonly from: readonly Variable[];
  readonly to: Variable;
  readonly input: Shape;
}
/** Statements under a heading: the stem, a block, or the head. */
export interface Part {
  readonly heading: string;
  readonly block?: Block;
  readonly statements: readonly Statement[];
}

type Traced = Trace & { readonly problem?: never };

/** @throws {Error} for a graph with a problem: it has no code that runs. */
function checked(trace: Trace): asserts trace is Traced {
  if (trace.problem) throw new Error(sentenceOf(trace.problem));
}

/** The statements of a block or network; `trace` is its own. */
export function partsOf(graph: Block | Network, trace: Trace): Part[] {
  checked(trace);
  const traced = new Map(trace.layers.map((layer) => [layer.name, layer]));
  const inputOf = (name: string): Shape => traced.get(name)?.input ?? trace.input;
  const through = (layers: readonly (Layer | PaddedShortcut)[], to: Variable, start: Variable = 'x'): Statement[] =>
    layers.map((layer, i) => ({ layer, from: [i === 0 ? start : to], to, input: inputOf(layer.name) }));
  const part = (heading: string, statements: readonly Statement[], block?: Block): Part => {
    const [first, last] = [statements[0], statements.at(-1)];
    const output = last ? (traced.get(last.layer.name)?.output ?? trace.input) : trace.input;
    const shapes = `${shapeText(first?.input ?? trace.input)} -> ${shapeText(output)}`;
    return { heading: `${heading}: ${shapes}`, statements, ...(block && { block }) };
  };
  const blockPart = (block: Block, stage?: string): Part => {
    const main = through(block.main, 'y');
    const short = through(shortcutLayers(block.shortcut), 'shortcut');
    const out: Variable = main.length > 0 ? 'y' : 'x';
    const add = { layer: { kind: 'add', name: addName(block) }, to: 'y', input: inputOf(addName(block)) } as const;
    const from: Variable[] = [out, short.length > 0 ? 'shortcut' : 'x'];
    const added: Statement[] = block.shortcut.kind === 'none' ? [] : [{ ...add, from }];
    const relu = {
      layer: { kind: 'relu', name: afterName(block) },
      to: 'x',
      input: inputOf(afterName(block)),
    } as const;
    const after: Statement[] = block.after === 'none' ? [] : [{ ...relu, from: [added.length > 0 ? 'y' : out] }];
    const all = [...main, ...short, ...added, ...after];
    const statements = all.map((one, i): Statement => (i === all.length - 1 ? { ...one, to: 'x' } : one));
    return part(stage === undefined ? block.name : `${stage}, ${block.name}`, statements, block);
  };
  if (isBlock(graph)) return [blockPart(graph)];
  const blocks = graph.stages.flatMap(({ name, blocks }) => blocks.map((block) => blockPart(block, name)));
  return [part('stem', through(graph.stem, 'x')), ...blocks, part('head', through(graph.head, 'x'))];
}

/** A string literal that JavaScript and Python read alike. */
export const quoted = (text: string): string => JSON.stringify(text);

/** Text that stays inside a comment. */
export const oneLine = (text: string): string => text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ');

export const usesPadded = (parts: readonly Part[]): boolean =>
  parts.some(({ statements }) => statements.some(({ layer }) => layer.kind === 'padded'));
