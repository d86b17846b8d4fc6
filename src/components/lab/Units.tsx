/** Units of the trained networks deleted and swapped by hand; all networks with as many units are measured side by side. */
import { type ReactNode, useEffect, useId, useMemo, useState } from 'react';
import { seconds } from '../../i18n/numbers.ts';
import type { Question } from '../../model/analysis/question.ts';
import { type Experiment, settingsOf } from '../../model/experiment.ts';
import { asTrained, leftOf, type UnitOrder } from '../../model/lab/unitOrder.ts';
import { type UnitsShown, unitsInView } from '../../model/lab/unitsShown.ts';
import { ChoiceControl } from '../controls/ChoiceControl.tsx';
import { Failure } from '../experiment/Failure.tsx';
import { useOwn } from '../experiment/ownStore.ts';
import { useInquiry } from '../experiment/stores.ts';
import { useArmLabel } from '../experiment/useArmLabel.ts';
import { useLanguage } from '../prose/language.ts';
import { UnitRow } from './UnitRow.tsx';
import { UnitScores } from './UnitScores.tsx';
import { orderText, unitWords as say } from './unitWords.ts';

interface UnitsProps {
  readonly experiment: Experiment;
  /** Network, seed and arrangement; the last network and the first seed, as trained, where it is undefined. */
  readonly shown: UnitsShown | undefined;
  readonly onShow: (next: UnitsShown) => void;
  /** Stands at the end. */
  readonly links?: ReactNode;
}

export function Units({ experiment, shown, onShow, links }: UnitsProps) {
  const language = useLanguage();
  const label = useArmLabel();
  const id = useId();
  const own = useOwn();
  const data = experiment.dataset === 'own' ? own?.key : undefined;
  const [inquiry, snapshot] = useInquiry<'arranged'>();
  const [asked, setAsked] = useState(false);

  const { arm: at, seed, units, order: laid } = unitsInView(experiment, shown);
  const arm = experiment.arms[at];
  const settings = arm ? settingsOf(experiment, arm) : experiment;
  const order = useMemo(() => laid ?? asTrained(units), [laid, units]);
  // One seed: the first answer comes soon, and the worker keeps what it trained.
  const studied = useMemo((): Experiment => ({ ...experiment, seeds: [seed] }), [experiment, seed, data]);
  const question = useMemo(
    (): Question<'arranged'> => ({
      kind: 'arranged',
      experiment: studied,
      trained: true,
      arrangement: { units, order: leftOf(order) },
    }),
    [studied, units, order],
  );

  const { status, answer, answered, milliseconds } = snapshot;
  // What trains these very networks is let finish; the latest arrangement is asked for then.
  const busy = status === 'running' && snapshot.question?.experiment === studied;
  const waits = asked && snapshot.question !== question;
  useEffect(() => {
    if (waits && !busy) inquiry.ask(question);
  }, [waits, busy, inquiry, question]);

  const lay = (next: UnitOrder) => {
    onShow({ arm: at, seed, order: next });
    setAsked(true);
  };
  const ask = () => {
    setAsked(true);
    if (!busy) inquiry.ask(question);
  };
  const current = status === 'done' && answered === question;
  const running = answered?.experiment === studied ? say.measuring[language] : say.training[language](seed);
  const text = {
    idle: say.idle[language],
    running,
    done: current ? say.done[language](seconds(milliseconds / 1000, language)) : running,
    failed: '',
  }[status];
  return (
    <section
      className="experiment"
      id="lab-unit"
      data-status={status === 'done' && !current ? 'running' : status}
      data-left={answered?.arrangement?.order.join(' ')}
      aria-label={say.title[language]}
    >
      <p className="hint">{say.lead[language]}</p>
      <p className="hint">{say.meaning[language]}</p>
      <p className="hint">{say.keys[language]}</p>
      <div className="controls">
        {experiment.arms.length > 1 && (
          <ChoiceControl
            label={say.network[language]}
            value={arm?.name}
            options={experiment.arms.map(({ name }) => ({ value: name, label: label(name) }))}
            onChange={(name) => onShow({ ...shown, seed, arm: experiment.arms.findIndex((one) => one.name === name) })}
          />
        )}
        <p className="control select">
          <label htmlFor={id}>{say.seed[language]}</label>
          <select
            id={id}
            value={seed}
            onChange={({ target }) => onShow({ ...shown, arm: at, seed: Number(target.value) })}
          >
            {experiment.seeds.map((one) => (
              <option key={one}>{one}</option>
            ))}
          </select>
        </p>
      </div>
      <div className="run-controls">
        <button type="button" className="primary" onClick={ask}>
          {say[asked ? 'again' : 'run'][language]}
        </button>
      </div>
      <p className="run-status" aria-hidden="true">
        {text}
      </p>
      <Failure snapshot={snapshot} onRetry={ask} />
      <UnitRow order={order} name={label(arm?.name ?? '')} plain={settings.shortcutScale === 0} onChange={lay} />
      <p className="unit-order" aria-live="polite">
        {orderText(order, language)}
      </p>
      {answer && answered && <UnitScores answer={answer} question={answered} settled={current} />}
      {links}
    </section>
  );
}
