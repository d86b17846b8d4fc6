import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { charts } from '../../src/i18n/strings/charts.ts';
import { errors } from '../../src/i18n/strings/errors.ts';
import { experiment } from '../../src/i18n/strings/experiment.ts';
import { fields } from '../../src/i18n/strings/fields.ts';
import { home } from '../../src/i18n/strings/home.ts';
import { laterCharts } from '../../src/i18n/strings/laterCharts.ts';
import { prose } from '../../src/i18n/strings/prose.ts';
import { shell } from '../../src/i18n/strings/shell.ts';
import * as bibliography from '../../src/lessons/bibliography.ts';
import { lessons } from '../../src/lessons/index.ts';
import { brokenParagraphs, chineseFaults, englishFaults, longEnglish, longSentences, proseOf } from './proseLint.ts';

const source = (file: string) => readFileSync(`src/lessons/${file}`, 'utf8');

/** Every string under a `zh` key, and every string of a tree that is Chinese as a whole. */
const chineseIn = (tree: unknown, inside = false): string[] =>
  typeof tree === 'string'
    ? inside
      ? [tree]
      : []
    : typeof tree === 'object' && tree !== null
      ? Object.entries(tree).flatMap(([key, value]) => chineseIn(value, inside || key === 'zh'))
      : [];

/** The strings under `zh` in the sources below a folder: words of live parts and figures, without what they fill in. */
function tablesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .flatMap((name) => [...readFileSync(`${folder}/${name}`, 'utf8').matchAll(/\bzh:\s*(?:'([^'\n]*)'|`([^`]*)`)/g)])
    .map(([, quoted, template]) => (quoted ?? template ?? '').replaceAll('\\n', ' ').replace(/ ?\$\{[^}]*\} ?/g, ''));
}

describe('the lint itself', () => {
  it.each([
    ['共3层', 'a space'],
    ['损失 2.3，', undefined],
    ['看 ，', 'no space beside'],
    ['损失,', 'full-width punctuation'],
    ['网络(普通)', 'full-width brackets'],
    ['太好了！', 'no exclamation'],
    ['约 -3', 'a minus sign'],
    ['10^4', 'powers'],
    ['我们看到', 'no word'],
    ['He 等人，2～50 层，占 83%。', undefined],
    ['“普通”指捷径系数为 0', undefined],
  ])('%s', (text, rule) => {
    const found = chineseFaults(text);
    if (rule) expect(found[0]).toMatch(rule);
    else expect(found).toEqual([]);
  });
  it('sees a paragraph broken over lines, and a long sentence', () => {
    expect(brokenParagraphs('网络加深，\n训练误差升高。')).toHaveLength(1);
    expect(brokenParagraphs('网络加深。\n\n训练误差升高。')).toEqual([]);
    expect(longSentences('深'.repeat(51))).toHaveLength(1);
  });
});

const folders = lessons.map(({ lesson: { number, slug } }) => `${String(number).padStart(2, '0')}-${slug}`);

describe.each(folders)('the Chinese of %s', (folder) => {
  const mdx = source(`${folder}/zh.mdx`);
  it('keeps to the typography and the dictionary', () => expect(chineseFaults(proseOf(mdx))).toEqual([]));
  it('has one paragraph a line', () => expect(brokenParagraphs(mdx)).toEqual([]));
  it('has no sentence over 50 characters', () => expect(longSentences(proseOf(mdx))).toEqual([]));
});

describe.each(folders)('the English of %s', (folder) => {
  // Quotations keep their authors' spelling.
  const text = proseOf(source(`${folder}/en.mdx`)).replace(/“[^”]*”/g, '“”');
  it('keeps to the words and marks of the house', () => expect(englishFaults(text)).toEqual([]));
  it('has no sentence over 30 words', () => expect(longEnglish(text)).toEqual([]));
});

describe('strings outside the prose', async () => {
  const claims = await Promise.all(lessons.map(async (entry) => (await entry.claims()).claims));
  const trees = [lessons.map(({ lesson }) => lesson), claims, Object.values(bibliography)];
  const chinese = [
    ...chineseIn(trees),
    ...[charts, laterCharts, errors, experiment, fields, home, prose, shell].flatMap((strings) =>
      chineseIn(strings).map((text) => text.replace(/<\/?\w+\/?>/g, '普通').replace(/ ?\{\{\w+\}\} ?/g, '')),
    ),
    ...tablesIn('src/lessons'),
    ...tablesIn('src/components'),
  ];
  it('are found', () => expect(chinese.length).toBeGreaterThan(600));
  it('keep to the same rules', () => expect(chinese.flatMap(chineseFaults)).toEqual([]));
});
