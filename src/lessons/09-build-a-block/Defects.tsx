/** An exercise: mark the lines of the notes' code that you would not sign, then see what a reviewer says of them. */
import { useId, useState } from 'react';
import type { Bilingual } from '../../components/prose/LessonState.tsx';
import { useLanguage } from '../../components/prose/language.ts';
import { Clones } from './Clones.tsx';
import { review, tally, type Weight } from './defects.ts';

const words = {
  name: { en: 'The notes’ code, to be reviewed', zh: '待审的笔记代码' },
  ask: { en: 'Which lines would you not sign?', zh: '哪几行你不肯签字？' },
  check: { en: 'Check', zh: '对答案' },
  show: { en: 'Show the others', zh: '看其余的' },
  again: { en: 'Start over', zh: '重来' },
  idle: { en: 'Mark a line, or several.', zh: '标一行，或者几行。' },
  tally: {
    en: '{found} of the {due} lines that need a change. Beside them marked: {remarks} worth a remark, {sound} in order.',
    zh: '该改的 {due} 行，找到 {found} 行。另外标了 {remarks} 行值得一提的，{sound} 行没有毛病的。',
  },
} satisfies Record<string, Bilingual>;
const verdicts: Readonly<Record<Weight, Bilingual>> = {
  fault: { en: 'a fault', zh: '错误' },
  choice: { en: 'a choice at odds with the text', zh: '与正文不合' },
  minor: { en: 'worth a remark', zh: '值得一提' },
  none: { en: 'in order', zh: '没有毛病' },
};

export function Defects({ id }: { readonly id: string }) {
  const language = useLanguage();
  const group = useId();
  const say = (key: keyof typeof words) => words[key][language];
  const [marked, setMarked] = useState<ReadonlySet<number>>(new Set());
  const [checked, setChecked] = useState<'no' | 'marked' | 'all'>('no');
  const counts = tally(marked);
  const toggle = (index: number) => {
    const next = new Set(marked);
    if (!next.delete(index)) next.add(index);
    setMarked(next);
  };
  const result = words.tally[language].replace(/\{(\w+)\}/g, (_, key: string) => String({ ...counts }[key] ?? ''));
  return (
    <section
      className="experiment defects"
      id={id}
      data-status={checked === 'no' ? 'idle' : 'done'}
      data-step={marked.size}
      aria-label={say('name')}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (marked.size > 0) setChecked('marked');
        }}
      >
        <fieldset>
          <legend>{say('ask')}</legend>
          {review.map(({ text, weight, says }, index) => {
            const told = checked === 'all' || (checked === 'marked' && marked.has(index));
            return (
              <div key={text + String(index)} className="defect" data-weight={told ? weight : undefined}>
                <label>
                  <input
                    type="checkbox"
                    checked={marked.has(index)}
                    aria-describedby={told ? `${group}-${index}` : undefined}
                    onChange={() => toggle(index)}
                  />
                  <code>{text}</code>
                </label>
                <div aria-live="polite">
                  {told && (
                    <p id={`${group}-${index}`} className="defect-says">
                      <strong>{verdicts[weight][language]}</strong> {says[language]}
                    </p>
                  )}
                </div>
              </div>
            );
          })}
        </fieldset>
        <p className="run-status" role="status">
          {checked === 'no' ? say('idle') : result}
        </p>
        <div className="run-controls">
          <button type="submit" className="primary" aria-disabled={marked.size === 0}>
            {say('check')}
          </button>
          <button type="button" disabled={checked === 'no' || checked === 'all'} onClick={() => setChecked('all')}>
            {say('show')}
          </button>
          <button
            type="button"
            disabled={marked.size === 0 && checked === 'no'}
            onClick={() => {
              setMarked(new Set());
              setChecked('no');
            }}
          >
            {say('again')}
          </button>
        </div>
      </form>
      {checked !== 'no' && <Clones />}
    </section>
  );
}
