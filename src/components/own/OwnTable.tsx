/** A table pasted, dropped or opened: read, told what is wrong with it, or taken. */
import { type ChangeEvent, type DragEvent, useId, useState } from 'react';
import type { OwnData } from '../../model/data/ownData.ts';
import { readTable, type TableReading } from '../../model/data/ownTable.ts';
import { cutTable } from '../charts/cutTable.ts';
import { useLanguage } from '../prose/language.ts';
import { faultSentence } from './faults.ts';
import { textOf } from './fileText.ts';
import { words } from './words.ts';

/** Longer texts are read, and not put into the page: they would make it slow. */
const mostShown = 50_000;

interface OwnTableProps {
  readonly onUse: (data: OwnData) => void;
}

export function OwnTable({ onUse }: OwnTableProps) {
  const language = useLanguage();
  const id = useId();
  const say = words.table;
  const [typed, setTyped] = useState('');
  /** What was read last, which may be a file too long to be shown. */
  const [text, setText] = useState('');
  const [reading, setReading] = useState<TableReading>();
  const [unread, setUnread] = useState('');
  const [over, setOver] = useState(false);

  const read = (given: string, label?: number) => {
    const next = readTable(given, cutTable, label);
    setText(given);
    setReading(next);
    setUnread('');
    if (next.data) onUse(next.data);
  };
  const open = async (file: File | undefined) => {
    if (!file) return;
    try {
      const given = textOf(await file.arrayBuffer());
      setTyped(given.length > mostShown ? '' : given.replaceAll('\0', ''));
      read(given);
    } catch {
      setReading(undefined);
      setUnread(say.unread[language](file.name));
    }
  };
  const choose = ({ currentTarget: input }: ChangeEvent<HTMLInputElement>) => {
    const file = input.files?.[0];
    // Otherwise the same file could not be chosen twice.
    open(file).finally(() => {
      input.value = '';
    });
  };
  const drag = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    setOver(true);
  };
  const drop = (event: DragEvent) => {
    setOver(false);
    const file = event.dataTransfer.files[0];
    if (!file) return;
    event.preventDefault();
    open(file);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping a file is a shortcut; the button below opens the same file
    <div
      className={over ? 'own-table over' : 'own-table'}
      onDragOver={drag}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <label htmlFor={`${id}-text`}>{say.text[language]}</label>
      <textarea
        id={`${id}-text`}
        rows={7}
        spellCheck={false}
        autoComplete="off"
        placeholder={'x1,x2,class\n0.5,-1.2,a\n0.1,0.7,b'}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
      />
      <p className="own-row">
        <button type="button" className="primary" onClick={() => read(typed)}>
          {say.use[language]}
        </button>
        <label className="file-button">
          {say.choose[language]}
          <input type="file" accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain" onChange={choose} />
        </label>
        <span className="hint">{say.drop[language]}</span>
      </p>
      <div role="status">
        {unread && <p className="notice">{unread}</p>}
        {reading && reading.faults.length > 0 && (
          <div className="notice">
            <p>{say.faults[language]}</p>
            <ul>
              {reading.faults.map((fault) => (
                <li key={JSON.stringify(fault)}>{faultSentence(fault, language)}</li>
              ))}
              {reading.more > 0 && <li>{say.more[language](reading.more)}</li>}
            </ul>
          </div>
        )}
        {reading?.data && (
          <p className="hint">
            {say.read[language](
              reading.data.labels.length,
              say.separators[reading.separator][language],
              reading.headed,
            )}
          </p>
        )}
      </div>
      {reading && reading.columns.length > 1 && (
        <p className="own-row">
          <label htmlFor={`${id}-label`}>{say.label[language]}</label>
          <select id={`${id}-label`} value={reading.label} onChange={({ target }) => read(text, Number(target.value))}>
            {reading.columns.map((name, column) => (
              <option key={column} value={column}>
                {name}
              </option>
            ))}
          </select>
        </p>
      )}
    </div>
  );
}
