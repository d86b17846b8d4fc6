/** Serves the built course, and builds it first where that is needed.  npm start */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { base, dist, root } from './site.ts';
import { siteOf } from './static.ts';

const newest = (path: string): number => {
  const entry = statSync(path, { throwIfNoEntry: false });
  if (!entry) return 0;
  if (!entry.isDirectory()) return entry.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))));
};
const sources = ['src', 'public', 'scripts', 'index.html', 'vite.config.ts', 'package-lock.json', 'THIRD_PARTY.md'];
const built = join(dist, 'sitemap.xml');

const port = Number(process.env.PORT ?? 4173);
if (!Number.isInteger(port) || port < 0 || port > 65535) {
  console.error(`PORT=${process.env.PORT} is no port: use a whole number from 1 to 65535.`);
  process.exit(1);
}

const newestSource = Math.max(...sources.map((name) => newest(join(root, name))));
if (!existsSync(built) || statSync(built).mtimeMs < newestSource) {
  console.log('Building the course; this takes about half a minute.');
  await import('./build.ts');
}

const answer = siteOf(dist, base);
const server = createServer((request, response) => {
  const { status, headers, body } = answer(request);
  response.writeHead(status, headers).end(request.method === 'HEAD' ? undefined : body);
});
server.on('error', (error: NodeJS.ErrnoException) => {
  console.error(
    error.code === 'EADDRINUSE'
      ? `Port ${port} is taken by another program. Stop it, or choose another port:  PORT=${port + 1} npm start`
      : `The server cannot start: ${error.message}`,
  );
  process.exit(1);
});
server.listen(port, () => console.log(`Residual Lab is at http://localhost:${port}${base}  (Ctrl+C ends it)`));
