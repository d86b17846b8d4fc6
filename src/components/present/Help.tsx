/** What the keys do, and what the speaker may set: single keys, freezing, the answers of this talk. */
import { useState } from 'react';
import { setFreezeLimit, useFreezeLimit } from '../experiment/freeze.ts';
import { nothing } from '../progress/progress.ts';
import { progressStore } from '../progress/useProgress.ts';
import { useLanguage } from '../prose/language.ts';
import { freezeOf, freezeRange } from '../shell/mode.ts';
import { Dialog } from './Dialog.tsx';
import { type Act, letters } from './keys.ts';
import { chooseSingleKeys, useSingleKeys } from './preferences.ts';
import { words } from './words.ts';

const listed: readonly (Act | 'answer')[] = [
  'next',
  'previous',
  'first',
  'last',
  'run',
  'reset',
  'predict',
  'answer',
  'enlarge',
  'rest',
  'blank',
  'fullscreen',
  'overview',
  'notes',
  'speaker',
  'help',
  'leave',
];
const named: Readonly<Record<string, string>> = words.keys;
const keysOf = (act: Act | 'answer'): readonly string[] =>
  named[act]?.split(/ (?!–|\d)/) ??
  Object.entries(letters)
    .filter(([, meant]) => meant === act)
    .map(([key]) => key);

/** Writes the limit into the address too, so that a link to the talk carries it. */
function keepLimit(seconds: number | undefined): void {
  setFreezeLimit(seconds);
  const { pathname, search, hash } = window.location;
  const pairs = search
    .slice(1)
    .split('&')
    .filter((pair) => pair && !pair.startsWith('freeze='));
  const query = [...pairs, ...(seconds === undefined ? [] : [`freeze=${seconds}`])].join('&');
  window.history.replaceState(window.history.state, '', `${pathname}?${query}${hash}`);
}

function Freeze() {
  const language = useLanguage();
  const limit = useFreezeLimit();
  const [draft, setDraft] = useState<string>();
  const [remark, setRemark] = useState('');
  const commit = () => {
    if (draft === undefined) return;
    const asked = Number(draft);
    const inside = asked >= freezeRange.min && asked <= freezeRange.max;
    setRemark(inside ? '' : words.freezeBad[language](draft, freezeRange.min, freezeRange.max));
    if (inside) keepLimit(freezeOf(draft));
    setDraft(undefined);
  };
  return (
    <p className="window-setting">
      <label>
        <input
          type="checkbox"
          checked={limit !== undefined}
          onChange={({ target }) => keepLimit(target.checked ? 3 : undefined)}
        />
        <span>{words.freeze[language]}</span>
      </label>{' '}
      <input
        className="exact"
        inputMode="decimal"
        aria-label={`${words.freeze[language]} (${words.seconds[language]})`}
        disabled={limit === undefined}
        value={draft ?? String(limit ?? 3)}
        onChange={({ target }) => setDraft(target.value)}
        onBlur={commit}
        onKeyDown={({ key }) => key === 'Enter' && commit()}
      />{' '}
      {words.seconds[language]} <span role="status">{remark}</span>
    </p>
  );
}

interface HelpProps {
  /** What there is nothing of in this talk. */
  readonly absent: readonly Act[];
  readonly onClose: () => void;
}

export function Help({ absent, onClose }: HelpProps) {
  const language = useLanguage();
  const single = useSingleKeys();
  const [said, setSaid] = useState('');
  const forget = () => {
    progressStore.change(() => nothing);
    setSaid(words.forgot[language]);
  };
  return (
    <Dialog title={words.act.help[language]} className="help" onClose={onClose}>
      <dl>
        {listed
          .filter((act) => act === 'answer' || !absent.includes(act))
          .map((act) => (
            <div key={act}>
              <dt>
                {keysOf(act).map((key) => (
                  <kbd key={key}>{key}</kbd>
                ))}
              </dt>
              <dd>{act === 'answer' ? words.answer[language] : words.act[act][language]}</dd>
            </div>
          ))}
      </dl>
      <p>{words.touch[language]}</p>
      <p className="window-setting">
        <label>
          <input type="checkbox" checked={single} onChange={({ target }) => chooseSingleKeys(target.checked)} />
          <span>{words.single[language]}</span>
        </label>
        <small>{words.singleHint[language]}</small>
      </p>
      <Freeze />
      <p className="window-setting">
        <button type="button" onClick={forget}>
          {words.forget[language]}
        </button>{' '}
        <span role="status">{said}</span>
      </p>
    </Dialog>
  );
}
