/** The course below a path of a host, as project pages are: built for it, and complete there. */
import { spawnSync } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { siteOf } from '../../scripts/static.ts';
import { alive, watch } from './pages.ts';

const base = '/deep/course/';
const folder = join('.cache', 'based');
let server: Server;
let origin: string;

test.beforeAll(async () => {
  test.setTimeout(180_000);
  const { status, stderr } = spawnSync('npx', ['--no-install', 'tsx', 'scripts/build.ts'], {
    env: { ...process.env, BASE_PATH: base, OUT_DIR: folder, SITE_URL: 'https://course.example' },
    encoding: 'utf8',
  });
  expect(status, stderr).toBe(0);
  const answer = siteOf(folder, base);
  server = createServer((request, response) => {
    const { status: code, headers, body } = answer(request);
    response.writeHead(code, headers).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const address = server.address();
  origin = `http://localhost:${typeof address === 'object' ? address?.port : ''}`;
});
test.afterAll(() => {
  server.close();
});

test('trains, speaks both languages and asks for nothing outside its path', async ({ page }) => {
  const { faults } = watch(page, origin);
  page.on('response', (response) => {
    const { pathname } = new URL(response.url());
    if (!pathname.startsWith(base)) faults.push(`outside: ${pathname}`);
    if (response.status() >= 400) faults.push(`${response.status()}: ${pathname}`);
  });
  await page.goto(`${origin}${base}en/?v=1&depth=2&width=4&steps=5&seeds=1`);
  await alive(page);
  await expect(page.locator('#hero')).toHaveAttribute('data-status', 'done', { timeout: 60_000 });
  expect(await page.locator('link[rel="canonical"]').getAttribute('href')).toBe(`https://course.example${base}en/`);
  await page.getByRole('link', { name: '中文' }).click();
  await expect(page).toHaveURL(`${origin}${base}zh/?v=1&depth=2&width=4&steps=5&seeds=1`);
  await page.getByRole('link', { name: /第 2 课/ }).click();
  await expect(page).toHaveURL(`${origin}${base}zh/lessons/degradation/`);
  await page.getByRole('link', { name: 'English' }).click();
  await page.reload();
  await alive(page);
  await page.goto(`${origin}${base}`);
  await expect(page).toHaveURL(`${origin}${base}en/`);
  expect(faults).toEqual([]);
});
