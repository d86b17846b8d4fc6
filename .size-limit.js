// What a first visit loads, gzipped. The home page names its own scripts, so that a new chunk cannot slip past the limit.
import { readdirSync, readFileSync } from 'node:fs';

const html = readFileSync(new URL('dist/en/index.html', import.meta.url), 'utf8');
const scripts = [...html.matchAll(/<(?:script|link)[^>]*?(?:src|href)="[^"]*?(assets\/[^"]+\.js)"/g)].map(
  ([, file]) => `dist/${file}`,
);

export default [
  { name: 'home page, scripts', path: scripts, limit: '170 kB', gzip: true },
  { name: 'training worker', path: 'dist/assets/worker-*.js', limit: '30 kB', gzip: true },
  { name: 'TensorFlow.js, in the worker', path: 'dist/assets/tape-*.js', limit: '300 kB', gzip: true },
  { name: 'styles', path: 'dist/assets/*.css', limit: '20 kB', gzip: true },
  // One lesson in one language: a reader loads one of them at a time.
  ...readdirSync(new URL('dist/assets', import.meta.url))
    .filter((file) => /^(?:zh|en)-.*\.js$/.test(file))
    .map((file) => ({ name: `lesson prose, ${file}`, path: `dist/assets/${file}`, limit: '30 kB', gzip: true })),
];
