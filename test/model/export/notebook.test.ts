import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { headless } from '../../../scripts/headless.ts';
import { notebookWords } from '../../../src/components/export/notebookWords.ts';
import { type Arithmetic, arithmeticOf } from '../../../src/model/engine/arithmetic.ts';
import { defaultExperiment, type Experiment } from '../../../src/model/experiment.ts';
import { notebook } from '../../../src/model/export/notebook.ts';
import { agreementOf, type Rounding } from '../../../src/model/export/rounding.ts';
import { anyPython, pythonWithTorch, unlessTorch } from './python.ts';

const experiment: Experiment = { ...defaultExperiment, dataset: 'spiral', depth: 4, width: 6, steps: 5, seeds: [2] };
const link = 'https://course.example/en/?v=1&data=spiral';
const data = 'https://course.example/data/fashion14.bin';
interface Notebook {
  readonly cells: readonly Record<string, unknown>[];
  readonly metadata: Record<string, unknown>;
  readonly nbformat: number;
  readonly nbformat_minor: number;
}
const read = (text: string): Notebook => JSON.parse(text);
const sourceOf = (cell: Record<string, unknown>): string => (Array.isArray(cell.source) ? cell.source.join('') : '');

describe.each(['en', 'zh'] as const)('the notebook in %s', (language) => {
  const book = read(notebook(experiment, { link, data }, notebookWords(language)));

  it('is nbformat 4.5: every cell has what its kind must have, and nothing more', () => {
    expect([book.nbformat, book.nbformat_minor]).toEqual([4, 5]);
    expect(Object.keys(book).toSorted()).toEqual(['cells', 'metadata', 'nbformat', 'nbformat_minor']);
    expect(book.metadata.kernelspec).toEqual({ display_name: 'Python 3', language: 'python', name: 'python3' });
    for (const cell of book.cells) {
      expect(cell.id).toMatch(/^[\w-]{1,64}$/);
      expect(cell.metadata).toEqual({});
      const kind = cell.cell_type === 'code' ? ['execution_count', 'outputs'] : [];
      expect(['code', 'markdown']).toContain(cell.cell_type);
      expect(Object.keys(cell).toSorted()).toEqual(['cell_type', ...kind, 'id', 'metadata', 'source'].toSorted());
      if (cell.cell_type === 'code') expect([cell.execution_count, cell.outputs]).toEqual([null, []]);
      const lines: unknown = cell.source;
      if (!Array.isArray(lines) || lines.length === 0) throw new Error('a cell says nothing');
      for (const line of lines.slice(0, -1)) expect(line).toMatch(/^[^\n]*\n$/);
      expect(lines.at(-1)).toMatch(/^[^\n]+$/);
    }
    expect(new Set(book.cells.map(({ id }) => id)).size).toBe(book.cells.length);
  });

  it('says where the experiment is, and where its images are, if it has any', () => {
    expect(sourceOf(book.cells[0] ?? {})).toContain(`<${link}>`);
    expect(sourceOf(book.cells[0] ?? {})).not.toContain('fashion14');
    const images = read(notebook(defaultExperiment, { link, data }, notebookWords(language)));
    expect(sourceOf(images.cells[0] ?? {})).toContain(`<${data}>`);
  });

  it('says how closely it is the page: each in words of its own', () => {
    const words = notebookWords(language);
    const said = (rounding: Rounding | Arithmetic) =>
      sourceOf(read(notebook(experiment, { link, data }, words, undefined, rounding)).cells[0] ?? {});
    const steady: Rounding = { seeds: [2], apart: [1e-6, 1e-6], arithmetic: 'once' };
    const growing: Rounding = { ...steady, apart: [1e-6, 0.003] };
    const found = ['once', steady, growing] as const;
    for (const rounding of found) expect(said(rounding)).toContain(words.closeness(agreementOf(rounding)));
    expect(new Set(found.map(said)).size).toBe(found.length);
    expect(said(growing)).toContain(language === 'zh' ? '第 2 个 3\u00a0×\u00a010⁻³' : '3\u00a0×\u00a010⁻³ (arm 2)');
    expect(said(growing)).toContain(language === 'zh' ? '按网页的运算次序' : 'page’s own order of operations');
  });
});

const code = (rounding: Rounding): string => {
  const { cells } = read(notebook(experiment, { link, data }, notebookWords('en'), undefined, rounding));
  return cells
    .filter(({ cell_type, id }) => cell_type === 'code' && id !== 'plot')
    .map(sourceOf)
    .join('\n\n');
};

it.skipIf(!anyPython)('is Python in every code cell', () => {
  const check = `import ast, json, sys
for cell in json.load(sys.stdin)["cells"]:
    if cell["cell_type"] == "code":
        ast.parse("".join(cell["source"]))`;
  const input = notebook(experiment, { link, data }, notebookWords('zh'));
  const { status, stderr } = spawnSync(anyPython ?? '', ['-c', check], { input, encoding: 'utf8' });
  expect(status, stderr).toBe(0);
});

describe.skipIf(!pythonWithTorch)(`its cells, run in order${unlessTorch}`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'notebook-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  it('give the losses of our engine, and of the arm in which rounding grows bit by bit', async () => {
    const text = code({ seeds: [2], apart: [1e-6, 0.003], arithmetic: arithmeticOf() });
    const input = `${text}\n\nprint("losses", *[repr(row["loss"]) for row in rows])\n`;
    const run = spawnSync(pythonWithTorch ?? '', ['-'], { input, encoding: 'utf8', cwd: folder });
    expect(run.status, run.stderr).toBe(0);
    const losses = run.stdout.trim().split('\n').at(-1)?.split(' ').slice(1).map(Number) ?? [];
    const { arms } = await (await headless()).run(experiment);
    const ours = arms.flatMap(({ layout, seeds }) =>
      seeds.flatMap(({ rows, steps }) =>
        Array.from({ length: steps }, (_, i) => rows[i * layout.stride] ?? Number.NaN),
      ),
    );
    expect(losses.length).toBe(10);
    for (const [i, loss] of losses.entries()) expect(Math.abs(loss - (ours[i] ?? Number.NaN))).toBeLessThan(1e-4);
    expect(losses.slice(5)).toEqual(ours.slice(5));
  }, 60_000);
});
