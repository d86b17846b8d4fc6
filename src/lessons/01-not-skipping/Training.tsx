/** What a step of training moves: the two weights. The shortcut has a row as well, and nothing in it changes. */

import { RangeControl } from '../../components/controls/RangeControl.tsx';
import { useLanguage } from '../../components/prose/language.ts';
import { fixed } from '../../i18n/numbers.ts';
import { type Derivatives, knobs, type Values } from '../../model/analysis/oneUnit.ts';
import { rate, type UnitState } from './unitState.ts';
import { filled, words } from './words.ts';

interface TrainingProps {
  readonly state: UnitState;
  readonly values: Values;
  readonly slopes: Derivatives;
  readonly onTarget: (target: number) => void;
  readonly onTrain: (steps: number) => void;
  readonly onReset: () => void;
}

export function Training({ state, values, slopes, onTarget, onTrain, onReset }: TrainingProps) {
  const language = useLanguage();
  const { unit, target, steps, before } = state;
  const error = values.out - target;
  const number = (value: number) => fixed(value, 3, language);
  const stuck = slopes.w1 === 0 && slopes.w2 === 0;
  const said = filled(words[steps === 1 ? 'oneStep' : 'manySteps'][language], { n: String(steps) });
  return (
    <div className="unit-part">
      <h3>{words.training[language]}</h3>
      <div className="controls">
        <RangeControl
          stride={0.1}
          label={words.target[language]}
          field={knobs.target}
          value={target}
          onChange={onTarget}
        />
      </div>
      <div className="run-controls">
        <button type="button" onClick={() => onTrain(1)}>
          {words.step[language]}
        </button>
        <button type="button" onClick={() => onTrain(50)}>
          {words.steps[language]}
        </button>
        <button type="button" onClick={onReset}>
          {words.reset[language]}
        </button>
      </div>
      <p className="run-status" role="status">
        {filled(words.trainedSays[language], {
          steps: said,
          rate: String(rate),
          out: number(values.out),
          target: fixed(target, 2, language),
        })}{' '}
        {stuck && words.stuck[language]}
      </p>
      <table className="unit-table">
        <thead>
          <tr>
            <th scope="col">{words.part[language]}</th>
            <th scope="col">{words.atFirst[language]}</th>
            <th scope="col">{words.now[language]}</th>
            <th scope="col">{words.gradient[language]}</th>
          </tr>
        </thead>
        <tbody>
          {(['w1', 'w2'] as const).map((weight) => (
            <tr key={weight}>
              <th scope="row">{words[weight][language]}</th>
              <td>{number(before[weight])}</td>
              <td>{number(unit[weight])}</td>
              <td>{number(error * slopes[weight])}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">
              {words.lambda[language]} <small>{words.nothing[language]}</small>
            </th>
            <td>{number(unit.shortcut)}</td>
            <td>{number(unit.shortcut)}</td>
            <td>—</td>
          </tr>
        </tbody>
      </table>
    </div>
  );
}
