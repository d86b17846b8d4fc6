/** Builds the course into dist: the scripts, the recordings, then every page as HTML.  npm run build */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { isServer, prerender } from './prerender.ts';
import { record } from './record.ts';
import { base, dist, root } from './site.ts';

// A test runner that starts the build must not turn it into a development build.
process.env.NODE_ENV = 'production';

const server = join(root, '.cache', 'server');
await build({ root, base, build: { outDir: dist, emptyOutDir: true, manifest: 'manifest.json' } });
await build({
  root,
  base,
  logLevel: 'warn',
  build: { ssr: 'src/entry-server.tsx', outDir: server, emptyOutDir: true, copyPublicDir: false },
});
const entry: unknown = await import(pathToFileURL(join(server, 'entry-server.js')).href);
if (!isServer(entry)) throw new Error('entry-server.js does not export what the pages are written with.');
const recordings = await record(entry.recordingJobs, dist);
const count = await prerender(entry, recordings);
console.log(`${count} pages and ${recordings.size} recordings written to ${dist}`);
