/** Says that the link of a page hides controls, and brings them back; everything else stays as it is. */

import { useLanguage } from '../prose/language.ts';
import { experimentQuery, useMode } from '../shell/mode.ts';
import { useNamedControls } from './useShownControls.ts';

const words = {
  says: { en: 'This link shows some of the controls only.', zh: '这个链接只留了部分控件。' },
  all: { en: 'Show all', zh: '全部显示' },
};

export function HiddenControls() {
  const language = useLanguage();
  const { kind } = useMode();
  const named = useNamedControls();
  if (kind !== 'page' || !named) return null;
  const reload = () => {
    const query = experimentQuery(window.location.search);
    window.location.assign(window.location.pathname + (query && `?${query}`));
  };
  return (
    <p className="hint">
      {words.says[language]}{' '}
      <button type="button" className="quiet" onClick={reload}>
        {words.all[language]}
      </button>
    </p>
  );
}
