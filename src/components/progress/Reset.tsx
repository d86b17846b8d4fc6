/** Takes the progress away, after asking once. */
import { useEffect, useRef, useState } from 'react';
import { useLanguage } from '../prose/language.ts';

const words = {
  reset: { en: 'Remove my progress …', zh: '清除进度……' },
  question: {
    en: 'Predictions, quiz answers, marks and places are removed from this browser. Remove them?',
    zh: '预测、测验答案、判断和阅读位置都会从这个浏览器里清除。要清除吗？',
  },
  yes: { en: 'Remove all', zh: '全部清除' },
  no: { en: 'Keep all', zh: '保留' },
};

export function Reset({ onReset }: { readonly onReset: () => void }) {
  const language = useLanguage();
  const [asking, setAsking] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const careful = useRef<HTMLButtonElement>(null);
  const asked = useRef(false);
  // The focus goes to the answer that changes nothing, and afterwards back to where it came from.
  useEffect(() => {
    if (asking) careful.current?.focus();
    else if (asked.current) opener.current?.focus();
    asked.current = asking;
  }, [asking]);
  return (
    <div className="keeping-part">
      {!asking && (
        <button type="button" ref={opener} onClick={() => setAsking(true)}>
          {words.reset[language]}
        </button>
      )}
      {asking && (
        <div role="alertdialog" aria-labelledby="reset-question" className="notice">
          <p id="reset-question">{words.question[language]}</p>
          <button type="button" ref={careful} onClick={() => setAsking(false)}>
            {words.no[language]}
          </button>{' '}
          <button
            type="button"
            onClick={() => {
              setAsking(false);
              onReset();
            }}
          >
            {words.yes[language]}
          </button>
        </div>
      )}
    </div>
  );
}
