/** What a reader waits for: from the click on Run to the first drawn point, and the page's frames while it trains. */
import type { Browser, Page } from 'playwright';
import { median } from './timing.ts';

export interface Journey {
  /** Milliseconds from the click to the frame after the first point: a fresh page, and a page that has trained before. */
  readonly cold: number;
  readonly warm: number;
  /** Time between animation frames while a pair of 50 layers trains: 99 of 100 are shorter. */
  readonly frames: { readonly p99: number; readonly longest: number; readonly count: number };
}

const lesson = 'en/lessons/degradation/';
const experiment = '#degradation-try';
const small = 'v=1&depth=20&width=16&steps=60&seeds=1';
const long = 'v=1&depth=50&width=24&steps=2000&seeds=1,2,3';

/** @param site the address of the course, with a slash at its end */
export async function journey(browser: Browser, site: string): Promise<Journey> {
  const [colds, warms]: [number[], number[]] = [[], []];
  for (let round = 0; round < 5; round++) {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(`${site}${lesson}?${small}`, { waitUntil: 'networkidle' });
    colds.push(await clickToPoint(page));
    await page.locator(`${experiment}[data-status="done"]`).waitFor({ timeout: 60_000 });
    await page.locator(experiment).getByRole('button', { name: 'Reset' }).click();
    await page.locator(`${experiment}[data-status="idle"]`).waitFor();
    warms.push(await clickToPoint(page));
    await context.close();
  }
  const page = await browser.newPage();
  await page.goto(`${site}${lesson}?${long}`, { waitUntil: 'networkidle' });
  await clickToPoint(page);
  const deltas = await frames(page, 4000);
  await page.close();
  return {
    cold: median(colds),
    warm: median(warms),
    frames: {
      p99: deltas[Math.floor(0.99 * deltas.length)] ?? Number.NaN,
      longest: deltas.at(-1) ?? Number.NaN,
      count: deltas.length,
    },
  };
}

/** Clicks Run inside the page, so that the way from here to there is not counted. */
const clickToPoint = (page: Page): Promise<number> =>
  page.locator(experiment).evaluate(
    (element) =>
      new Promise<number>((resolve) => {
        const start = performance.now();
        const observer = new MutationObserver(() => {
          if (!(Number(element.getAttribute('data-step')) > 0)) return;
          observer.disconnect();
          requestAnimationFrame(() => resolve(performance.now() - start));
        });
        observer.observe(element, { attributes: true, attributeFilter: ['data-step'] });
        element.querySelector<HTMLButtonElement>('.run-controls .primary')?.click();
      }),
  );

/** The times between animation frames, in order of length. */
const frames = (page: Page, duration: number): Promise<number[]> =>
  page.evaluate(async (wanted) => {
    const times: number[] = [];
    while ((times.at(-1) ?? 0) - (times[0] ?? 0) < wanted || times.length < 2) {
      times.push(await new Promise<number>((resolve) => requestAnimationFrame(resolve)));
    }
    return times
      .slice(1)
      .map((time, i) => time - (times[i] ?? 0))
      .sort((a, b) => a - b);
  }, duration);
