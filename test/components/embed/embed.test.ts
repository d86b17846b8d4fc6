import { describe, expect, it } from 'vitest';
import { orderOf } from '../../../src/components/embed/messages.ts';
import { guestAddress, snippetOf } from '../../../src/components/embed/snippet.ts';
import { shownControls } from '../../../src/components/embed/useShownControls.ts';
import { experimentQuery, freezeOf, modeOf, pageQuery } from '../../../src/components/shell/mode.ts';

describe('the way of showing a page', () => {
  it('is read from its address', () => {
    expect(modeOf('')).toEqual({ kind: 'page' });
    expect(modeOf('?v=1&depth=4')).toEqual({ kind: 'page' });
    expect(modeOf('?present&freeze=3')).toEqual({ kind: 'present', freeze: 3, theme: 'projector' });
    expect(modeOf('?speaker=abc')).toEqual({ kind: 'speaker', talk: 'abc' });
    expect(modeOf('?handout').kind).toBe('handout');
    expect(modeOf('?embed&part=try&controls=depth,%20rate,')).toEqual({
      kind: 'embed',
      part: 'try',
      controls: ['depth', 'rate'],
      theme: 'auto',
    });
    expect(modeOf('?embed&controls=').controls).toEqual([]);
    expect(modeOf('?embed').controls).toBeUndefined();
  });
  it('holds the time of freezing in range, and takes no words for it', () => {
    expect(['3', '0', '-1', '1e9', 'soon', ''].map(freezeOf)).toEqual([3, 0.2, 0.2, 120, undefined, undefined]);
    expect(freezeOf(null)).toBeUndefined();
  });
  it('and the experiment share one query, and neither loses a part', () => {
    const search = '?embed&part=try&v=1&data=spiral&arm=plain,lambda:0';
    expect(pageQuery(search)).toBe('embed&part=try');
    expect(experimentQuery(search)).toBe('v=1&data=spiral&arm=plain,lambda:0');
    expect([pageQuery(''), experimentQuery('?present')]).toEqual(['', '']);
  });
});

describe('messages to a guest', () => {
  const parent = { window: {}, origin: 'https://host.example' };
  const said = (data: unknown, change = {}) => ({ data, source: parent.window, origin: parent.origin, ...change });
  it('are obeyed when they come from the page around it', () => {
    expect(orderOf(said({ type: 'residual-lab:run' }), parent)).toBe('run');
    expect(orderOf(said({ type: 'residual-lab:reset' }), parent)).toBe('reset');
  });
  it('are not obeyed from another window, from another origin, or where there is no page around it', () => {
    const run = { type: 'residual-lab:run' };
    expect(orderOf(said(run, { source: {} }), parent)).toBeUndefined();
    expect(orderOf(said(run, { source: null }), parent)).toBeUndefined();
    expect(orderOf(said(run, { origin: 'https://evil.example' }), parent)).toBeUndefined();
    expect(orderOf(said(run), undefined)).toBeUndefined();
  });
  it('are passed over when they say something else', () => {
    const odd = [null, 'residual-lab:run', 7, {}, { type: 1 }, { type: 'residual-lab:height' }, { type: 'toString' }];
    for (const data of odd) expect(orderOf(said(data), parent)).toBeUndefined();
  });
  it('need only the window where the browser does not tell the origin', () => {
    expect(orderOf(said({ type: 'residual-lab:run' }), { window: parent.window })).toBe('run');
  });
});

describe('the lines for another page', () => {
  const wanted = {
    page: 'https://course.example/en/lessons/a/',
    part: 'try',
    query: 'v=1&depth=4',
    title: 'A "b" <c>',
  };
  it('name the part, the controls and the experiment', () => {
    expect(guestAddress(wanted)).toBe('https://course.example/en/lessons/a/?embed&part=try&v=1&depth=4');
    expect(guestAddress({ ...wanted, controls: ['depth'] })).toContain('?embed&part=try&controls=depth&v=1');
    const read = modeOf(new URL(guestAddress({ ...wanted, controls: [] })).search);
    expect([read.part, read.controls]).toEqual(['try', []]);
  });
  it('are escaped, and check where a height comes from', () => {
    const lines = snippetOf(wanted);
    expect(lines).toContain('src="https://course.example/en/lessons/a/?embed&amp;part=try&amp;v=1&amp;depth=4"');
    expect(lines).toContain('title="A &quot;b&quot; &lt;c&gt;"');
    expect(lines).toContain("if (origin !== 'https://course.example'");
    expect(lines).toContain('frame.contentWindow === source');
  });
});

describe('the controls of a guest', () => {
  it('are all of them unless the link names some', () => {
    expect(shownControls(undefined, ['depth'], ['rate'])).toEqual({
      preset: true,
      controls: ['depth'],
      more: ['rate'],
      unknown: [],
    });
  });
  it('are those that the link names, by either name, once each', () => {
    const { preset, controls, more, unknown } = shownControls(['rate', 'depth', 'depth', 'initializer'], [], ['width']);
    expect({ preset, controls, more, unknown }).toEqual({
      preset: false,
      controls: ['rate', 'depth', 'initializer'],
      more: [],
      unknown: [],
    });
    expect(shownControls(['preset', 'colour'], [], [])).toMatchObject({ preset: true, unknown: ['colour'] });
  });
});
