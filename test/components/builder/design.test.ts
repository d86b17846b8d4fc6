/** Edits of a block, their history, and the block as an address. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printDesign, readDesign } from '../../../src/components/builder/address.ts';
import {
  type Design,
  inserted,
  mostParts,
  moved,
  part,
  partKinds,
  removed,
  set,
  withInput,
} from '../../../src/components/builder/design.ts';
import { beginning, done, redone, undone } from '../../../src/components/builder/history.ts';
import { shortcutOf } from '../../../src/components/builder/Surroundings.tsx';
import { startNames, starts } from '../../../src/components/builder/starts.ts';
import { identityBlock } from '../../../src/model/blocks/families.ts';
import { trace } from '../../../src/model/blocks/trace.ts';

const kinds = ({ block }: Design) => block.main.map(({ kind }) => kind);
const names = ({ block }: Design) => block.main.map(({ name }) => name);
const { identity } = starts;

describe('a design', () => {
  it('begins as the notes’ identity_block, names and all', () => {
    expect(identity.block).toEqual(identityBlock(3, [64, 64, 256], 2, 'a'));
  });
  it('names its layers by their place, each once', () => {
    const twice = inserted(inserted(identity, 2, part('batchNorm', 64)), 3, part('relu', 64));
    expect(names(twice).slice(0, 4)).toEqual([
      'res2a_branch2a',
      'bn2a_branch2a',
      'bn2a_branch2a_2',
      'bn2a_branch2a_2_relu',
    ]);
    expect(new Set(names(twice)).size).toBe(names(twice).length);
  });
  it('takes a layer in, moves it and lets it go', () => {
    const more = inserted(identity, 0, part('maxPool', 256));
    expect(kinds(more).slice(0, 2)).toEqual(['maxPool', 'conv']);
    expect(kinds(moved(more, 0, 1)).slice(0, 2)).toEqual(['conv', 'maxPool']);
    expect(printDesign(removed(more, 0))).toBe(printDesign(identity));
  });
  it('stays as it is where nothing can move or go', () => {
    expect(moved(identity, 0, -1)).toBe(identity);
    expect(moved(identity, 7, 1)).toBe(identity);
    expect(removed(identity, 9)).toBe(identity);
  });
  it('holds no more layers than it may', () => {
    let full = identity;
    for (let i = 0; i < 40; i++) full = inserted(full, 0, part('relu', 1));
    expect(full.block.main).toHaveLength(mostParts);
  });
  it('holds every number in its range', () => {
    const far = set(identity, 3, { filters: 1e9, kernel: 0, stride: -3 });
    expect(far.block.main[3]).toMatchObject({ filters: 4096, kernel: 1, stride: 1, padding: 'valid' });
    expect(set(identity, 3, { filters: Number.NaN }).block.main[3]).toMatchObject({ filters: 1 });
    expect(withInput(identity, [0.4, 9999, 64.4]).input).toEqual([1, 512, 64]);
  });
  it('lets a kernel that grows again keep the size of the map', () => {
    const wide = set(set(identity, 3, { kernel: 1 }), 3, { kernel: 5 });
    expect(wide.block.main[3]).toMatchObject({ kernel: 5, padding: 'same' });
  });
  it('gets a shortcut that fits what its main path puts out', () => {
    const design = set(set(identity, 3, { stride: 2 }), 6, { filters: 128 });
    const shortcut = shortcutOf(design, 'projection', 128);
    expect(shortcut).toMatchObject({ filters: 128, stride: 2 });
    expect(trace({ ...design.block, shortcut }, design.input).problem).toBeUndefined();
  });
});

describe('the starts', () => {
  it.each(startNames)('%s fits together, or says that it does not', (name) => {
    const { block, input } = starts[name];
    expect(trace(block, input).problem?.kind).toBe(name === 'broken' ? 'mismatch' : undefined);
  });
});

describe('the address of a design', () => {
  it('can be read by people', () => {
    expect(printDesign(identity)).toBe(
      'in=56x56x256&main=conv1-64,bn,relu,conv3-64,bn,relu,conv1-256,bn&short=identity',
    );
    expect(printDesign(starts.convolutional)).toBe(
      'in=56x56x256&main=conv1-128-s2,bn,relu,conv3-128,bn,relu,conv1-512,bn&short=proj-512-s2',
    );
    expect(printDesign(starts.small)).toContain('conv3-8-nobias');
    expect(printDesign(starts.pre)).toMatch(/after=none&order=pre$/);
  });
  it.each(startNames)('brings %s back whole', (name) => {
    const read = readDesign(`?${printDesign(starts[name])}`, identity);
    expect(read).toEqual({ design: starts[name], notices: [] });
  });
  it('brings back whatever can be built', () => {
    const size = fc.integer({ min: 1, max: 64 });
    const kind = fc.constantFrom(...partKinds);
    const slide = fc.record({ stride: fc.integer({ min: 1, max: 4 }), padding: fc.constantFrom('same', 'valid') });
    const edit = fc.record({ kind, filters: size, kernel: fc.integer({ min: 2, max: 7 }), bias: fc.boolean(), slide });
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 8 }), size, size, (edits, side, channels) => {
        const empty = { input: identity.input, block: { ...identity.block, main: [] } };
        const built = edits.reduce((design: Design, { kind: added, slide: { stride, padding }, ...rest }, i) => {
          const next = inserted(design, i, part(added, 8));
          return set(next, i, { ...rest, size: rest.kernel, stride, padding });
        }, empty);
        const design = withInput(built, [side, side, channels]);
        expect(readDesign(printDesign(design), identity)).toEqual({ design, notices: [] });
      }),
      { numRuns: 60 },
    );
  });
  it('never throws, and says what it did not take', () => {
    const { design, notices } = readDesign(
      'in=0x56x9999&main=conv99-64,lstm,bn&short=bridge&after=tanh&order=pre&colour=red',
      identity,
    );
    expect(notices.map(({ kind }) => kind)).toEqual([
      'unknown-key',
      'clamped',
      'clamped',
      'clamped',
      'unknown-layer',
      'unknown-shortcut',
      'unknown-choice',
    ]);
    expect(design.input).toEqual([1, 56, 4096]);
    expect(kinds(design)).toEqual(['conv', 'batchNorm']);
    expect(design.block).toMatchObject({ order: 'pre', after: 'relu', shortcut: { kind: 'identity' } });
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        readDesign(text, identity);
        readDesign(`main=${text}&in=${text}&short=${text}`, identity);
      }),
    );
  });
  it('counts too many layers and too many letters', () => {
    const long = readDesign(`main=${Array.from({ length: 30 }, () => 'relu').join(',')}`, identity);
    expect(long.design.block.main).toHaveLength(mostParts);
    expect(long.notices).toEqual([{ kind: 'too-many-layers', used: mostParts }]);
    expect(readDesign(`main=${'relu,'.repeat(1000)}`, identity).notices[0]).toMatchObject({ kind: 'too-long' });
  });
});

describe('the history', () => {
  const three = done(done(beginning(1), 2), 3);
  it('goes back and forth: 3, 2, 1, 2', () => {
    const first = undone(undone(three));
    expect([three.present, first.present, redone(first).present]).toEqual([3, 1, 2]);
  });
  it('stops at both ends', () => {
    expect(undone(beginning(1))).toEqual(beginning(1));
    expect(redone(three)).toBe(three);
  });
  it('forgets what was taken back once something new is done', () => {
    const branched = done(undone(three), 9);
    expect(branched).toEqual({ past: [1, 2], present: 9, future: [] });
  });
});
