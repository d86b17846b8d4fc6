// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { act, cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createElement, lazy, type ReactNode, Suspense } from 'react';
import { I18nextProvider } from 'react-i18next';
import { Link, MemoryRouter, Route, Routes } from 'react-router';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { checkAnswer, finish } from '../../../src/components/progress/changes.ts';
import { progressStore } from '../../../src/components/progress/useProgress.ts';
import { CourseNavigation } from '../../../src/components/shell/CourseNavigation.tsx';
import { Shell } from '../../../src/components/shell/Shell.tsx';
import { translator } from '../../../src/i18n/index.ts';

const arrived = vi.fn();
beforeEach(() => {
  window.scrollTo = vi.fn();
  window.matchMedia = vi
    .fn()
    .mockReturnValue({ matches: false, addEventListener: vi.fn(), removeEventListener: vi.fn() });
  Element.prototype.scrollIntoView = function scroll() {
    arrived(this.id);
  };
});
afterEach(() => {
  cleanup();
  arrived.mockClear();
  localStorage.clear();
  progressStore.reload();
});

const show = (children: ReactNode, at = '/') =>
  render(
    createElement(
      I18nextProvider,
      { i18n: translator('en') },
      createElement(MemoryRouter, { initialEntries: [at] }, children),
    ),
  );
const lessons = ['first', 'second', 'third'].map((id, i) => ({
  id,
  number: i,
  slug: `the-${id}`,
  minutes: 10,
  title: { en: `The ${id}`, zh: '课' },
  quiz: [{ key: 'why' }],
}));
const ways = () =>
  within(screen.getByRole('navigation'))
    .getAllByRole('listitem')
    .map((item) => [item.textContent, within(item).getByRole('link').getAttribute('href')]);

describe('the end of a lesson', () => {
  it('leads to the lessons before and after', () => {
    show(<CourseNavigation lessons={lessons} lesson="second" />);
    expect(ways()).toEqual([
      ['Previous lesson0 · The first', '/en/lessons/the-first/'],
      ['Next lesson2 · The third', '/en/lessons/the-third/'],
    ]);
  });
  it('leads nowhere that is not', () => {
    const { rerender } = show(<CourseNavigation lessons={lessons} lesson="first" />);
    expect(ways()).toHaveLength(1);
    rerender(
      createElement(
        I18nextProvider,
        { i18n: translator('en') },
        createElement(MemoryRouter, null, <CourseNavigation lessons={lessons} lesson="third" />),
      ),
    );
    expect(ways()).toEqual([['Previous lesson1 · The second', '/en/lessons/the-second/']]);
  });
  it('notes the visit, and the lesson as done once everything in it is', () => {
    show(<CourseNavigation lessons={lessons} lesson="second" />);
    expect(progressStore.getState().progress).toMatchObject({
      visited: ['second'],
      finished: [],
      last: { lesson: 'second', section: '' },
    });
    act(() => progressStore.change(checkAnswer('second', 'why', 0)));
    expect(progressStore.getState().progress.finished).toEqual(['second']);
    expect(screen.getByRole('navigation')).toHaveTextContent('DoneQuiz ● 1 of 1');
  });
  it('remembers the section in view once scrolling rests', () => {
    vi.useFakeTimers();
    show(
      <main>
        <section id="above" />
        <section id="here" />
        <section id="below" />
        <CourseNavigation lessons={lessons} lesson="second" />
      </main>,
    );
    const tops: Record<string, number> = { above: -900, here: 20, below: 700 };
    vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function rect(this: Element) {
      return new DOMRect(0, tops[this.id] ?? 0, 100, 100);
    });
    vi.stubGlobal('scrollY', 500);
    window.dispatchEvent(new Event('scroll'));
    expect(progressStore.getState().progress.last?.section).toBe('');
    vi.advanceTimersByTime(1000);
    expect(progressStore.getState().progress.last).toEqual({ lesson: 'second', section: 'here' });
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
    vi.useRealTimers();
  });
  it('keeps the place of a reader who comes back to the top of the lesson', () => {
    act(() =>
      progressStore.change((before) => ({ ...finish('first')(before), last: { lesson: 'second', section: 'why' } })),
    );
    show(<CourseNavigation lessons={lessons} lesson="second" />);
    expect(progressStore.getState().progress.last).toEqual({ lesson: 'second', section: 'why' });
  });
});

describe('arriving at a part of a page that is still on its way', () => {
  function pageThatComes() {
    let come = () => {};
    const Late = lazy(
      () =>
        new Promise<{ default: () => ReactNode }>((resolve) => {
          come = () => resolve({ default: () => <p id="norm">norm</p> });
        }),
    );
    show(
      <Shell>
        <Link to="/en/glossary/#norm">go</Link>
        <Routes>
          <Route path="/" element={null} />
          <Route
            path="/en/glossary"
            element={
              <Suspense fallback="wait">
                <Late />
              </Suspense>
            }
          />
        </Routes>
      </Shell>,
    );
    return { come: () => act(async () => come()) };
  }
  it('scrolls there when it has come', async () => {
    const { come } = pageThatComes();
    await userEvent.click(screen.getByRole('link', { name: 'go' }));
    expect(arrived).not.toHaveBeenCalled();
    await come();
    await vi.waitFor(() => expect(arrived).toHaveBeenCalledExactlyOnceWith('norm'));
  });
  it('leaves a reader alone who has begun to move', async () => {
    const { come } = pageThatComes();
    await userEvent.click(screen.getByRole('link', { name: 'go' }));
    window.dispatchEvent(new Event('wheel'));
    await come();
    expect(await screen.findByText('norm')).toBeVisible();
    expect(arrived).not.toHaveBeenCalled();
  });
});
