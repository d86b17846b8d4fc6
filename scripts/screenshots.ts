/** Takes the README's pictures from the running course:  npm start, then npm run screenshots [ADDRESS] */
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';
import { browserLaunch } from './browser.ts';

const address = process.argv[2] ?? 'http://localhost:4173';
const target = (name: string) => fileURLToPath(new URL(`../docs/${name}.png`, import.meta.url));

const browser = await chromium.launch(await browserLaunch());
try {
  const home = await browser.newPage({ viewport: { width: 1280, height: 980 } });
  await home.goto(`${address}/en/`);
  await home.waitForSelector('#hero[data-status=done]', { timeout: 120_000 });
  await home.screenshot({ path: target('home-en') });

  // A prediction is drawn by keyboard and locked, which trains the networks; the picture is taken when they are done.
  const lesson = await browser.newPage({ viewport: { width: 1280, height: 1480 } });
  await lesson.goto(`${address}/zh/lessons/degradation/`);
  const box = lesson.locator('.box-predict');
  const points = box.getByRole('slider');
  const count = await points.count();
  for (let i = 0; i < count; i++) {
    await points.nth(i).focus();
    for (let k = 0; k < 8; k++) await lesson.keyboard.press(i < count / 2 ? 'ArrowUp' : 'ArrowDown');
  }
  await box.locator('.button-primary').click();
  await lesson.waitForSelector('#degradation[data-status=done]', { timeout: 300_000 });
  await lesson.evaluate(() => window.scrollTo(0, 0));
  await lesson.screenshot({ path: target('lesson-zh') });
} finally {
  await browser.close();
}
