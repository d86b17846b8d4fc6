/** Which floor may import which. The compiler cannot see most of these edges, so this test reads them. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { describe, expect, it } from 'vitest';

const src = join(import.meta.dirname, '..', 'src');

interface Edge {
  readonly from: string;
  /** A path below src, or the name of a package. */
  readonly to: string;
}

/** Static, dynamic, re-exported and side-effect imports, and the modules that workers are made of. */
const specifiers = /(?:\bfrom\s*|\bimport\s*\(\s*|\bimport\s+|\bnew URL\(\s*)(['"])(?<specifier>[^'"\n]+)\1/g;

function edgesOf(from: string, text: string): Edge[] {
  const code = text.replace(/^\s*(?:\/\*[\s\S]*?\*\/|\/\/.*)/gm, '');
  return [...code.matchAll(specifiers)].map(({ groups }) => {
    const specifier = (groups?.specifier ?? '').replace(/\?.*$/, '');
    return { from, to: specifier.startsWith('.') ? join(dirname(from), specifier) : specifier };
  });
}

const files = readdirSync(src, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.(?:tsx?|mdx)$/.test(entry.name))
  .map((entry) => relative(src, join(entry.parentPath, entry.name)).split(sep).join('/'))
  // AssemblyScript is another language, compiled apart.
  .filter((path) => !path.startsWith('model/engine/kernel/'));
const edges = files.flatMap((path) => edgesOf(path, readFileSync(join(src, path), 'utf8')));

/** From the ground up; a floor may import itself and those below it. */
const floors = ['i18n/', 'model/', 'components/', 'lessons/', 'pages/'];
const heightOf = (path: string): number | undefined => {
  const height = floors.findIndex((floor) => path.startsWith(floor));
  if (height >= 0) return height;
  return path.includes('/') ? undefined : floors.length;
};

const isD3 = (to: string) => /^d3(?:-|$)/.test(to);
const isTensorFlow = (to: string) => to.startsWith('@tensorflow/');
const isScreen = (to: string) => /^(?:react|react-[\w-]+|i18next)(?:\/|$)/.test(to);

const upward = ({ from, to }: Edge) =>
  to.includes('/') && (heightOf(to) ?? Number.NEGATIVE_INFINITY) > (heightOf(from) ?? Number.POSITIVE_INFINITY);
const d3Astray = ({ from, to }: Edge) => isD3(to) && !/^components\/(?:charts|diagrams)\//.test(from);
const tensorFlowAstray = ({ from, to }: Edge) => isTensorFlow(to) && !/^model\/(?:engine|blocks|worker)\//.test(from);
const screenInModel = ({ from, to }: Edge) =>
  from.startsWith('model/') && (isScreen(to) || isD3(to) || to.startsWith('i18n/'));

const wrong = (isWrong: (edge: Edge) => boolean) => edges.filter(isWrong).map(({ from, to }) => `${from} -> ${to}`);

describe('the floors of src', () => {
  it('are read from every file and each kind of import', () => {
    expect(edges).toContainEqual({ from: 'pages/Home.tsx', to: 'lessons/outlines.ts' });
    expect(edges).toContainEqual({ from: 'lessons/index.ts', to: 'lessons/02-degradation/zh.mdx' });
    expect(edges).toContainEqual({ from: 'components/experiment/useRun.ts', to: 'model/worker/worker.ts' });
    expect(edges.some(({ from, to }) => from.startsWith('model/engine/') && isTensorFlow(to))).toBe(true);
    expect(edges.some(({ from, to }) => from.startsWith('components/charts/') && isD3(to))).toBe(true);
  });
  it('hold every file', () => expect(files.filter((path) => heightOf(path) === undefined)).toEqual([]));
  it('are joined by imports that lead somewhere', () =>
    expect(wrong(({ to }) => heightOf(to) !== undefined && to.includes('/') && !existsSync(join(src, to)))).toEqual(
      [],
    ));
  it('are never left upwards', () => expect(wrong(upward)).toEqual([]));
  it('draw with d3 only in charts and diagrams', () => expect(wrong(d3Astray)).toEqual([]));
  it('reach tfjs only behind the model', () => expect(wrong(tensorFlowAstray)).toEqual([]));
  it('keep the model free of React, d3 and interface strings', () => expect(wrong(screenInModel)).toEqual([]));
  it('let only the stores of experiments start the workers', () => {
    const starts = (worker: string) => edges.filter(({ to }) => to === worker).map(({ from }) => from);
    expect(starts('model/worker/worker.ts')).toEqual(['components/experiment/useRun.ts']);
    expect(starts('model/worker/convWorker.ts')).toEqual(['components/experiment/useConvRun.ts']);
  });
});

describe('the guard', () => {
  it('reads each kind of import, and no comment', () => {
    const text = `import x from './b.ts';
      import '../pages/c.ts';
      export { y } from "d3";
      const z = await import('../lessons/d.ts');
      // import e from './e.ts';`;
    expect(edgesOf('model/a.ts', text).map(({ to }) => to)).toEqual(['model/b.ts', 'pages/c.ts', 'd3', 'lessons/d.ts']);
  });
  it.each([
    ['components/charts/a.tsx', `import { lessons } from '../../lessons/index.ts'`, upward],
    ['i18n/a.ts', `import { seed } from '../model/random.ts'`, upward],
    ['lessons/a.ts', `import { App } from '../pages/Home.tsx'`, upward],
    ['components/controls/a.tsx', `import { scaleLinear } from 'd3'`, d3Astray],
    ['components/charts/a.tsx', `import * as tf from '@tensorflow/tfjs-core'`, tensorFlowAstray],
    ['model/a.ts', `import { useState } from 'react'`, screenInModel],
  ])('refuses in %s: %s', (from, text, isWrong) => {
    expect(edgesOf(from, text).map(isWrong)).toEqual([true]);
  });
});
