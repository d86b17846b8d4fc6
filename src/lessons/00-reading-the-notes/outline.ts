/** What lists and the head of the page say of this lesson. */
import type { Outline } from '../lesson.ts';

export const outline: Outline = {
  id: 'reading-the-notes',
  number: 0,
  slug: 'reading-the-notes',
  minutes: 15,
  title: { en: 'Reading the notes', zh: '读笔记' },
  goal: {
    en: 'After this lesson you have taken a stand on every statement of a page of study notes, and you can tell which kind of evidence would decide each of them.',
    zh: '学完这一课，你已经对一页学习笔记里的每句话表过态，也能说出每句话要靠哪种证据来判定。',
  },
  needs: {
    en: 'no prerequisites beyond the chain rule',
    zh: '懂链式法则即可',
  },
  description: {
    en: 'Mark every statement of the study notes behind this course as true or not, and see the verdicts with the lessons that test them.',
    zh: '逐条判断本课程所依据的学习笔记：成立，还是不成立；再看判定，以及检验它的那一课。',
  },
};
