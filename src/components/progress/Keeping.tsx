/** Takes the progress out to a file, in from one, or away. What was just taken in or away can be had back. */
import { type ChangeEvent, useState } from 'react';
import { useLanguage } from '../prose/language.ts';
import { merge } from './changes.ts';
import { exportProgress, readFile } from './file.ts';
import { nothing, type Progress, version } from './progress.ts';
import { Reset } from './Reset.tsx';
import { progressStore, useProgress } from './useProgress.ts';

const words = {
  title: { en: 'Keep it, move it', zh: '保存与迁移' },
  export: { en: 'Export to a file', zh: '导出为文件' },
  exportText: {
    en: 'The file is small and readable. Take it to another browser, or keep it.',
    zh: '文件很小，内容一看就懂。可以带到另一个浏览器，也可以留作备份。',
  },
  import: { en: 'Import from a file', zh: '从文件导入' },
  ways: { en: 'What is here already', zh: '这里已有的进度' },
  merge: { en: 'stays, and what is new is added', zh: '保留，只添上新的' },
  replace: { en: 'is replaced by the file', zh: '换成文件里的' },
  undo: { en: 'Undo', zh: '撤销' },
  imported: {
    en: (name: string) => `“${name}” was taken in.`,
    zh: (name: string) => `已导入 ${name}。`,
  },
  unreadable: {
    en: (name: string) => `“${name}” holds no progress of this course, so nothing was changed.`,
    zh: (name: string) => `${name} 里没有本课程的进度，什么也没有改动。`,
  },
  newer: {
    en: (theirs: number) =>
      `This file was written by a newer version (format ${theirs}, this page knows ${version}); nothing was taken from it, and your progress is as it was.`,
    zh: (theirs: number) =>
      `这个文件由更新的版本写成（格式 ${theirs}，本页只认到 ${version}）；没有导入，原有的进度不变。`,
  },
  removed: { en: 'Your progress was removed from this browser.', zh: '这个浏览器里的进度已清除。' },
  restored: { en: 'Your progress is as it was before.', zh: '进度已恢复原样。' },
};

interface Outcome {
  readonly sentence: string;
  /** What was there before, where something was changed. */
  readonly before?: Progress;
}

export function Keeping() {
  const language = useLanguage();
  const state = useProgress();
  const [way, setWay] = useState<'merge' | 'replace'>('merge');
  const [outcome, setOutcome] = useState<Outcome>();

  const put = (next: (progress: Progress) => Progress, sentence: string) => {
    progressStore.change(next);
    setOutcome({ sentence, before: state.progress });
  };
  const take = async ({ currentTarget: input }: ChangeEvent<HTMLInputElement>) => {
    const file = input.files?.[0];
    if (!file) return;
    const reading = await readFile(file);
    // Otherwise the same file could not be chosen twice.
    input.value = '';
    if (reading.kind === 'unreadable') setOutcome({ sentence: words.unreadable[language](file.name) });
    else if (reading.kind === 'newer') setOutcome({ sentence: words.newer[language](reading.theirs) });
    else put(way === 'merge' ? merge(reading.progress) : () => reading.progress, words.imported[language](file.name));
  };
  const undo = (before: Progress) => {
    progressStore.change(() => before);
    setOutcome({ sentence: words.restored[language] });
  };

  return (
    <section id="keep" className="keeping" aria-labelledby="keep-title">
      <h2 id="keep-title">{words.title[language]}</h2>
      <div className="keeping-outcome" role="status">
        {outcome && (
          <p className="notice">
            {outcome.sentence}{' '}
            {outcome.before && (
              <button type="button" onClick={() => outcome.before && undo(outcome.before)}>
                {words.undo[language]}
              </button>
            )}
          </p>
        )}
      </div>
      <div className="keeping-part">
        <p>{words.exportText[language]}</p>
        <button type="button" onClick={() => exportProgress(state)}>
          {words.export[language]}
        </button>
      </div>
      <div className="keeping-part">
        <fieldset>
          <legend>{words.ways[language]}</legend>
          {(['merge', 'replace'] as const).map((each) => (
            <label key={each}>
              <input type="radio" name="import-way" checked={way === each} onChange={() => setWay(each)} />
              <span>{words[each][language]}</span>
            </label>
          ))}
        </fieldset>
        <label className="file-button">
          {words.import[language]}
          <input type="file" accept=".json,application/json" onChange={take} />
        </label>
      </div>
      <Reset onReset={() => put(() => nothing, words.removed[language])} />
    </section>
  );
}
