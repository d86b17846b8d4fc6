/** What the list of statements and the score say. */
import type { Bilingual } from '../../components/prose/LessonState.tsx';
import type { Statement, Verdict } from './statement.ts';

export const verdictWords = {
  right: { en: 'right', zh: '对' },
  partly: { en: 'partly right', zh: '部分对' },
  wrong: { en: 'wrong', zh: '错' },
} satisfies Record<Verdict, Bilingual>;

export const partWords: Readonly<Record<Statement['part'], Bilingual>> = {
  0: { en: 'Opening', zh: '开头' },
  1: { en: '(1) The formula', zh: '(1) 公式' },
  2: { en: '(2) The purpose', zh: '(2) 目的' },
  3: { en: '(3) Why a shortcut', zh: '(3) 为什么要捷径' },
  4: { en: '(4) The problem solved', zh: '(4) 解决的问题' },
  5: { en: '(5) How to build it', zh: '(5) 怎样搭建' },
};

export const words = {
  label: { en: 'The statements of the notes, to be marked', zh: '笔记中的说法，逐条判断' },
  holds: { en: 'holds', zh: '成立' },
  holdsNot: { en: 'does not hold', zh: '不成立' },
  verdict: { en: 'Verdict', zh: '判定' },
  tested: { en: 'Put to the test in', zh: '检验见' },
  lesson: { en: 'lesson {{number}}, {{title}}', zh: '第 {{number}} 课“{{title}}”' },

  tallyLabel: { en: 'What became of the statements', zh: '各条说法的判定' },
  tally: {
    en: 'Of {{all}} statements, {{right}} are right as they stand, {{partly}} are partly right and {{wrong}} are wrong.',
    zh: '{{all}} 条说法里，{{right}} 条照原样就对，{{partly}} 条部分对，{{wrong}} 条错。',
  },
  tallyWaits: {
    en: 'The verdicts are counted here once your answer is locked.',
    zh: '锁定答案后，这里会数出各种判定有多少条。',
  },
  count: { en: 'Count the verdicts', zh: '数一数判定' },

  score: { en: 'Your marks and the verdicts', zh: '你的判断与判定' },
  nothing: { en: 'You have not marked any statement of the notes yet.', zh: '笔记里的说法，你还没有判断过。' },
  begin: { en: 'Mark them now', zh: '现在就去判断' },
  goOn: { en: 'Go on marking', zh: '接着判断' },
  again: { en: 'Look at them again', zh: '再看一遍' },
  marked: { en: 'Marked', zh: '已判断' },
  agreeing: { en: 'Agreeing with the verdict', zh: '与判定一致' },
  atFirst: { en: 'Agreeing at first marking', zh: '初次判断时一致' },
  changed: { en: 'Marks changed since', zh: '后来改过的' },
  neither: { en: 'Partly right, so counting neither way', zh: '部分对，两边都不算' },
  outOf: { en: '{{some}} of {{all}}', zh: '{{some}} / {{all}}' },
  clear: { en: 'Clear my marks', zh: '清除我的判断' },
  sure: {
    en: 'All your marks, the first ones included, are removed from this browser. Remove them?',
    zh: '你的全部判断，连同初次的那份，都会从这个浏览器里删除。确定删除吗？',
  },
  yes: { en: 'Remove', zh: '删除' },
  no: { en: 'Keep them', zh: '保留' },
} satisfies Record<string, Bilingual>;

/** Puts values in the places of a sentence. */
export const filled = (sentence: string, values: Readonly<Record<string, string | number>>): string =>
  sentence.replace(/\{\{(\w+)\}\}/g, (place, name: string) => String(values[name] ?? place));
