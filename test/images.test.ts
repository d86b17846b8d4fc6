// @vitest-environment jsdom
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { figures } from '../scripts/images/figures.ts';
import { root } from '../scripts/site.ts';

describe('the drawings in public/images', () => {
  it('are six, in two languages', () => expect(figures.size).toBe(12));

  it.each([...figures])('%s is what `npm run images` draws', (name, text) => {
    const file = join(root, 'public', 'images', name);
    expect(existsSync(file) && readFileSync(file, 'utf8')).toBe(text);
  });

  it.each([...figures])('%s says in words what it shows', (_, text) => {
    expect(text).toMatch(/<title id="title">[^<]+<\/title>\n<desc id="description">[^<]{40,}<\/desc>/);
    expect(text).not.toMatch(/undefined|NaN|Infinity/);
  });

  it.each([...figures])('%s is well-formed', (_, text) => {
    const parsed = new DOMParser().parseFromString(text, 'image/svg+xml');
    expect(parsed.querySelector('parsererror')).toBeNull();
    expect(parsed.documentElement.getAttribute('viewBox')).toMatch(/^0 0 [\d.]+ [\d.]+$/);
  });
});
