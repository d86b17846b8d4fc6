/** A lesson on one sheet of paper: its goal, its equations, its figure, and the questions without their answers. */
import { useEffect } from 'react';
import { useLanguage } from '../prose/language.ts';
import { isolate } from '../shell/isolate.ts';

const words = {
  print: { en: 'Print this handout', zh: '打印讲义' },
  back: { en: 'Back to the lesson', zh: '回到课文' },
  says: {
    en: 'One A4 sheet: goal, equations, figure and questions, without the answers.',
    zh: '一张 A4 纸：目标、公式、图和测验题，不含答案。',
  },
};

const parts = '.lesson-header, figure.equation, .figure, .quiz, .handout-tools';

export function Handout() {
  const language = useLanguage();
  useEffect(() => isolate('handout', () => [...document.querySelectorAll(`.lesson :is(${parts})`)]), []);
  return (
    <div className="handout-tools">
      <p>{words.says[language]}</p>
      <button type="button" className="primary" onClick={() => window.print()}>
        {words.print[language]}
      </button>{' '}
      <a href={typeof window === 'undefined' ? undefined : window.location.pathname}>{words.back[language]}</a>
    </div>
  );
}
