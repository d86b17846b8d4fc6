/** Writes every page as HTML with its own head, the sitemap, robots.txt and the licences beside the scripts. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { headOf, robotsOf, sitemapOf } from './head.ts';
import { headersFor, siteHeaders } from './headers.ts';
import { dist, root } from './site.ts';

type Server = typeof import('../src/entry-server.tsx');
type Page = Server['pages'][number];

export const isServer = (module: unknown): module is Server =>
  typeof module === 'object' && module !== null && 'render' in module && 'pages' in module && 'missingPages' in module;

interface Chunk {
  readonly file: string;
  readonly src?: string;
  readonly imports?: readonly string[];
}
type Manifest = Readonly<Record<string, Chunk>>;

/** The prose of a lesson page, so that the browser fetches it together with the first script. */
function proseOf(manifest: Manifest, page: Page): string[] {
  const slug = /\/lessons\/([^/]+)\/$/.exec(page.path)?.[1];
  const source = new RegExp(`^src/lessons/\\d+-${slug}/${page.language}\\.mdx$`);
  return Object.entries(manifest)
    .filter(([key]) => slug && source.test(key))
    .map(([, { file }]) => file);
}

/** @returns the number of pages */
export async function prerender({ langTag, missingPages, pages, render, shell }: Server): Promise<number> {
  const template = readFileSync(join(dist, 'index.html'), 'utf8');
  const manifest: Manifest = JSON.parse(readFileSync(join(dist, 'manifest.json'), 'utf8'));
  const font = Object.values(manifest).find(({ src }) => src?.endsWith('inter-latin-wght-normal.woff2'))?.file;
  // Hosts that take no headers still get the policy; frame-ancestors has no effect in a meta element.
  const policy = (headersFor(siteHeaders(), '/')['Content-Security-Policy'] ?? '').replace(
    /; frame-ancestors [^;]*/,
    '',
  );

  const write = (path: string, text: string) => {
    const file = join(dist, path.endsWith('/') ? `${path}index.html` : path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  };
  const missing = new Set(missingPages);
  for (const page of [...pages, ...missingPages]) {
    const head = headOf(page, {
      policy,
      ...(font && { font }),
      modules: proseOf(manifest, page),
      scripts: page.path === '/' ? ['language.js'] : [],
      imageText: shell[page.language ?? 'en'].social,
    });
    const html = await render(page.path);
    write(
      page.path,
      template
        .replace('<html lang="en">', `<html lang="${page.language ? langTag[page.language] : 'mul'}">`)
        .replace('<!--head-->', () => head)
        .replace('<div id="root">', missing.has(page) ? '<div id="root" data-missing>' : '$&')
        .replace('<!--page-->', () => html),
    );
  }
  write('sitemap.xml', sitemapOf(pages));
  write('robots.txt', robotsOf());
  write('licences.txt', readFileSync(join(root, 'THIRD_PARTY.md'), 'utf8'));
  rmSync(join(dist, 'manifest.json'));
  return pages.length + missing.size;
}
