/** What a reader waits for who drags the depth on the front page: 20 layers x 16 and a unit more, five seeds. */
import type { Browser } from 'playwright';
import { median } from './timing.ts';

/** Milliseconds from the change of the depth. */
export interface Drag {
  /** To the frame after the first point of the new networks. */
  readonly first: number;
  /** To the last point of the fifth seed: the median of all changes, and the least. */
  readonly done: number;
  readonly least: number;
  /** The longest time between two frames, from the first change to the end. */
  readonly longest: number;
  readonly changes: number;
}

const changes = 40;

/** @param site the address of the course, with a slash at its end */
export async function drag(browser: Browser, site: string): Promise<Drag> {
  const page = await browser.newPage();
  await page.goto(`${site}en/?v=1&depth=20&width=16&seeds=1-5`, { waitUntil: 'networkidle' });
  await page.locator('#hero[data-status="done"]').waitFor({ timeout: 60_000 });
  const measured = await page.locator('#hero').evaluate(async (hero, count) => {
    const [less, more] = hero.querySelectorAll<HTMLButtonElement>('.control.number button');
    const [firsts, ends]: [number[], number[]] = [[], []];
    let [before, longest] = [performance.now(), 0];
    // No function has a name here: the bundler would mark it by a helper that the page does not know.
    (async () => {
      while (ends.length < count) {
        const now = await new Promise<number>((resolve) => requestAnimationFrame(resolve));
        longest = Math.max(longest, now - before);
        before = now;
      }
    })();
    for (let i = 0; i < count; i++) {
      const start = performance.now();
      await new Promise<void>((resolve) => {
        let begun = false;
        const observer = new MutationObserver(async () => {
          const status = hero.getAttribute('data-status');
          if (!begun && status === 'running' && Number(hero.getAttribute('data-step')) > 0) {
            begun = true;
            requestAnimationFrame(() => firsts.push(performance.now() - start));
          }
          if (!begun || status !== 'done') return;
          observer.disconnect();
          ends.push(performance.now() - start);
          resolve();
        });
        observer.observe(hero, { attributes: true });
        (i % 2 ? less : more)?.click();
      });
    }
    return { firsts, ends, longest };
  }, changes);
  await page.close();
  return {
    first: median(measured.firsts),
    done: median(measured.ends),
    least: Math.min(...measured.ends),
    longest: measured.longest,
    changes,
  };
}
