import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { prose } from '../../src/i18n/strings/prose.ts';
import { claims } from '../../src/lessons/02-degradation/claims.ts';
import { table2, table6 } from '../../src/lessons/02-degradation/papers.ts';
import * as bibliography from '../../src/lessons/bibliography.ts';
import { lessons } from '../../src/lessons/index.ts';
import { brokenParagraphs, chineseFaults, longSentences, proseOf } from './chineseLint.ts';

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

describe.each(['02-degradation/zh.mdx'])('%s', (file) => {
  const mdx = source(file);
  it('keeps to the typography and the dictionary', () => expect(chineseFaults(proseOf(mdx))).toEqual([]));
  it('has one paragraph a line', () => expect(brokenParagraphs(mdx)).toEqual([]));
  it('has no sentence over 50 characters', () => expect(longSentences(proseOf(mdx))).toEqual([]));
});

describe('Chinese strings outside the prose', () => {
  const strings = [
    ...chineseIn(lessons.map(({ lesson }) => lesson)),
    ...chineseIn(claims),
    ...chineseIn([table2, table6]),
    ...chineseIn(Object.values(bibliography)),
    ...chineseIn(prose).map((text) => text.replace(/\{\{\w+\}\}/g, '5')),
  ];
  it('are found', () => expect(strings.length).toBeGreaterThan(60));
  it('keep to the same rules', () => expect(strings.flatMap(chineseFaults)).toEqual([]));
});

describe.each(['02-degradation/en.mdx'])('%s', (file) => {
  const text = proseOf(source(file));
  it('uses none of the banned words', () => {
    const banned = /\b(?:simply|just|obviously|easy|easily|powerful|of course|we|our|let's|please|sorry)\b/gi;
    expect(text.match(banned) ?? []).toEqual([]);
  });
  it('has no sentence over 30 words', () => {
    const long = text.split(/[.?!](?=\s)|\n/).filter((sentence) => sentence.trim().split(/\s+/).length > 30);
    expect(long).toEqual([]);
  });
});
