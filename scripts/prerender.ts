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
  readonly isEntry?: boolean;
  readonly imports?: readonly string[];
}
type Manifest = Readonly<Record<string, Chunk>>;

/** The modules that a page's own scripts begin with: its component, and the prose of a lesson. */
function entriesOf({ path, language }: Page): RegExp | undefined {
  const [, slug] = /\/lessons\/([^/]+)\/$/.exec(path) ?? [];
  if (slug) return new RegExp(`^src/(?:pages/Lesson\\.tsx|lessons/\\d+-${slug}/(?:${language}\\.mdx|record\\.json))$`);
  const [, name] = /^\/[^/]+\/([^/]+)\/$/.exec(path) ?? [];
  return name ? new RegExp(`^src/pages/${name}\\.tsx$`, 'i') : undefined;
}

/** What a page needs besides the first script, so that the browser fetches all of it at once. */
function modulesOf(manifest: Manifest, page: Page): string[] {
  const entries = entriesOf(page);
  if (!entries) return [];
  const found = new Set<string>();
  const add = (key: string) => {
    const chunk = manifest[key];
    if (!chunk || chunk.isEntry || found.has(chunk.file)) return;
    found.add(chunk.file);
    for (const imported of chunk.imports ?? []) add(imported);
  };
  for (const key of Object.keys(manifest)) if (entries.test(key)) add(key);
  if (found.size === 0) throw new Error(`The manifest has no script for ${page.path}.`);
  return [...found];
}

/** @returns the number of pages */
export async function prerender(
  { langTag, missingPages, pages, render, shell }: Server,
  recordings: ReadonlyMap<string, ArrayBuffer>,
): Promise<number> {
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
      modules: modulesOf(manifest, page).filter((file) => !template.includes(file)),
      scripts: page.path === '/' ? ['language.js'] : [],
      imageText: shell[page.language ?? 'en'].social,
    });
    const html = await render(page.path, recordings);
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
