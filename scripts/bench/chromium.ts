/** The engines inside Chromium, and the built course as a reader meets it. */
import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright';
import { build } from 'vite';
import { browserLaunch } from '../browser.ts';
import { base, dist, root } from '../site.ts';
import { siteOf } from '../static.ts';
import { type Drag, drag } from './drag.ts';
import { type Journey, journey } from './journey.ts';
import type { PageReport } from './page/page.ts';

export interface Chromium extends PageReport {
  readonly version: string;
  /** Undefined where the course was not built. */
  readonly journey?: Journey & { readonly drag: Drag };
}
export interface Skipped {
  readonly skipped: string;
}

export async function inChromium(): Promise<Chromium | Skipped> {
  let browser: Browser;
  try {
    const { args, ...launch } = await browserLaunch();
    // Compositing by software would cost more than all that is measured.
    browser = await chromium.launch({ ...launch, args: [...args, '--disable-gpu'] });
  } catch (error) {
    return { skipped: error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error) };
  }
  try {
    const outDir = join(root, '.cache', 'bench');
    await build({
      configFile: false,
      logLevel: 'error',
      root: join(import.meta.dirname, 'page'),
      build: { outDir, emptyOutDir: true, target: 'es2022', assetsInlineLimit: 0 },
    });
    const page = await serve(outDir, '/', (origin) => measure(browser, origin));
    const built = existsSync(join(dist, 'sitemap.xml'));
    const walk = async (site: string) => ({ ...(await journey(browser, site)), drag: await drag(browser, site) });
    const walked = built ? await serve(dist, base, (origin) => walk(`${origin}${base}`)) : undefined;
    return { version: browser.version(), ...page, ...(walked && { journey: walked }) };
  } finally {
    await browser.close();
  }
}

async function serve<T>(folder: string, path: string, work: (origin: string) => Promise<T>): Promise<T> {
  const answer = siteOf(folder, path);
  const server = createServer((request, response) => {
    const { status, headers, body } = answer(request);
    response.writeHead(status, headers).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const address = server.address();
  try {
    return await work(`http://localhost:${typeof address === 'object' ? address?.port : ''}`);
  } finally {
    server.close();
  }
}

async function measure(browser: Browser, origin: string): Promise<PageReport> {
  const page = await browser.newPage();
  try {
    return await new Promise<PageReport>((resolve, reject) => {
      page.on('pageerror', reject);
      setTimeout(() => reject(new Error('The page of the benchmark took longer than five minutes.')), 300_000).unref();
      page
        .exposeFunction('report', resolve)
        .then(() => page.goto(`${origin}/`))
        .catch(reject);
    });
  } finally {
    await page.close();
  }
}
