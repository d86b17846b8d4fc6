/** What a clean clone relies on: a whole lock file, notices that match it, headers that can be read. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { headersFor, parseHeaders } from '../scripts/headers.ts';
import { type Lock, missingOptionals } from '../scripts/lockcheck.ts';
import { notices, noticesFile } from '../scripts/third-party.ts';

const read = (name: string) => readFileSync(join(import.meta.dirname, '..', name), 'utf8');

describe('the lock file', () => {
  it('holds every optional dependency that it names', () => {
    const lock: Lock = JSON.parse(read('package-lock.json'));
    expect(Object.keys(lock.packages).length).toBeGreaterThan(100);
    expect(missingOptionals(lock)).toEqual([]);
  });
  it('is found wanting where one is missing, and not where a folder above has it', () => {
    const packages = {
      'node_modules/a': { optionalDependencies: { 'b-linux': '1.0.0', 'b-windows': '1.0.0' } },
      'node_modules/a/node_modules/b-linux': {},
      'node_modules/a/node_modules/c': { optionalDependencies: { 'b-linux': '1.0.0', d: '2.0.0' } },
      'node_modules/d': {},
    };
    expect(missingOptionals({ packages })).toEqual(['b-windows@1.0.0, wanted by node_modules/a']);
  });
  it('names no registry but the public one', () => {
    const hosts = [...read('package-lock.json').matchAll(/"resolved": "https?:\/\/([^/"]+)/g)].map(([, host]) => host);
    expect([...new Set(hosts)].filter((host) => host !== 'registry.npmjs.org')).toEqual([]);
  });
});

describe('the third-party notices', () => {
  it('are those of the lock file (npm run notices writes them)', () => {
    expect(readFileSync(noticesFile, 'utf8')).toBe(notices());
  });
  it('name tfjs, the data and the font', () => {
    const text = notices();
    for (const name of ['@tensorflow/tfjs-backend-wasm', 'Fashion-MNIST', 'Open Font License'])
      expect(text).toContain(name);
  });
});

describe('the response headers', () => {
  it('let later rules replace earlier ones', () => {
    const rules = parseHeaders('/*\n  A: 1\n  B: 2\n/assets/*\n  B: 3\n');
    expect(headersFor(rules, '/en/')).toEqual({ A: '1', B: '2' });
    expect(headersFor(rules, '/assets/x.js')).toEqual({ A: '1', B: '3' });
  });
  it('refuse a line that is no header', () => {
    expect(() => parseHeaders('/*\n  nonsense\n')).toThrow('nonsense');
  });
  it('allow no inline script and no other origin', () => {
    const policy = headersFor(parseHeaders(read('public/_headers')), '/')['Content-Security-Policy'] ?? '';
    expect(policy).toContain("default-src 'self'");
    expect(policy).toMatch(/script-src 'self' 'wasm-unsafe-eval';/);
    expect(policy).not.toMatch(/https?:|\*/);
  });
});
