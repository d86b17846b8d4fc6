/** Answers requests from a folder held in memory: only what was in the folder at the start can ever be served. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { extname, join, relative, sep } from 'node:path';
import { gzipSync } from 'node:zlib';
import { headersFor, siteHeaders } from './headers.ts';

const types: Record<string, string> = {
  '.bin': 'application/octet-stream',
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml',
};
/** Already compressed: another pass gains nothing. */
const packed = new Set(['.png', '.woff2']);

interface File {
  readonly body: Buffer;
  readonly zipped?: Buffer;
  readonly etag: string;
  readonly type: string;
}
export interface Answer {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body?: Buffer | string;
}

function read(path: string): File {
  const body = readFileSync(path);
  const extension = extname(path);
  return {
    body,
    ...(!packed.has(extension) && { zipped: gzipSync(body, { level: 6 }) }),
    etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`,
    type: types[extension] ?? 'application/octet-stream',
  };
}

/**
 * @param folder what is served, read once
 * @param base the path that its root appears under, with a slash at both ends
 */
export function siteOf(folder: string, base: string): (request: IncomingMessage) => Answer {
  const rules = siteHeaders();
  const files = new Map<string, File>(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name !== '_headers')
      .map((entry) => {
        const path = join(entry.parentPath, entry.name);
        return [`/${relative(folder, path).split(sep).join('/')}`, read(path)] as const;
      }),
  );

  const redirect = (to: string): Answer => ({ status: 308, headers: { Location: to } });
  const missing = (path: string): [number, string] => {
    const language = /^\/(?:zh|en)(?=\/)/.exec(path)?.[0] ?? '';
    return [404, `${language}/404.html`];
  };

  return ({ url = '/', method, headers: asked }) => {
    if (method !== 'GET' && method !== 'HEAD') return { status: 405, headers: { Allow: 'GET, HEAD' } };
    const [address = '/', query] = url.split('?', 2);
    if (`${address}/` === base) return redirect(base + (query ? `?${query}` : ''));
    const path = address.startsWith(base) ? `/${address.slice(base.length)}` : undefined;
    if (path && files.has(`${path}/index.html`)) return redirect(`${address}/${query ? `?${query}` : ''}`);
    const exact = path?.endsWith('/') ? `${path}index.html` : path;
    const [status, name] = exact && files.has(exact) ? [200, exact] : missing(path ?? '/');
    const file = files.get(name);
    if (!file) return { status: 404, headers: { 'Content-Type': 'text/plain' }, body: 'Not found\n' };
    const common = { ...headersFor(rules, name), ETag: file.etag, Vary: 'Accept-Encoding' };
    if (status === 200 && asked['if-none-match'] === file.etag) return { status: 304, headers: common };
    const zipped = /\bgzip\b/.test(String(asked['accept-encoding'] ?? '')) ? file.zipped : undefined;
    const body = zipped ?? file.body;
    return {
      status,
      headers: {
        ...common,
        'Content-Type': file.type,
        'Content-Length': String(body.length),
        ...(zipped && { 'Content-Encoding': 'gzip' }),
      },
      body,
    };
  };
}
