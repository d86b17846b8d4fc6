import { afterEach, expect, it, vi } from 'vitest';
import { leisurely } from '../../src/components/experiment/leisurely.ts';

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const frame = 16;

/** Something that always wants to be drawn, which keeps the page busy: milliseconds between two drawings, and frames asked for. */
async function watch(busy: number, frames: number) {
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  let clock = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => clock);
  let waiting: (() => void)[] = [];
  let asked = 0;
  vi.stubGlobal('requestAnimationFrame', (callback: () => void) => {
    asked++;
    waiting.push(callback);
  });
  const schedule = leisurely();
  const drawn: number[] = [];
  const draw = () => {
    drawn.push(clock);
    clock += busy;
    schedule(draw);
  };
  schedule(draw);
  for (let i = 0; i < frames; i++) {
    clock += frame;
    await vi.advanceTimersByTimeAsync(frame);
    const due = waiting;
    waiting = [];
    for (const callback of due) callback();
    await vi.advanceTimersByTimeAsync(0);
  }
  return { gaps: drawn.slice(1).map((at, i) => at - (drawn[i] ?? 0)), asked, drawn: drawn.length };
}

it('draws at every other frame where a drawing fits into half of one, and asks for no others', async () => {
  const { gaps, asked, drawn } = await watch(3, 9);
  expect(gaps).toEqual([35, 35, 35, 35]);
  expect(asked).toBeLessThanOrEqual(drawn + 1);
});

it('rests for twice as long as a slow drawing took', async () => {
  const { gaps } = await watch(15, 20);
  expect(gaps.length).toBeGreaterThan(4);
  for (const gap of gaps) {
    expect(gap).toBeGreaterThanOrEqual(45);
    expect(gap).toBeLessThan(45 + frame);
  }
});

it('never rests until more than 60 ms are over', async () => {
  const { gaps } = await watch(50, 40);
  expect(gaps.length).toBeGreaterThan(5);
  for (const gap of gaps) {
    expect(gap).toBeGreaterThanOrEqual(60);
    expect(gap).toBeLessThan(60 + frame);
  }
});
