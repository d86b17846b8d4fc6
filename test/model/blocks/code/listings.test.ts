import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { keras } from '../../../../src/model/blocks/code/keras.ts';
import { type Line, textOf } from '../../../../src/model/blocks/code/listing.ts';
import { pytorch } from '../../../../src/model/blocks/code/pytorch.ts';
import { tensorflowjs } from '../../../../src/model/blocks/code/tensorflowjs.ts';
import { identityBlock } from '../../../../src/model/blocks/families.ts';
import { presets } from '../../../../src/model/blocks/presets.ts';
import { trace } from '../../../../src/model/blocks/trace.ts';
import { cases } from './cases.ts';

const root = fileURLToPath(new URL('../../../../', import.meta.url));
const reference = join(root, 'test', 'reference', 'code');
const writers = { mjs: tensorflowjs, 'keras.py': keras, 'torch.py': pytorch } as const;
const endings = ['mjs', 'keras.py', 'torch.py'] as const;

/** Writes the listings where imports find the packages of this project. */
const folder = mkdtempSync(join(tmpdir(), 'listings-'));
symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'dir');
afterAll(() => rmSync(folder, { recursive: true }));
function written(name: string, lines: readonly Line[]): string {
  const path = join(folder, name);
  writeFileSync(path, textOf(lines));
  return path;
}

describe('each listing', () => {
  const all = cases.flatMap((one) => endings.map((ending) => ({ ...one, ending, file: `${one.name}.${ending}` })));

  it('stands in test/reference/code, and nothing else does', () => {
    const stored = readdirSync(reference).filter((file) => file !== 'compare.py');
    expect(stored.toSorted()).toEqual(all.map(({ file }) => file).toSorted());
  });

  it.each(all)('$file is as it stands there, line by line', ({ graph, trace, ending, file }) => {
    const lines = writers[ending](graph, trace);
    expect(lines.map(({ text }) => text)).toEqual(readFileSync(join(reference, file), 'utf8').split('\n').slice(0, -1));
  });

  it.each(all)('$file tells which line makes which layer', ({ graph, trace, ending }) => {
    const lines = writers[ending](graph, trace);
    const named = new Set(lines.flatMap(({ layer }) => layer ?? []));
    expect([...named].toSorted()).toEqual(trace.layers.map(({ name }) => name).toSorted());
    // What names a layer in its text belongs to that layer.
    for (const { text, layer } of lines) {
      const [, said] = /(?:name[:=] ?|^ *\()["'](\w+)["']/.exec(text) ?? [];
      if (said && layer && named.has(said)) expect(layer).toBe(said);
    }
  });
});

describe('TensorFlow.js', () => {
  it('runs as it stands, and gives the parameters and shapes that were traced', () => {
    const files = cases.map(({ name, graph, trace }) => written(`${name}.mjs`, tensorflowjs(graph, trace)));
    const driver = `for (const file of ${JSON.stringify(files)}) {
      const { model } = await import(file);
      console.log('MODEL ' + JSON.stringify([model.countParams(), model.outputs[0].shape.slice(1)]));
    }`;
    const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', driver], { encoding: 'utf8' });
    const results = stdout.split('\n').filter((line) => line.startsWith('MODEL '));
    expect(
      results.map((line) => JSON.parse(line.slice(6))),
      stderr,
    ).toEqual(cases.map(({ trace: { trainable, fixed, output } }) => [trainable + fixed, output]));
    // The summary is printed too.
    expect(stdout).toContain('res3a_branch2a (Conv2D)');
  }, 60_000);
});

const python = spawnSync('python3', ['--version']).status === 0;
if (!python) console.info('python3 is not here: the Keras and PyTorch listings are compared, but not parsed.');

describe.skipIf(!python)('Python', () => {
  it('parses every listing, and those of all preset networks', () => {
    const networks = Object.entries(presets).map(([name, make]) => {
      const graph = make();
      return { name, graph, trace: trace(graph) };
    });
    const files = [...cases, ...networks].flatMap(({ name, graph, trace }) => [
      written(`${name}.keras.py`, keras(graph, trace)),
      written(`${name}.torch.py`, pytorch(graph, trace)),
    ]);
    const program = 'import ast, sys\nfor file in sys.argv[1:]: ast.parse(open(file, encoding="utf-8").read(), file)';
    const { status, stderr } = spawnSync('python3', ['-c', program, ...files], { encoding: 'utf8' });
    expect(stderr).toBe('');
    expect(status).toBe(0);
  }, 60_000);
});

describe('options', () => {
  it('writes the start that was asked for', () => {
    const block = identityBlock(3, [4, 4, 8], 2, 'b');
    const traced = trace(block, [6, 6, 8]);
    expect(textOf(tensorflowjs(block, traced, 'glorot'))).toContain("kernelInitializer = 'glorotUniform'");
    expect(textOf(keras(block, traced, 'glorot'))).toContain('kernel_initializer="glorot_uniform"');
    expect(textOf(pytorch(block, traced, 'glorot'))).toContain('xavier_uniform_');
    expect(textOf(pytorch(block, traced))).toContain('kaiming_normal_');
  });
  it('writes no code that cannot run', () => {
    const wide = identityBlock(3, [4, 4, 16], 2, 'b');
    for (const write of Object.values(writers)) {
      expect(() => write(wide, trace(wide, [6, 6, 8]))).toThrow('only equal shapes add');
    }
  });
});
