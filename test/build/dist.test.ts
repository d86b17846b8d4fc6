/** The built course, as files. Runs after the build. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { base, dist, root } from '../../scripts/site.ts';
import { coursePages } from '../../src/routes.ts';

const names = readdirSync(dist, { recursive: true, encoding: 'utf8' }).map((name) => name.replaceAll('\\', '/'));
const read = (name: string) => readFileSync(join(dist, name), 'utf8');
const html = names.filter((name) => name.endsWith('.html'));
const scripts = names.filter((name) => name.endsWith('.js'));
const holdsTensorFlow = (script: string) => read(script).includes('WASM_HAS_SIMD_SUPPORT');

describe('pages', () => {
  it('are one file an address', () => {
    const slugs = readdirSync(join(root, 'src', 'lessons')).flatMap((name) => /^\d\d-(.+)$/.exec(name)?.[1] ?? []);
    const around = [...coursePages, ...slugs.map((slug) => `lessons/${slug}`)];
    const inBoth = (name: string) => [`en/${name}`, `zh/${name}`];
    expect(html.toSorted()).toEqual(
      [
        ...['404.html', 'index.html'].flatMap((name) => [name, ...inBoth(name)]),
        ...around.flatMap((name) => inBoth(`${name}/index.html`)),
      ].toSorted(),
    );
  });
  it.each(html)('%s is whole: no inline script, no part that a script would have to move into place', (name) => {
    const text = read(name);
    expect(text.match(/<script(?![^>]*\bsrc=)[^>]*>/g)).toBeNull();
    expect(text).not.toMatch(/<template|<!--\$[?!]|<!--(?:head|page)-->/);
    expect(text).toMatch(/<title>[^<]+<\/title>/);
    expect(text).toMatch(/<h1/);
  });
  it.each(html)('%s refers only to files that exist', (name) => {
    const local = [...read(name).matchAll(/\s(?:href|src)="(\/[^"#?]*)/g)].map(([, path = '']) => path);
    expect(local.length).toBeGreaterThan(3);
    const missing = local.filter((path) => {
      const file = path.slice(base.length);
      return !path.startsWith(base) || !names.includes(path.endsWith('/') ? `${file}index.html` : file);
    });
    expect(missing).toEqual([]);
  });
  it('have headings, text and formulas in the lessons of both languages alike', () => {
    const [zh, en] = ['zh', 'en'].map((language) => read(`${language}/lessons/degradation/index.html`));
    const ids = (text = '') => [...text.matchAll(/<section id="([^"]+)"/g)].map(([, id]) => id);
    expect(ids(zh).length).toBeGreaterThan(3);
    expect(ids(zh)).toEqual(ids(en));
  });
  it('are listed in the sitemap, all but the missing ones', () => {
    const listed = [...read('sitemap.xml').matchAll(/<loc>https?:\/\/[^/]+([^<]*)<\/loc>/g)].map(([, path]) => path);
    const written = html
      .filter((name) => !name.endsWith('404.html'))
      .map((name) => base + name.replace(/index\.html$/, ''));
    expect(listed.toSorted()).toEqual(written.toSorted());
  });
});

describe('scripts', () => {
  it('hold tfjs in one file, which only the worker asks for', () => {
    const holders = scripts.filter(holdsTensorFlow);
    expect(holders).toHaveLength(1);
    const name = holders[0]?.replace('assets/', '') ?? '';
    const askers = [...scripts, ...html].filter((file) => file !== holders[0] && read(file).includes(name));
    expect(askers).toEqual([expect.stringMatching(/^assets\/worker-/)]);
  });
  it('carry no licence comments; those stand in licences.txt', () => {
    for (const script of scripts) expect(read(script)).not.toMatch(/@license|@preserve/);
    expect(read('licences.txt')).toContain('@tensorflow/tfjs');
  });
  it('name no other origin to fetch from', () => {
    const cdn = scripts.filter((script) => /fetch\(["'`]https?:|importScripts\(["'`]https?:/.test(read(script)));
    expect(cdn).toEqual([]);
  });
});

describe('styles', () => {
  it('name only files of this site, and fonts only as woff2', () => {
    const urls = names
      .filter((name) => name.endsWith('.css'))
      .flatMap((name) => [...read(name).matchAll(/url\(["']?([^"')]+)/g)].map(([, url = '']) => url));
    expect(urls.length).toBeGreaterThan(3);
    expect(urls.filter((url) => !/\.(?:woff2|svg)$/.test(url) || /^(?:https?:|data:|\/\/)/.test(url))).toEqual([]);
  });
});
