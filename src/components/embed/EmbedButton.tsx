/** Lines to copy that show this experiment on another page, with the controls that the reader keeps. */
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldName } from '../../model/experiment.ts';
import { Dialog } from '../present/Dialog.tsx';
import { useLanguage } from '../prose/language.ts';
import { useMode } from '../shell/mode.ts';
import { pageAddress, snippetOf } from './snippet.ts';

const words = {
  open: { en: 'Show it on another page', zh: '嵌入别的网页' },
  title: { en: 'Embed this experiment', zh: '嵌入这个实验' },
  says: {
    en: 'Paste these lines into the page. The frame takes the height that the experiment needs; nothing that readers do in it is kept.',
    zh: '把下面几行粘贴到网页里。框的高度随实验自动调整；读者在里面的操作不会存下来。',
  },
  keep: { en: 'Controls to show', zh: '显示哪些控件' },
  preset: { en: 'Preset', zh: '预设' },
  measure: { en: 'What is measured', zh: '测量什么' },
  lines: { en: 'Lines for the page', zh: '网页代码' },
  page: { en: 'Link to this page with these controls', zh: '本页的链接，只留这些控件' },
  copyPage: { en: 'Copy the link', zh: '复制链接' },
  copy: { en: 'Copy', zh: '复制' },
  copied: { en: 'Copied.', zh: '已复制。' },
  select: {
    en: 'Copying is blocked here; the text is selected, copy it by key.',
    zh: '这里不允许复制；文字已选中，可用按键复制。',
  },
};

/** A control that is no field of the experiment. */
type OtherControl = 'preset' | 'measure';

export interface EmbedButtonProps {
  /** Id of the live part. */
  readonly part: string;
  /** What it trains and shows, as a query; left out where `preset` says it. */
  readonly query?: string;
  /** The preset that a sweep begins with. */
  readonly preset?: string;
  readonly controls?: readonly FieldName[];
  /** Its controls that are no fields. */
  readonly others?: readonly OtherControl[];
}
const noFields: readonly FieldName[] = [];
const presetOnly: readonly OtherControl[] = ['preset'];

function Snippet({
  part,
  query = '',
  preset,
  controls = noFields,
  others = presetOnly,
  onClose,
}: EmbedButtonProps & { readonly onClose: () => void }) {
  const { t } = useTranslation('fields');
  const language = useLanguage();
  const all: readonly (OtherControl | FieldName)[] = [...others, ...controls];
  const [kept, setKept] = useState(all);
  const [said, setSaid] = useState('');
  const pageId = useId();
  const { origin, pathname } = window.location;
  const wanted = {
    page: origin + pathname,
    part,
    query,
    ...(preset && { preset }),
    ...(kept.length < all.length && { controls: kept }),
  };
  const text = snippetOf({
    ...wanted,
    title: document.querySelector('h1')?.textContent?.trim() ?? document.title,
  });
  const toggle = (name: string, on: boolean) => {
    setSaid('');
    setKept(all.filter((one) => (one === name ? on : kept.includes(one))));
  };
  const copy = async (area: HTMLTextAreaElement | null | undefined) => {
    try {
      await navigator.clipboard.writeText(area?.value ?? text);
      setSaid(words.copied[language]);
    } catch {
      area?.select();
      setSaid(words.select[language]);
    }
  };
  const nameOf = (name: OtherControl | FieldName) =>
    name === 'preset' || name === 'measure' ? words[name][language] : t(name);
  return (
    <Dialog title={words.title[language]} className="embedding" onClose={onClose}>
      <p>{words.says[language]}</p>
      <fieldset>
        <legend>{words.keep[language]}</legend>
        {all.map((name) => (
          <label key={name}>
            <input
              type="checkbox"
              checked={kept.includes(name)}
              onChange={({ target }) => toggle(name, target.checked)}
            />
            <span>{nameOf(name)}</span>
          </label>
        ))}
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
          onClick={({ currentTarget }) => copy(currentTarget.closest('dialog')?.querySelector('textarea'))}
        >
          {words.copy[language]}
        </button>{' '}
        <span role="status">{said}</span>
      </p>
      {controls.length > 0 && (
        <>
          <p id={pageId}>{words.page[language]}</p>
          <textarea
            readOnly
            rows={3}
            aria-labelledby={pageId}
            value={pageAddress(wanted)}
            onFocus={({ target }) => target.select()}
          />
          <p>
            <button
              type="button"
              onClick={({ currentTarget }) => copy(currentTarget.closest('dialog')?.querySelectorAll('textarea')[1])}
            >
              {words.copyPage[language]}
            </button>
          </p>
        </>
      )}
    </Dialog>
  );
}

export function EmbedButton(props: EmbedButtonProps) {
  const language = useLanguage();
  const [open, setOpen] = useState(false);
  if (useMode().kind === 'embed') return null;
  return (
    <div className="copy-link needs-script">
      <button type="button" className="quiet" onClick={() => setOpen(true)}>
        {words.open[language]}
      </button>
      {open && <Snippet {...props} onClose={() => setOpen(false)} />}
    </div>
  );
}
