/** Which floor may import which: design, not habit. The compiler cannot see most of these edges, so this test reads them. */
import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');
const src = join(root, 'src');

interface Edge {
  readonly from: string;
  /** A path below src, or the name of a package. */
  readonly to: string;
}

/** Static, dynamic, re-exported and side-effect imports, and the modules that workers are made of. */
const specifiers =
  /(?:\bfrom\s*|\bimport\s*\(\s*|\bimport\s+|\bnew URL\(\s*)(['"])(?<specifier>[^'"\n]+)\1/g;

function edgesOf(path: string, text: string): Edge[] {
  const code = text.replace(/^\s*(?:\/\*[\s\S]*?\*\/|\/\/.*)$/gm, '');
  return [...code.matchAll(specifiers)].map(({ groups }) => {
    const specifier = (groups?.specifier ?? '').replace(/\?.*$/, '');
    return { from: path, to: specifier.startsWith('.') ? join(dirname(path), specifier) : specifier };
  });
}

const files = globSync('**/*.{ts,tsx,mdx}', { cwd: src })
  .map((path) => path.replaceAll('\\', '/'))
  // AssemblyScript: another language, compiled apart.
  .filter((path) => !path.startsWith('model/engine/kernel/'));
const edges = files.flatMap((path) => edgesOf(path, readFileSync(join(src, path), 'utf8')));

/** Higher floors may import lower ones; each floor its own. */
const floors = [
  { name: 'leaves', height: 0, holds: /^(?:i18n|styles)\// },
  { name: 'model', height: 1, holds: /^model\// },
  { name: 'components', height: 2, holds: /^components\// },
  { name: 'lessons', height: 3, holds: /^lessons\// },
  { name: 'pages', height: 4, holds: /^pages\// },
  { name: 'roof', height: 5, holds: /^[^/]+$/ },
] as const;
const floorOf = (path: string) => floors.find(({ holds }) => holds.test(path));

const named = ({ from, to }: Edge) => `${from} -> ${to}`;
const wrong = (all: readonly Edge[], isWrong: (edge: Edge) => boolean) => all.filter(isWrong).map(named);

const isPackage = (name: RegExp) => (to: string) => !files.includes(to) && name.test(to);
const isD3 = isPackage(/^d3(?:-|$)/);
const isTensorFlow = isPackage(/^@tensorflow\//);
const isScreen = isPackage(/^(?:react|react-dom|react-router|react-i18next|i18next|react-error-boundary)(?:\/|$)/);

const upward = ({ from, to }: Edge) => {
  const [lower, upper] = [floorOf(from), to.includes('/') && !to.startsWith('@') ? floorOf(to) : undefined];
  return lower !== undefined && upper !== undefined && upper.height > lower.height;
};
const d3Astray = ({ from, to }: Edge) => isD3(to) && !/^components\/(?:charts|diagrams)\//.test(from);
const tensorFlowAstray = ({ from, to }: Edge) => isTensorFlow(to) && !/^model\/(?:engine|blocks|worker)\//.test(from);
const screenInModel = ({ from, to }: Edge) =>
  from.startsWith('model/') && (isScreen(to) || isD3(to) || to.startsWith('i18n/') || to.startsWith('styles/'));
const bareI18n = ({ from, to }: Edge) => from.startsWith('i18n/') && /^(?:model|components|lessons|pages)\//.test(to);

describe('the floors of src', () => {
  it('finds every file and its imports', () => {
    expect(files).toContain('model/engine/tape.ts');
    expect(edges).toContainEqual({ from: 'pages/Home.tsx', to: 'lessons/index.ts' });
    expect(edges).toContainEqual({ from: 'lessons/index.ts', to: 'lessons/02-degradation/zh.mdx' });
    expect(edges).toContainEqual({ from: 'components/experiment/stores.ts', to: 'model/worker/worker.ts' });
  });

  it('puts every file on a floor', () => {
    expect(files.filter((path) => !floorOf(path))).toEqual([]);
  });

  it('resolves every local import to a file', () => {
    const missing = edges.filter(
      ({ from, to }) => floorOf(to) && to.includes('/') && globSync(to, { cwd: src }).length === 0 && !isPackage(/^/)(from),
    );
    expect(missing.filter(({ to }) => /^(?:i18n|styles|model|components|lessons|pages)\//.test(to)).map(named)).toEqual([]);
  });

  it('has no import that goes up', () => expect(wrong(edges, upward)).toEqual([]));
  it('draws with d3 only in charts and diagrams', () => expect(wrong(edges, d3Astray)).toEqual([]));
  it('reaches tfjs only behind the model', () => expect(wrong(edges, tensorFlowAstray)).toEqual([]));
  it('keeps the model free of React, d3 and interface strings', () => expect(wrong(edges, screenInModel)).toEqual([]));
  it('keeps the interface strings free of everything', () => expect(wrong(edges, bareI18n)).toEqual([]));

  it('keeps the worker out of what pages import', () => {
    const inWorker = edges.filter(({ to }) => to === 'model/worker/worker.ts').map(({ from }) => from);
    expect(inWorker).toEqual(['components/experiment/stores.ts']);
  });
});

describe('the guard itself', () => {
  const seen = (from: string, text: string) => edgesOf(from, text);
  it('reads every kind of import', () => {
    expect(
      seen(
        'model/a.ts',
        `import x from './b.ts';\nimport '../pages/c.ts';\nexport { y } from "d3";\nconst z = await import('../lessons/d.ts');
        // import e from './comment.ts';`,
      ).map(({ to }) => to),
    ).toEqual(['model/b.ts', 'pages/c.ts', 'd3', 'lessons/d.ts']);
  });
  it('refuses each forbidden edge', () => {
    const [up] = seen('components/charts/a.tsx', `import { lessons } from '../../lessons/index.ts';`);
    const [d3] = seen('components/controls/a.tsx', `import { scaleLinear } from 'd3';`);
    const [tf] = seen('components/charts/a.tsx', `import * as tf from '@tensorflow/tfjs-core';`);
    const [react] = seen('model/a.ts', `import { useState } from 'react';`);
    expect([up && upward(up), d3 && d3Astray(d3), tf && tensorFlowAstray(tf), react && screenInModel(react)]).toEqual([
      true,
      true,
      true,
      true,
    ]);
  });
});

it('shows the paths of this project', () => expect(relative(root, src)).toBe('src'));
