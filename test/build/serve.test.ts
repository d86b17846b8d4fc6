/** The server behind `npm start`: what it answers, and what it says when it cannot start. */
import { execFile } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { base, dist, root } from '../../scripts/site.ts';
import { siteOf } from '../../scripts/static.ts';

let server: Server;
let port: number;

beforeAll(async () => {
  const answer = siteOf(dist, base);
  server = createServer((request, response) => {
    const { status, headers, body } = answer(request);
    response.writeHead(status, headers).end(request.method === 'HEAD' ? undefined : body);
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const address = server.address();
  port = typeof address === 'object' && address ? address.port : 0;
});
afterAll(() => {
  server.close();
});

const ask = (path: string, init?: RequestInit) =>
  fetch(`http://localhost:${port}${path}`, { redirect: 'manual', ...init });

it.each([
  ['/en/', 200, 'text/html; charset=utf-8'],
  ['/data/fashion14.bin', 200, 'application/octet-stream'],
  ['/theme.js', 200, 'text/javascript; charset=utf-8'],
  ['/sitemap.xml', 200, 'application/xml'],
  ['/nothing', 404, 'text/html; charset=utf-8'],
  ['/_headers', 404, 'text/html; charset=utf-8'],
  ['/../package.json', 404, 'text/html; charset=utf-8'],
  ['/%2e%2e/package.json', 404, 'text/html; charset=utf-8'],
])('answers %s with %i, %s', async (path, status, type) => {
  const response = await ask(path);
  expect([response.status, response.headers.get('content-type')]).toEqual([status, type]);
});

it('gives WebAssembly and fonts their types, and lets them be kept', async () => {
  const css = /assets\/index-[\w-]+\.css/.exec(await (await ask('/en/')).text())?.[0];
  const font = /\/assets\/inter[\w-]+\.woff2/.exec(await (await ask(`/${css}`)).text())?.[0];
  const response = await ask(font ?? '');
  expect(response.headers.get('content-type')).toBe('font/woff2');
  expect(response.headers.get('cache-control')).toContain('immutable');
});

it('compresses, and answers 304 to who has the page already', async () => {
  const response = await ask('/en/');
  expect(response.headers.get('content-encoding')).toBe('gzip');
  const again = await ask('/en/', { headers: { 'If-None-Match': response.headers.get('etag') ?? '' } });
  expect(again.status).toBe(304);
});

it('leads from a folder without its slash to the folder, query kept', async () => {
  const response = await ask('/en?depth=4');
  expect([response.status, response.headers.get('location')]).toEqual([308, '/en/?depth=4']);
});

it('refuses to be written to', async () => {
  expect((await ask('/en/', { method: 'POST' })).status).toBe(405);
});

it('says in a sentence that the port is taken, and exits with 1', async () => {
  const { code, stderr } = await new Promise<{ code: number | string | null | undefined; stderr: string }>(
    (resolve) => {
      execFile(
        process.execPath,
        ['--import', 'tsx', join(root, 'scripts', 'serve.ts')],
        { cwd: root, env: { ...process.env, PORT: String(port) } },
        (error, _, text) => resolve({ code: error?.code, stderr: text }),
      );
    },
  );
  expect(code).toBe(1);
  expect(stderr).toContain(`Port ${port} is taken`);
  expect(stderr).toContain(`PORT=${port + 1} npm start`);
}, 120_000);
