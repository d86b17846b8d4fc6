/** Says in a sentence that the progress is not kept, or not as the reader may think, and what can be done. */
import type { Language } from '../../i18n/language.ts';
import { useLanguage } from '../prose/language.ts';
import { exportProgress } from './file.ts';
import { version } from './progress.ts';
import type { Trouble as Kind } from './store.ts';
import { useProgress } from './useProgress.ts';

const sentences: Record<Language, (trouble: Kind) => string> = {
  en: (trouble) => {
    switch (trouble.kind) {
      case 'full':
        return 'Your progress could not be saved because the browser’s storage is full; it lasts until you close this page.';
      case 'denied':
        return 'This browser lets the page store nothing, so your progress lasts until you close this page.';
      case 'damaged':
        return 'The stored progress could not be read, so it was set aside and a new one begun; the lessons work as before.';
      case 'newer':
        return `Your progress was written by a newer version (format ${trouble.theirs}, this page knows ${version}); it opens read-only and is not overwritten.`;
    }
  },
  zh: (trouble) => {
    switch (trouble.kind) {
      case 'full':
        return '浏览器存储已满，学习进度没能保存，关闭页面前仍然有效。';
      case 'denied':
        return '浏览器不允许本页存储，学习进度没有保存，关闭页面前仍然有效。';
      case 'damaged':
        return '存下的进度读不出来，已另行保管，并从头记起；课程照常可用。';
      case 'newer':
        return `学习进度由更新的版本写成（格式 ${trouble.theirs}，本页只认到 ${version}）；以只读方式打开，不会覆盖。`;
    }
  },
};
const words = {
  export: { en: 'Export it', zh: '导出进度' },
  update: { en: 'Update', zh: '更新' },
};

export function Trouble() {
  const language = useLanguage();
  const state = useProgress();
  const { trouble } = state;
  return (
    <div role="status">
      {trouble && (
        <div className="notice" data-trouble={trouble.kind}>
          <p>{sentences[language](trouble)}</p>
          {(trouble.kind === 'full' || trouble.kind === 'denied') && (
            <button type="button" onClick={() => exportProgress(state)}>
              {words.export[language]}
            </button>
          )}
          {trouble.kind === 'newer' && (
            <button type="button" onClick={() => window.location.reload()}>
              {words.update[language]}
            </button>
          )}
        </div>
      )}
    </div>
  );
}
