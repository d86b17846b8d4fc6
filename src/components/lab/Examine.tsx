/** Asks the networks something, as they start or after training; once asked, every change of the settings asks anew. */
import { type ReactNode, useEffect, useState } from 'react';
import { seconds } from '../../i18n/numbers.ts';
import { type ListedKind as Kind, kinds } from '../../model/analysis/kinds.ts';
import { factsOf } from '../../model/data/facts.ts';
import type { Experiment } from '../../model/experiment.ts';
import type { LabShown } from '../../model/lab/link.ts';
import { ChoiceControl } from '../controls/ChoiceControl.tsx';
import { Failure } from '../experiment/Failure.tsx';
import { useOwn } from '../experiment/ownStore.ts';
import { useInquiry } from '../experiment/stores.ts';
import { useArmLabel } from '../experiment/useArmLabel.ts';
import { useLanguage } from '../prose/language.ts';
import { AnswerDrawing } from './Drawings.tsx';
import { examinedOf, hasGaps } from './examined.ts';
import { words } from './words.ts';

const moments = ['initial', 'trained'] as const;
type Moment = (typeof moments)[number];
/** When each is usually asked: what training is for, after it. */
const usual: Record<Kind, Moment> = {
  gradient: 'initial',
  similarity: 'initial',
  agreement: 'initial',
  branches: 'trained',
  shrink: 'initial',
  lesion: 'trained',
  readOut: 'trained',
  landscape: 'trained',
  sensitivity: 'trained',
  shattering: 'initial',
  euler: 'initial',
};

export type Examination = NonNullable<LabShown['ask']>;
const usually = (kind: Kind): Examination => ({ kind, trained: usual[kind] === 'trained' });
/** What is examined first. */
export const firstExamination = usually('gradient');

interface ExamineProps {
  readonly experiment: Experiment;
  readonly examination: Examination;
  readonly onExamination: (next: Examination) => void;
  /** Stands at the end. */
  readonly links?: ReactNode;
}

export function Examine({ experiment, examination, onExamination, links }: ExamineProps) {
  const language = useLanguage();
  const { kind, trained } = examination;
  const [asked, setAsked] = useState(0);
  const say = words.ask;
  return (
    <>
      <div className="controls">
        <ChoiceControl
          label={say.kind[language]}
          value={kind}
          options={kinds.map((value) => ({ value, label: say.kinds[value][language] }))}
          onChange={(next) => onExamination(usually(next))}
        />
        <ChoiceControl
          label={say.when[language]}
          value={trained ? 'trained' : 'initial'}
          options={moments.map((value) => ({ value, label: say[value][language] }))}
          onChange={(next) => onExamination({ kind, trained: next === 'trained' })}
        />
      </div>
      <Asked
        key={kind}
        kind={kind}
        experiment={experiment}
        trained={trained}
        asked={asked}
        onAsk={() => setAsked((before) => before + 1)}
        links={links}
      />
    </>
  );
}

interface AskedProps<K extends Kind> {
  readonly kind: K;
  readonly experiment: Experiment;
  readonly trained: boolean;
  /** How often the button was pressed; 0 asks nothing. */
  readonly asked: number;
  readonly onAsk: () => void;
  readonly links: ReactNode;
}

function Asked<K extends Kind>({ kind, experiment, trained, asked, onAsk, links }: AskedProps<K>) {
  const language = useLanguage();
  const label = useArmLabel();
  const [inquiry, snapshot] = useInquiry<K>();
  const say = words.ask;
  const own = useOwn();
  const data = experiment.dataset === 'own' ? own?.key : undefined;
  useEffect(() => {
    if (asked > 0) inquiry.ask({ kind, experiment, trained });
  }, [asked, inquiry, kind, experiment, trained, data]);
  const { status, answer, answered, milliseconds } = snapshot;
  const shown = answered?.experiment ?? experiment;
  const done = answer && snapshot.question === answered ? (answer.arms[0]?.seeds.length ?? 0) : 0;
  const text = {
    idle: say.idle[language],
    running: say.running[language](done, experiment.seeds.length),
    done: say.done[language](seconds(milliseconds / 1000, language)),
    failed: '',
  }[status];
  return (
    <section
      className="experiment"
      id="lab-examine"
      data-status={status}
      data-step={done}
      data-kind={kind}
      aria-label={say.title[language]}
    >
      <div className="run-controls">
        <button type="button" className="primary" onClick={onAsk}>
          {say[status === 'idle' ? 'run' : 'again'][language]}
        </button>
      </div>
      <p className="run-status" aria-hidden="true">
        {text}
      </p>
      <p className="visually-hidden" role="status">
        {status === 'done' ? text : ''}
      </p>
      <Failure snapshot={snapshot} onRetry={onAsk} />
      {answer && answered?.trained && hasGaps(answer) && <p className="notice">{say.gaps[language]}</p>}
      {answer && (
        <AnswerDrawing
          kind={kind}
          arms={examinedOf(answer, label)}
          classes={shown.dataset === 'own' || (factsOf(shown.dataset)?.classes ?? 0) > 0}
          seeds={shown.seeds}
        />
      )}
      {links}
    </section>
  );
}
