/** Data of the reader's own: what there is, and the two ways to bring some. */
import { useState } from 'react';
import { classCounts, type OwnData } from '../../model/data/ownData.ts';
import { ownVersion } from '../../model/data/ownDocument.ts';
import { defaultExperiment, type Experiment } from '../../model/experiment.ts';
import { ChoiceControl } from '../controls/ChoiceControl.tsx';
import { ownStore, useOwn } from '../experiment/ownStore.ts';
import { useLanguage } from '../prose/language.ts';
import { useOwnTrouble } from './keeping.ts';
import { OwnBoard } from './OwnBoard.tsx';
import { OwnTable } from './OwnTable.tsx';
import { words } from './words.ts';

const ways = ['table', 'board'] as const;

interface OwnPanelProps {
  readonly experiment: Experiment;
  /** Puts an experiment on the table and trains it. */
  readonly onTrain: (next: Experiment) => void;
  /** Puts it there alone. */
  readonly onChange: (next: Experiment) => void;
}

/** Data that were removed, or that others took the place of, and the experiment of then. */
interface Gone {
  readonly data: OwnData;
  readonly experiment: Experiment;
  readonly replaced: boolean;
}

export function OwnPanel({ experiment, onTrain, onChange }: OwnPanelProps) {
  const language = useLanguage();
  const own = useOwn();
  const trouble = useOwnTrouble();
  const [way, setWay] = useState<(typeof ways)[number]>('table');
  const [said, setSaid] = useState('');
  const [gone, setGone] = useState<Gone>();

  const use = (data: OwnData) => {
    if (own && own.key !== data.key) setGone({ data: own, experiment, replaced: true });
    ownStore.put(data);
    setSaid(words.adopted[language](data.labels.length));
    onTrain({ ...experiment, dataset: 'own' });
  };
  const remove = (data: OwnData) => {
    setGone({ data, experiment, replaced: false });
    setSaid(words.removed[language]);
    // The settings first: an experiment on data that are gone could not be trained.
    if (experiment.dataset === 'own') onChange({ ...experiment, dataset: defaultExperiment.dataset });
    ownStore.put(undefined);
  };
  const putBack = ({ data, experiment: before }: Gone) => {
    ownStore.put(data);
    setGone(undefined);
    setSaid('');
    onChange({ ...experiment, dataset: before.dataset });
  };
  return (
    <div className="own">
      <p>{words.lead[language]}</p>
      <p className="hint">
        {words.limits[language]}
        {language === 'en' && ' '}
        {words.treated[language]}
      </p>
      <section className="own-now" aria-labelledby="own-now">
        <h3 id="own-now">{words.now[language]}</h3>
        {own ? <Summary own={own} /> : <p className="hint">{words.none[language]}</p>}
        {own && (
          <p className="own-row">
            <button
              type="button"
              disabled={experiment.dataset === 'own'}
              onClick={() => onTrain({ ...experiment, dataset: 'own' })}
            >
              {words.train[language]}
            </button>
            <button type="button" onClick={() => remove(own)}>
              {words.remove[language]}
            </button>
          </p>
        )}
        <p className="run-status" role="status">
          {said}{' '}
          {gone && (
            <button type="button" className="quiet" onClick={() => putBack(gone)}>
              {words[gone.replaced ? 'before' : 'back'][language]}
            </button>
          )}
        </p>
        <div role="status">
          {trouble && (
            <p className="notice" data-trouble={trouble.kind}>
              {trouble.kind === 'newer'
                ? words.newer[language](trouble.theirs, ownVersion)
                : words.trouble[trouble.kind][language]}
            </p>
          )}
        </div>
      </section>
      <ChoiceControl
        label={words.way[language]}
        value={way}
        options={ways.map((value) => ({ value, label: words.ways[value][language] }))}
        onChange={setWay}
      />
      {way === 'table' ? <OwnTable onUse={use} /> : <OwnBoard onUse={use} />}
    </div>
  );
}

function Summary({ own }: { readonly own: OwnData }) {
  const language = useLanguage();
  const { columns, classes, labels } = own;
  const counts = classCounts(own);
  const kinds = classes.map((name, i) => words.kind[language](name, counts[i] ?? 0));
  const [x = '', y = ''] = columns;
  return (
    <>
      <p>{words.summary[language](labels.length, columns.length, kinds.join(language === 'zh' ? '，' : ', '))}</p>
      <p className="hint">
        {words.columns[language](columns.join(language === 'zh' ? '、' : ', '))}
        {language === 'en' && ' '}
        {columns.length === 2 && words.plane[language](x, y)}
      </p>
    </>
  );
}
