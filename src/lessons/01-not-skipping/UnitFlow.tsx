/** One unit, live: its numbers forward and back, with what they cost to compute, or with what training changes. */
import { type ReactNode, useEffect, useState } from 'react';
import { ChoiceControl } from '../../components/controls/ChoiceControl.tsx';
import { RangeControl } from '../../components/controls/RangeControl.tsx';
import { usePrediction, useReport } from '../../components/prose/LessonState.tsx';
import { useLanguage } from '../../components/prose/language.ts';
import { fixed } from '../../i18n/numbers.ts';
import { knobs } from '../../model/analysis/oneUnit.ts';
import { FlowDiagram } from './FlowDiagram.tsx';
import { SumBar } from './SumBar.tsx';
import { Training } from './Training.tsx';
import { savedOverUnits } from './unitState.ts';
import { useUnit } from './useUnit.ts';
import { Work } from './Work.tsx';
import { filled, words } from './words.ts';

const prediction = 'saved';
type Direction = 'forward' | 'backward';

/** With the counter, which starts when the prediction is locked. */
export function UnitWork() {
  const { locked } = usePrediction(prediction);
  const report = useReport();
  const live = useUnit();
  const [saved, setSaved] = useState<ReturnType<typeof savedOverUnits>>();
  useEffect(() => {
    if (locked) setSaved((before) => before ?? savedOverUnits());
  }, [locked]);
  useEffect(() => report(prediction, saved), [report, saved]);
  return (
    <Unit id="unit" status={saved ? 'done' : 'idle'} live={live} first="forward">
      <Work
        unit={live.unit}
        x={live.x}
        saved={saved}
        onCount={() => setSaved((before) => before ?? savedOverUnits())}
      />
    </Unit>
  );
}

/** With the weights, their gradients and the steps. */
export function UnitTraining() {
  const live = useUnit();
  return (
    <Unit id="unit-training" status={live.steps > 0 ? 'done' : 'idle'} live={live} first="backward">
      <Training
        state={live}
        values={live.values}
        slopes={live.slopes}
        onTarget={live.turn('target')}
        onTrain={live.train}
        onReset={live.reset}
      />
    </Unit>
  );
}

interface UnitProps {
  readonly id: string;
  readonly status: 'idle' | 'done';
  readonly live: ReturnType<typeof useUnit>;
  /** What the diagram shows at first. */
  readonly first: Direction;
  readonly children: ReactNode;
}

function Unit({ id, status, live, first, children }: UnitProps) {
  const language = useLanguage();
  const [direction, setDirection] = useState<Direction>(first);
  const { unit, x, values, slopes } = live;
  const number = (value: number) => fixed(value, 2, language);
  const says =
    direction === 'backward'
      ? filled(words.backwardSays[language], {
          carried: number(slopes.byShortcut),
          branch: number(slopes.byBranch),
          sum: number(slopes.at.x),
        })
      : filled(words[unit.shortcut === 0 ? 'forwardCut' : 'forwardSays'][language], {
          carried: number(values.carried),
          branch: number(values.branch),
          sum: number(values.sum),
          out: number(values.out),
        });
  return (
    <section
      className="experiment unit-flow"
      id={id}
      data-status={status}
      data-step={live.steps}
      aria-label={words[first === 'forward' ? 'label' : 'labelTraining'][language]}
    >
      <div className="controls">
        <ChoiceControl
          label={words.shortcut[language]}
          value={unit.shortcut === 1 ? 'connected' : unit.shortcut === 0 ? 'cut' : undefined}
          options={(['connected', 'cut'] as const).map((value) => ({ value, label: words[value][language] }))}
          onChange={(value) => live.turn('shortcut')(value === 'cut' ? 0 : 1)}
        />
        <ChoiceControl
          label={words.order[language]}
          value={unit.order}
          options={(['post', 'pre'] as const).map((value) => ({ value, label: words[value][language] }))}
          onChange={live.choose}
        />
        <ChoiceControl
          label={words.show[language]}
          value={direction}
          options={(['forward', 'backward'] as const).map((value) => ({ value, label: words[value][language] }))}
          onChange={setDirection}
        />
      </div>
      <p className="take" aria-live="polite">
        {says}
      </p>
      <div className="unit-pair">
        <FlowDiagram
          unit={unit}
          values={values}
          slopes={slopes.at}
          carriedBack={slopes.byShortcut}
          branchBack={slopes.byBranch}
          direction={direction}
        />
        <div>
          <div className="controls">
            <RangeControl stride={0.1} label={words.x[language]} field={knobs.x} value={x} onChange={live.turn('x')} />
            <RangeControl
              stride={0.1}
              label={words.w1[language]}
              field={knobs.w1}
              value={unit.w1}
              onChange={live.turn('w1')}
            />
            <RangeControl
              stride={0.1}
              label={words.w2[language]}
              field={knobs.w2}
              value={unit.w2}
              onChange={live.turn('w2')}
            />
            <RangeControl
              stride={0.1}
              label={words.lambda[language]}
              field={knobs.shortcut}
              value={unit.shortcut}
              onChange={live.turn('shortcut')}
            />
          </div>
          <SumBar values={values} />
        </div>
      </div>
      {children}
    </section>
  );
}
