/** Lines to copy that show this experiment on another page, with the controls that the reader keeps. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Experiment, FieldName } from '../../model/experiment.ts';
import { printAddress } from '../../model/permalink.ts';
import { Dialog } from '../present/Dialog.tsx';
import { useLanguage } from '../prose/language.ts';
import { useMode } from '../shell/mode.ts';
import { snippetOf } from './snippet.ts';

const words = {
  open: { en: 'Show it on another page', zh: '嵌入别的网页' },
  title: { en: 'Embed this experiment', zh: '嵌入这个实验' },
  says: {
    en: 'Paste these lines into the page. The frame takes the height that the experiment needs; nothing that readers do in it is kept.',
    zh: '把下面几行粘贴到网页里。框的高度随实验自动调整；读者在里面的操作不会存下来。',
  },
  keep: { en: 'Controls to show', zh: '显示哪些控件' },
  preset: { en: 'Preset', zh: '预设' },
  lines: { en: 'Lines for the page', zh: '网页代码' },
  copy: { en: 'Copy', zh: '复制' },
  copied: { en: 'Copied.', zh: '已复制。' },
  select: {
    en: 'Copying is blocked here; the lines are selected, copy them by key.',
    zh: '这里不允许复制；已选中全部代码，可用按键复制。',
  },
};

interface EmbedButtonProps {
  /** Id of the live part. */
  readonly part: string;
  readonly experiment: Experiment;
  readonly controls: readonly FieldName[];
  /** Whether it has presets to choose from. */
  readonly presets?: boolean;
}

function Snippet({
  part,
  experiment,
  controls,
  presets = true,
  onClose,
}: EmbedButtonProps & { readonly onClose: () => void }) {
  const { t } = useTranslation('fields');
  const language = useLanguage();
  const all = [...(presets ? ['preset'] : []), ...controls];
  const [kept, setKept] = useState<readonly string[]>(all);
  const [said, setSaid] = useState('');
  const { origin, pathname } = window.location;
  const text = snippetOf({
    page: origin + pathname,
    part,
    query: printAddress(experiment),
    ...(kept.length < all.length && { controls: kept }),
    title: document.querySelector('h1')?.textContent?.trim() ?? document.title,
  });
  const toggle = (name: string, on: boolean) => {
    setSaid('');
    setKept(all.filter((one) => (one === name ? on : kept.includes(one))));
  };
  const copy = async (area: HTMLTextAreaElement | null) => {
    try {
      await navigator.clipboard.writeText(text);
      setSaid(words.copied[language]);
    } catch {
      area?.select();
      setSaid(words.select[language]);
    }
  };
  const nameOf = (name: string) => controls.find((one) => one === name);
  return (
    <Dialog title={words.title[language]} className="embedding" onClose={onClose}>
      <p>{words.says[language]}</p>
      <fieldset>
        <legend>{words.keep[language]}</legend>
        {all.map((name) => {
          const field = nameOf(name);
          return (
            <label key={name}>
              <input
                type="checkbox"
                checked={kept.includes(name)}
                onChange={({ target }) => toggle(name, target.checked)}
              />
              <span>{field ? t(field) : words.preset[language]}</span>
            </label>
          );
        })}
      </fieldset>
      <textarea
        readOnly
        rows={9}
        aria-label={words.lines[language]}
        value={text}
        onFocus={({ target }) => target.select()}
      />
      <p>
        <button
          type="button"
          className="primary"
          onClick={({ currentTarget }) => copy(currentTarget.closest('dialog')?.querySelector('textarea') ?? null)}
        >
          {words.copy[language]}
        </button>{' '}
        <span role="status">{said}</span>
      </p>
    </Dialog>
  );
}

export function EmbedButton(props: EmbedButtonProps) {
  const language = useLanguage();
  const [open, setOpen] = useState(false);
  if (useMode().kind === 'embed') return null;
  return (
    <p className="copy-link needs-script">
      <button type="button" className="quiet" onClick={() => setOpen(true)}>
        {words.open[language]}
      </button>
      {open && <Snippet {...props} onClose={() => setOpen(false)} />}
    </p>
  );
}
