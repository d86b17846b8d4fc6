/** The seeds of the experiment: a list that can be typed, and each one to take away. */
import { useId, useState } from 'react';
import { limits } from '../../model/experiment.ts';
import { seedsText, typedSeeds, withOneMore, withoutSeed } from '../../model/lab/seeds.ts';
import { useLanguage } from '../prose/language.ts';
import { words } from './words.ts';

interface SeedsProps {
  readonly seeds: readonly number[];
  readonly onChange: (seeds: readonly number[]) => void;
}

export function Seeds({ seeds, onChange }: SeedsProps) {
  const language = useLanguage();
  const id = useId();
  const [draft, setDraft] = useState<string>();
  const [remark, setRemark] = useState('');
  const say = words.seeds;
  const go = (next: readonly number[]) => {
    setDraft(undefined);
    setRemark('');
    if (next !== seeds) onChange(next);
  };
  const commit = () => {
    if (draft === undefined) return;
    const typed = typedSeeds(draft);
    if (!typed) {
      setDraft(undefined);
      setRemark(say.none[language](draft));
      return;
    }
    go(typed.seeds);
    const bad = typed.notices.flatMap((notice) => (notice.kind === 'bad-seed' ? [notice.text] : []));
    const over = typed.notices.some(({ kind }) => kind === 'too-many');
    const said = [
      ...(bad.length > 0 ? [say.bad[language](bad.join(', '), limits.seedMax)] : []),
      ...(over ? [say.over[language](limits.seeds)] : []),
    ];
    setRemark(said.join(language === 'en' ? ' ' : ''));
  };
  return (
    <div className="seeds">
      <p className="seeds-typed">
        <label htmlFor={id}>{say.list[language]}</label>
        <input
          id={id}
          inputMode="text"
          autoComplete="off"
          value={draft ?? seedsText(seeds)}
          onChange={({ target }) => setDraft(target.value)}
          onBlur={commit}
          onKeyDown={({ key }) => {
            if (key === 'Enter') commit();
            if (key === 'Escape') setDraft(undefined);
          }}
        />
      </p>
      <ul aria-label={say.each[language]}>
        {seeds.map((seed) => (
          <li key={seed}>
            <span>{seed}</span>
            <button
              type="button"
              aria-label={say.remove[language](seed)}
              disabled={seeds.length === 1}
              onClick={() => go(withoutSeed(seeds, seed))}
            >
              ×
            </button>
          </li>
        ))}
        <li>
          <button type="button" disabled={seeds.length >= limits.seeds} onClick={() => go(withOneMore(seeds))}>
            {say.add[language]}
          </button>
        </li>
      </ul>
      <p className="remark" role="status">
        {remark}
      </p>
      <p className="hint">{say.hint[language](limits.seeds)}</p>
    </div>
  );
}
