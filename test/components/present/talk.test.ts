// @vitest-environment jsdom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { anotherTalk, joinTalk, type Message, talkOf } from '../../../src/components/present/channel.ts';
import { isRunning, partIn, pressReset, pressRun } from '../../../src/components/present/parts.ts';
import { choose, stepPrediction } from '../../../src/components/present/predict.ts';
import { elapsed } from '../../../src/components/present/Speaker.tsx';

/** Channels as browsers have them, without the wait. */
class Channel {
  static readonly open = new Set<Channel>();
  onmessage: ((event: { data: unknown }) => void) | null = null;
  constructor(readonly name: string) {
    Channel.open.add(this);
  }
  postMessage(data: unknown) {
    for (const other of Channel.open) if (other !== this && other.name === this.name) other.onmessage?.({ data });
  }
  close() {
    Channel.open.delete(this);
  }
}
afterEach(() => {
  vi.unstubAllGlobals();
  Channel.open.clear();
  document.body.innerHTML = '';
});

const told = { type: 'state', path: '/en/', titles: ['one'], at: 0, page: 0, pages: 1, blank: false, began: 0 };

describe('a talk', () => {
  it('reaches its own windows, and no other talk', () => {
    vi.stubGlobal('BroadcastChannel', Channel);
    const heard: [string, Message][] = [];
    const projected = joinTalk('a', (message) => heard.push(['a', message]));
    joinTalk('b', (message) => heard.push(['b', message]));
    joinTalk('a', () => {}).send({ type: 'act', act: 'next' });
    expect(heard).toEqual([['a', { type: 'act', act: 'next' }]]);
    projected.close();
    joinTalk('a', () => {}).send({ type: 'hello' });
    expect(heard).toHaveLength(1);
  });
  it('passes over what is no message', () => {
    vi.stubGlobal('BroadcastChannel', Channel);
    const hear = vi.fn();
    joinTalk('a', hear);
    const other = new Channel('residual-lab.talk.a');
    for (const odd of [
      null,
      'next',
      { type: 'act', act: 'leave' },
      { type: 'go', slide: -1 },
      { type: 'state' },
      { ...told, path: '//elsewhere/' },
    ]) {
      other.postMessage(odd);
    }
    expect(hear).not.toHaveBeenCalled();
    other.postMessage(told);
    expect(hear).toHaveBeenCalledExactlyOnceWith(told);
  });
  it('has another name in a copy of its window, and the same one after a reload', () => {
    const first = talkOf();
    expect(talkOf()).toBe(first);
    const second = anotherTalk();
    expect(second).not.toBe(first);
    expect(talkOf()).toBe(second);
  });
  it('goes on alone where there are no channels', () => {
    vi.stubGlobal('BroadcastChannel', undefined);
    expect(() => joinTalk('a', () => {}).send({ type: 'hello' })).not.toThrow();
  });
  it('tells the time as minutes and seconds, with hours once there are some', () => {
    // 754 = 12 * 60 + 34; 3725 = 3600 + 2 * 60 + 5
    expect([0, 59.9, 754, 3725, -3].map(elapsed)).toEqual(['00:00', '00:59', '12:34', '1:02:05', '00:00']);
  });
});

/** jsdom lays nothing out: what is drawn is what has no `hidden`. */
const layOut = () =>
  vi.spyOn(Element.prototype, 'getClientRects').mockImplementation(function rects(this: Element) {
    return (this.closest('[hidden]') ? [] : [0]) as unknown as DOMRectList;
  });

describe('the live part of a slide', () => {
  const part = (id: string, extra = '') =>
    `<div class="experiment" id="${id}" ${extra}><div class="run-controls"><button>Run</button><button>Reset</button></div></div>`;
  it('is the first in view, or the one with the focus', () => {
    layOut();
    document.body.innerHTML = part('hid', 'hidden') + part('one') + part('two');
    expect(partIn(document)?.id).toBe('one');
    document.querySelector<HTMLButtonElement>('#two button')?.focus();
    expect(partIn(document)?.id).toBe('two');
  });
  it('is run and reset by its own buttons, unless they are off', () => {
    document.body.innerHTML = part('one', 'data-status="idle"');
    const one = document.querySelector('#one');
    if (!one) throw new Error('no part');
    const pressed: string[] = [];
    one.addEventListener('click', ({ target }) => target instanceof Element && pressed.push(target.textContent ?? ''));
    expect([pressRun(one), pressReset(one, 'Reset'), isRunning(one)]).toEqual([true, true, false]);
    const [, reset] = one.querySelectorAll('button');
    if (reset) reset.disabled = true;
    expect(pressReset(one, 'Reset')).toBe(false);
    expect(pressed).toEqual(['Run', 'Reset']);
    one.setAttribute('data-status', 'running');
    expect(isRunning(one)).toBe(true);
  });
});

describe('the prediction of a slide', () => {
  const box = (locked: boolean, off: boolean) => `
    <section><p id="elsewhere">text</p>
      <div data-predict="a" data-locked="${locked}"><form class="predict-choices">
        <input type="radio" name="x" value="1"><input type="radio" name="x" value="2">
        <button type="submit" aria-disabled="${off}">Lock</button></form></div>
      <div data-verdict="miss">verdict</div></section>`;
  const deckOf = (slide: Element) => ({
    subscribe: () => () => {},
    getSnapshot: () => ({ slides: [], at: 0, page: 0, pages: 1 }),
    next: () => {},
    previous: () => {},
    go: () => {},
    reveal: vi.fn(() => true),
    elements: () => [slide],
    current: () => slide,
    dispose: () => {},
  });
  const shown = (html: string) => {
    layOut();
    document.body.innerHTML = html;
    const slide = document.querySelector('section');
    if (!slide) throw new Error('no slide');
    const deck = deckOf(slide);
    return { slide, deck };
  };
  it('is first brought into view, then asks for an answer, then locks it, then shows the outcome', () => {
    const { slide, deck } = shown(box(false, true));
    const question = slide.querySelector<HTMLElement>('[data-predict]');
    if (question) question.hidden = true;
    expect(stepPrediction(deck)).toBe('shown');
    expect(deck.reveal).toHaveBeenLastCalledWith(question);
    if (question) question.hidden = false;
    expect(stepPrediction(deck)).toBe('answer-first');
    expect(choose(slide, 2)).toBe(true);
    expect(slide.querySelectorAll('input')[1]?.checked).toBe(true);
    expect(choose(slide, 3)).toBe(false);
    const lock = slide.querySelector('button');
    const locked = vi.fn((event: Event) => event.preventDefault());
    slide.querySelector('form')?.addEventListener('submit', locked);
    lock?.setAttribute('aria-disabled', 'false');
    expect(stepPrediction(deck)).toBe('locked');
    expect(locked).toHaveBeenCalledOnce();
    question?.setAttribute('data-locked', 'true');
    expect(stepPrediction(deck)).toBe('outcome');
    expect(deck.reveal).toHaveBeenLastCalledWith(slide.querySelector('[data-verdict]'));
  });
  it('is none where the slide asks nothing', () => {
    const { deck } = shown('<section><p>text</p></section>');
    expect(stepPrediction(deck)).toBe('none');
  });
});
