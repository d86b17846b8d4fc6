/** One step of one network, unit by unit: what came in, what the branch added, what came back, what the weights were told. */
import { useId } from 'react';
import { amount } from '../../i18n/numbers.ts';
import type { LabShown } from '../../model/lab/link.ts';
import { type UnitRow, unitRows } from '../../model/lab/unitRows.ts';
import { read } from '../../model/telemetry.ts';
import type { RunSnapshot } from '../../model/worker/snapshot.ts';
import { withPowers } from '../charts/Takeaway.tsx';
import { ChoiceControl } from '../controls/ChoiceControl.tsx';
import { useArmLabel } from '../experiment/useArmLabel.ts';
import { useLanguage } from '../prose/language.ts';
import { words } from './words.ts';

type PickedRow = NonNullable<LabShown['table']>;

interface StepTableProps {
  readonly snapshot: RunSnapshot;
  /** The step that is shown; the last one where it is undefined. */
  readonly cursor: number | undefined;
  readonly onCursor: (step: number) => void;
  /** The network and the seed that are shown; the last network and the first seed where it is undefined. */
  readonly picked: PickedRow | undefined;
  readonly onPick: (next: PickedRow) => void;
}

const columns = [
  { key: 'state', symbol: '‖x‖' },
  { key: 'branch', symbol: '‖F(x)‖' },
  { key: 'stateGradient', symbol: '‖∂E/∂x‖' },
  { key: 'kernelGradient', symbol: '‖∂E/∂W‖' },
] as const;

/** Length of a bar from 0 to 1, by decades between the least and the greatest of its column. */
function barOf(value: number | undefined, all: readonly (number | undefined)[]): number | undefined {
  const sizes = all.flatMap((one) => (one !== undefined && one > 0 && Number.isFinite(one) ? Math.log10(one) : []));
  if (value === undefined || !(value > 0) || !Number.isFinite(value) || sizes.length === 0) return undefined;
  const [low, high] = [Math.min(...sizes), Math.max(...sizes)];
  return high === low ? 1 : 0.04 + (0.96 * (Math.log10(value) - low)) / (high - low);
}

export function StepTable({ snapshot, cursor, onCursor, picked, onPick }: StepTableProps) {
  const language = useLanguage();
  const label = useArmLabel();
  const id = useId();
  const say = words.step;
  const arm = snapshot.arms[picked?.arm ?? -1] ?? snapshot.arms.at(-1);
  const seed = arm?.seeds.find((one) => one.seed === picked?.seed) ?? arm?.seeds[0];
  if (!arm || !seed || seed.steps === 0) {
    return (
      <>
        <p className="hint">{say.lead[language]}</p>
        <p className="run-status">{say.none[language]}</p>
      </>
    );
  }
  const last = seed.steps - 1;
  const step = Math.min(cursor ?? last, last);
  const rows = unitRows(arm.layout, seed.rows, step);
  const loss = read(arm.layout, seed.rows, step, 'loss')[0] ?? Number.NaN;
  const units = rows.filter(({ place }) => place === 'unit');
  const print = (value: number | undefined) => (value === undefined ? '' : amount(value, language));
  const nameOf = ({ place, unit }: UnitRow) => (place === 'unit' ? say.unit[language](unit) : say[place][language]);
  const told = (row: UnitRow | undefined) => print(row?.kernelGradient);
  return (
    <>
      <p className="hint">{say.lead[language]}</p>
      <div className="controls">
        <ChoiceControl
          label={say.network[language]}
          value={arm.name}
          options={snapshot.arms.map(({ name }) => ({ value: name, label: label(name) }))}
          onChange={(name) => onPick({ arm: snapshot.arms.findIndex((one) => one.name === name), seed: seed.seed })}
        />
        <p className="control select">
          <label htmlFor={id}>{say.seed[language]}</label>
          <select
            id={id}
            value={seed.seed}
            onChange={({ target }) => onPick({ arm: snapshot.arms.indexOf(arm), seed: Number(target.value) })}
          >
            {arm.seeds.map((one) => (
              <option key={one.seed}>{one.seed}</option>
            ))}
          </select>
        </p>
      </div>
      <label className="scrub">
        {say.at[language](step, seed.steps)}
        <input
          type="range"
          min={0}
          max={last}
          value={step}
          aria-valuetext={say.at[language](step, seed.steps)}
          onChange={({ target }) => onCursor(Number(target.value))}
        />
      </label>
      <p className="take">
        {withPowers(say.loss[language](print(loss)), language)}
        {language === 'en' && ' '}
        {withPowers(say.take[language](told(units[0]), told(units.at(-1))), language)}
      </p>
      <section className="scores step-table" aria-label={say.title[language]} tabIndex={0}>
        <table>
          <caption>{say.caption[language](label(arm.name), seed.seed, step)}</caption>
          <thead>
            <tr>
              <th scope="col">{say.place[language]}</th>
              {columns.map(({ key, symbol }) => (
                <th scope="col" key={key}>
                  {say[key][language]} <span className="maths">{symbol}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.unit}>
                <th scope="row">{nameOf(row)}</th>
                {columns.map(({ key }) => {
                  const bar = barOf(
                    row[key],
                    rows.map((one) => one[key]),
                  );
                  return (
                    <td key={key}>
                      {row[key] === undefined ? (
                        <span className="visually-hidden">{say.absent[language]}</span>
                      ) : (
                        withPowers(print(row[key]), language)
                      )}
                      {bar !== undefined && (
                        <span className="step-bar" aria-hidden="true" style={{ inlineSize: `${100 * bar}%` }} />
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}
