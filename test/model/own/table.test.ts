import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutTable } from '../../../src/components/charts/cutTable.ts';
import { faultSentence } from '../../../src/components/own/faults.ts';
import { classCounts, ownLimits } from '../../../src/model/data/ownData.ts';
import {
  longestTable,
  readTable,
  type Separator,
  separators,
  type TableFault,
} from '../../../src/model/data/ownTable.ts';

const read = (text: string, label?: number) => readTable(text, cutTable, label);
/** Twenty rows of two numbers and a class in turns. */
const rows = (count = 20, part: (i: number) => string = (i) => `${i},${-i / 4},${i % 2 ? 'b' : 'a'}`) =>
  Array.from({ length: count }, (_, i) => part(i));
const table = (...lines: readonly string[]) => lines.join('\n');
const first = (text: string): TableFault => {
  const { faults, data } = read(text);
  expect(data).toBeUndefined();
  const [fault] = faults;
  if (!fault) throw new Error('no fault was found');
  return fault;
};

describe('a table', () => {
  it('gives its numbers, its classes in order, and its names', () => {
    const { data, headed, separator } = read(table('height,width,kind', ...rows()));
    expect([headed, separator]).toEqual([true, ',']);
    expect(data?.columns).toEqual(['height', 'width']);
    expect(data?.classes).toEqual(['a', 'b']);
    expect([...(data?.inputs.slice(0, 6) ?? [])]).toEqual([0, 0, 1, -0.25, 2, -0.5]);
    expect([...(data?.labels.slice(0, 3) ?? [])]).toEqual([0, 1, 0]);
  });
  it('may do without names, begin with a mark of its encoding, end its lines as Windows does, and hold empty lines', () => {
    const { data, headed } = read(`\uFEFF\r\n${rows().join('\r\n\r\n')}\r\n,,\r\n\r\n`);
    expect(headed).toBe(false);
    expect(data?.columns).toEqual(['x1', 'x2']);
    expect(data?.labels).toHaveLength(20);
  });
  it('may have decimal commas where semicolons part the cells, and only there', () => {
    const { data, separator } = read(table('x;y;class', ...rows(20, (i) => `${i},5;-${i},25;${i % 2}`)));
    expect(separator).toBe(';');
    expect([...(data?.inputs.slice(2, 4) ?? [])]).toEqual([1.5, -1.25]);
    expect(first(table('x\ty\tclass', ...rows(20, (i) => `${i},5\t1\t${i % 2}`)))).toMatchObject({
      kind: 'not-number',
    });
  });
  it('may be tabs out of a spreadsheet, with separators, quotes and line ends inside quoted cells', () => {
    const tabs = read(table('x\ty\tclass', ...rows(20, (i) => `${i}\t1e-3\t${i % 2}`)));
    expect(tabs.separator).toBe('\t');
    const quoted = read(table('"x, left","y\n""up""",class', ...rows(20, (i) => `"${i}",2,"a;${i % 2}, b"`)));
    expect(quoted.data?.columns).toEqual(['x, left', 'y"up"']);
    expect(quoted.data?.classes).toEqual(['a;0, b', 'a;1, b']);
  });
  it('takes for the classes the column that is called so, else that of words, else the last; or the one it is told', () => {
    expect(read(table('Class,x,y', ...rows(20, (i) => `${i % 2},1,${i}`))).label).toBe(0);
    expect(read(table('x,who,y', ...rows(20, (i) => `1,${i % 2 ? 'me' : 'you'},${i}`))).label).toBe(1);
    const text = table('u,v,w', ...rows(20, (i) => `${i % 2},${i},${i % 3}`));
    expect(read(text)).toMatchObject({ label: 2, data: { classes: ['0', '1', '2'] } });
    expect(read(text, 0)).toMatchObject({ label: 0, data: { classes: ['0', '1'], columns: ['v', 'w'] } });
  });
  it('sorts classes that are numbers by their size', () => {
    expect(read(table(...rows(40, (i) => `${i},1,${[10, 9, 2, 1][i % 4]}`))).data?.classes).toEqual([
      '1',
      '2',
      '9',
      '10',
    ]);
  });
  it('shows nothing that cannot be seen, and no more of a name than fits', () => {
    const { data } = read(table(`${'long '.repeat(20)},a\u202Eb,class`, ...rows()));
    expect(data?.columns[0]).toHaveLength(ownLimits.name);
    expect(data?.columns[1]).toBe('ab');
  });
});

/** Every kind of fault, with a table that has it. */
const faulty: Record<TableFault['kind'], { readonly text: string; readonly fault: TableFault }> = {
  empty: { text: ' \n\n ', fault: { kind: 'empty' } },
  'not-text': { text: 'PK\u0003\0\0', fault: { kind: 'not-text' } },
  'too-long': {
    text: '1'.repeat(longestTable + 1),
    fault: { kind: 'too-long', found: longestTable + 1, most: longestTable },
  },
  'open-quote': { text: table(...rows(4), '1,"2,a', ...rows(20)), fault: { kind: 'open-quote', row: 5 } },
  ragged: {
    text: table('x,y,class', ...rows(), '1,2', ...rows(2)),
    fault: { kind: 'ragged', row: 22, found: 2, wanted: 3 },
  },
  missing: { text: table('x,y,class', '', ...rows(), '1,,a'), fault: { kind: 'missing', row: 23, column: 'y' } },
  'not-number': {
    text: table('x,y,class', ...rows(3), '1,<b>2</b>,a', ...rows()),
    fault: { kind: 'not-number', row: 5, column: 'y', text: '<b>2</b>' },
  },
  'too-large': {
    text: table(...rows(), '1e101,2,a'),
    fault: { kind: 'too-large', row: 21, column: 'x1', text: '1e101' },
  },
  'few-columns': { text: table(...rows(20, (i) => `${i},a`)), fault: { kind: 'few-columns', found: 1, least: 2 } },
  'many-columns': {
    text: table(...rows(20, (i) => `${'1,'.repeat(65)}${i % 2}`)),
    fault: { kind: 'many-columns', found: 65, most: 64 },
  },
  'few-rows': { text: table('x,y,class', ...rows(19)), fault: { kind: 'few-rows', found: 19, least: 20 } },
  'many-rows': { text: table(...rows(5001)), fault: { kind: 'many-rows', found: 5001, most: 5000 } },
  'many-numbers': {
    text: table(...rows(5000, (i) => `${'1,'.repeat(21)}${i % 2}`)),
    fault: { kind: 'many-numbers', found: 105_000, most: 100_000 },
  },
  'one-class': { text: table(...rows(20, (i) => `${i},1,only`)), fault: { kind: 'one-class', name: 'only' } },
  'many-classes': {
    text: table(...rows(44, (i) => `${i},1,${i % 11}`)),
    fault: { kind: 'many-classes', found: 11, most: 10 },
  },
  'rare-class': {
    text: table(...rows(), '1,2,rare', '1,2,rare', '1,2,rare'),
    fault: { kind: 'rare-class', name: 'rare', found: 3, least: 4 },
  },
};

describe('what is wrong with a table', () => {
  it.each(Object.values(faulty).map(({ text, fault }) => [fault.kind, text, fault] as const))(
    '%s',
    (_, text, fault) => {
      expect(first(text)).toEqual(fault);
      for (const language of ['en', 'zh'] as const) {
        const said = faultSentence(fault, language);
        expect(said).toMatch(/[.。？?]$/);
        expect(said).not.toMatch(/undefined|NaN|\[object/);
        for (const part of ['row', 'column', 'text', 'name'] as const) {
          if (part in fault) expect(said).toContain(String(Object.entries(fault).find(([key]) => key === part)?.[1]));
        }
      }
    },
  );
  it('is told for the first few places, and counted for the rest', () => {
    const { faults, more } = read(table('x,y,class', ...rows(30, () => '1,two,a')));
    expect(faults.map((fault) => 'row' in fault && fault.row)).toEqual([2, 3, 4, 5, 6, 7, 8, 9]);
    expect(more).toBe(22);
  });
  it('is never an exception, and whatever is taken keeps every limit', () => {
    const cell = fc.oneof(
      fc.string(),
      fc.integer().map(String),
      fc.double().map(String),
      fc.constantFrom('', 'a', '"', '\r'),
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 400 }),
      fc
        .tuple(fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 40 }), fc.constantFrom(...separators))
        .map(([lines, separator]) => lines.map((line) => line.join(separator)).join('\n')),
    );
    fc.assert(
      fc.property(text, fc.option(fc.nat(8), { nil: undefined }), (given, label) => {
        const { data, faults } = read(given, label);
        expect(data === undefined).toBe(faults.length > 0);
        if (data) expect(classCounts(data).every((count) => count >= ownLimits.perClass)).toBe(true);
        for (const fault of faults) expect(faultSentence(fault, 'en')).not.toBe('');
      }),
      { numRuns: 1000 },
    );
  });
  it('is nothing where numbers, names and separators are as they should be', () => {
    const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
    const shape = fc.record({
      width: fc.integer({ min: 2, max: 8 }),
      count: fc.integer({ min: 20, max: 60 }),
      kinds: fc.integer({ min: 2, max: 5 }),
      separator: fc.constantFrom<Separator>(...separators),
      headed: fc.boolean(),
      end: fc.constantFrom('\n', '\r\n'),
      name: fc.string({ minLength: 1 }).filter((text) => /\p{L}/u.test(text)),
    });
    fc.assert(
      fc.property(shape, fc.infiniteStream(fc.double({ min: -1e90, max: 1e90, noNaN: true })), (made, stream) => {
        const { width, count, kinds, separator, headed, end, name } = made;
        const numbers = Array.from({ length: count }, () => Array.from({ length: width }, () => stream.next().value));
        const lines = numbers.map((row, i) => [...row.map(String), quoted(`${name} ${i % kinds}`)].join(separator));
        const names = Array.from({ length: width }, (_, i) => `column${'abcdefgh'[i]}`);
        const text = [...(headed ? [[...names, 'class'].join(separator)] : []), ...lines].join(end);
        const { data, label } = read(text);
        expect(label).toBe(width);
        expect([...(data?.inputs ?? [])]).toEqual(numbers.flat().map((value) => value + 0));
        expect(data?.labels).toEqual(Uint8Array.from({ length: count }, (_, i) => i % kinds));
        if (headed) expect(data?.columns).toEqual(names);
      }),
      { numRuns: 200 },
    );
  });
});
