import { describe, expect, it } from 'vitest';
import { type Box, blockDrawing, type DrawingWords, wirePath } from '../../../src/model/blocks/drawing.ts';
import {
  basicBlock,
  convolutionalBlock,
  identityBlock,
  plainBlock,
  preactivated,
} from '../../../src/model/blocks/families.ts';
import type { Block, ImageShape } from '../../../src/model/blocks/graph.ts';
import { networkDrawing } from '../../../src/model/blocks/overview.ts';
import { imageNet, plainNetwork, presets, small } from '../../../src/model/blocks/presets.ts';
import { trace } from '../../../src/model/blocks/trace.ts';

const words: DrawingWords = {
  conv: ({ kernel, filters }) => `${kernel}x${kernel} ${filters}`,
  maxPool: () => 'pool',
  padded: () => 'zeros',
  dense: () => 'dense',
  zeroPad: () => 'pad',
  batchNorm: 'norm',
  relu: 'relu',
  globalAvgPool: 'mean',
  flatten: 'flat',
  input: 'in',
  output: 'out',
};
const draw = (block: Block, input: ImageShape) => blockDrawing(block, trace(block, input), words);

interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
const overlap = (a: Rectangle, b: Rectangle) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
const overlaps = (boxes: readonly Rectangle[]) =>
  boxes.flatMap((a, i) => boxes.slice(i + 1).filter((b) => overlap(a, b)));

const bottom = ({ y, height }: Box) => y + height;

describe('the drawing of a block', () => {
  const input: ImageShape = [6, 6, 8];
  const blocks: readonly Block[] = [
    identityBlock(3, [4, 4, 8], 2, 'b'),
    convolutionalBlock(3, [4, 4, 16], 3, 'a'),
    basicBlock(16, 3, 'b', { stride: 2, shortcut: 'padded' }),
    preactivated(convolutionalBlock(3, [4, 4, 16], 3, 'c')),
    plainBlock(basicBlock(8, 2, 'c')),
    { ...identityBlock(3, [4, 4, 8], 2, 'd'), main: [] },
    identityBlock(3, [4, 4, 16], 2, 'e'),
  ];
  it.each(blocks)('$name: has each layer once, inside, and none upon another', (block) => {
    const { boxes, plus, width, height, labels } = draw(block, input);
    const drawn = [...boxes.map(({ layer }) => layer), ...(plus ? [plus.layer] : [])];
    const { layers, problem } = trace(block, input);
    const expected = problem
      ? [...layers.map(({ name }) => name), `${block.name}_add`, `${block.name}_relu`]
      : layers.map(({ name }) => name);
    expect(drawn.toSorted()).toEqual(expected.toSorted());
    expect(overlaps(boxes)).toEqual([]);
    for (const box of boxes) {
      expect(box.x).toBeGreaterThan(0);
      expect(box.x + box.width).toBeLessThan(width);
      expect(bottom(box)).toBeLessThan(height);
    }
    for (const { x, y } of labels) expect(x > 0 && x < width && y > 0 && y < height).toBe(true);
  });

  it('runs down the main path, each wire ending at the next box', () => {
    const { boxes, arrows, plus } = draw(identityBlock(3, [4, 4, 8], 2, 'b'), input);
    const main = boxes.filter(({ path }) => path === 'main');
    for (const box of main) {
      const into = arrows.filter(
        ({ points }) => points.at(-1)?.y === box.y && points.at(-1)?.x === box.x + box.width / 2,
      );
      expect(into.length).toBe(1);
    }
    expect(main.map(({ y }) => y)).toEqual(main.map(({ y }) => y).toSorted((a, b) => a - b));
    expect(main.at(-1)?.y).toBeGreaterThan(plus?.y ?? Number.POSITIVE_INFINITY);
  });

  it('leads the shortcut from the input round to the plus', () => {
    const { arrows, plus } = draw(identityBlock(3, [4, 4, 8], 2, 'b'), input);
    const [shortcut, ...others] = arrows.filter(({ path }) => path === 'shortcut');
    expect(others).toEqual([]);
    expect(shortcut?.points.length).toBe(4);
    expect(shortcut?.points.at(-1)?.y).toBe(plus?.y);
    // From the same height as the input's wire, to the plus's right edge.
    expect(shortcut?.points.at(-1)?.x).toBe((plus?.x ?? 0) + (plus?.radius ?? 0));
  });

  it('writes shapes where they change, and marks a mismatch', () => {
    const { labels, plus } = draw(convolutionalBlock(3, [4, 4, 16], 3, 'a'), input);
    const shapes = labels.filter(({ role }) => role === 'shape').map(({ text }) => text);
    expect(shapes).toEqual(['6×6×8', '3×3×4', '3×3×16', '3×3×16', '3×3×16', '3×3×16']);
    expect(plus?.mismatch).toBe(false);
    const broken = draw(identityBlock(3, [4, 4, 16], 2, 'e'), input);
    expect(broken.plus?.mismatch).toBe(true);
    expect(broken.labels.map(({ text }) => text)).toContain('6×6×16');
  });
});

describe('a wire', () => {
  it('is straight without corners', () =>
    expect(
      wirePath([
        { x: 0, y: 0 },
        { x: 0, y: 9 },
      ]),
    ).toBe('M0,0L0,9'));
  it('rounds each corner, no more than half of the shorter way', () => {
    const points = [
      { x: 0, y: 0 },
      { x: 20, y: 0 },
      { x: 20, y: 8 },
    ];
    expect(wirePath(points, 6)).toBe('M0,0L14,0Q20,0 20,4L20,8');
  });
});

describe('the drawing of a network', () => {
  const network = imageNet(50);
  const drawing = networkDrawing(network, trace(network));
  it('has a box for stem, 16 blocks and head, side by side', () => {
    expect(drawing.boxes.length).toBe(18);
    expect(overlaps(drawing.boxes)).toEqual([]);
    expect(drawing.boxes.at(-1)?.x).toBeLessThan(drawing.width);
    for (const { y, height } of drawing.boxes) expect(y + height / 2).toBeCloseTo(drawing.axis, 0);
  });
  it('has an arc over every block that adds, clear of the box', () => {
    expect(drawing.arcs.length).toBe(16);
    expect(drawing.arcs.filter(({ kind }) => kind === 'projection').length).toBe(4);
    for (const { block, top, from, to } of drawing.arcs) {
      const box = drawing.boxes.find(({ name }) => name === block);
      expect(top).toBeLessThan(box?.y ?? 0);
      expect(from.x).toBeLessThan(box?.x ?? 0);
      expect(to.x).toBeGreaterThan((box?.x ?? 0) + (box?.width ?? 0));
    }
    const plain = plainNetwork(small(8));
    expect(networkDrawing(plain, trace(plain)).arcs).toEqual([]);
  });
  it('adds up: stem, stages and head are the whole', () => {
    const { trainable, multiplyAdds } = trace(network);
    expect(drawing.boxes.reduce((sum, box) => sum + box.trainable, 0)).toBe(trainable);
    expect(drawing.boxes.reduce((sum, box) => sum + box.multiplyAdds, 0)).toBe(multiplyAdds);
    const shares = drawing.stages.reduce((sum, { parameterShare }) => sum + parameterShare, 0);
    // Outside the stages stand the stem (9408 weights, 64 biases, 256 of the norm) and the head's 2,049,000.
    expect(shares).toBeCloseTo(1 - (9728 + 2_049_000) / 25_636_712, 9);
  });
  it('fits every preset', () => {
    for (const make of Object.values(presets)) {
      const one = make();
      expect(overlaps(networkDrawing(one, trace(one)).boxes)).toEqual([]);
    }
  });
});
