import { afterEach, expect, it, vi } from 'vitest';
import { leisurely } from '../../src/components/experiment/leisurely.ts';

afterEach(() => vi.unstubAllGlobals());

/** Frames between the drawings of something that always wants to be drawn, where a drawing makes the page `late` frames late. */
function gaps(late: number, frames: number): number[] {
  let [now, delayed] = [0, 0];
  let waiting: FrameRequestCallback[] = [];
  vi.stubGlobal('requestAnimationFrame', (callback: FrameRequestCallback) => waiting.push(callback));
  const schedule = leisurely();
  const drawn: number[] = [];
  const draw = () => {
    drawn.push(now / 16);
    delayed = late;
    schedule(draw);
  };
  schedule(draw);
  for (let frame = 0; frame < frames; frame++) {
    now += 16 * (1 + delayed);
    delayed = 0;
    const due = waiting;
    waiting = [];
    for (const callback of due) callback(now);
  }
  return drawn.slice(1).map((at, i) => at - (drawn[i] ?? 0));
}

it('draws at every other frame where a drawing fits into one', () => {
  expect(gaps(0, 9)).toEqual([2, 2, 2, 2]);
});

it('rests for as long again as a slow drawing took', () => {
  expect(gaps(1, 30).every((gap) => gap === 4)).toBe(true);
});

it('never rests for more than 60 ms', () => {
  const [late, most] = [9, Math.ceil(60 / 16)];
  const found = gaps(late, 40);
  expect(found.length).toBeGreaterThan(5);
  for (const gap of found) expect(gap).toBeLessThanOrEqual(late + 1 + most);
});
