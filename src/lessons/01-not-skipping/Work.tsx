/** How many multiplications and additions one x takes, with the shortcut cut, connected, and as it stands. */
import type { RecordedValue } from '../../components/prose/LessonState.tsx';
import { useLanguage } from '../../components/prose/language.ts';
import { percent } from '../../i18n/numbers.ts';
import { flow, type OneUnit } from '../../model/analysis/oneUnit.ts';
import { filled, words } from './words.ts';

interface WorkProps {
  readonly unit: OneUnit;
  readonly x: number;
  /** The count over other units; absent until the counter was started. */
  readonly saved: RecordedValue | undefined;
  readonly onCount: () => void;
}

export function Work({ unit, x, saved, onCount }: WorkProps) {
  const language = useLanguage();
  if (!saved) {
    return (
      <div className="unit-part">
        <h3>{words.work[language]}</h3>
        <p className="run-status">{words.uncounted[language]}</p>
        <div className="run-controls">
          <button type="button" className="primary" onClick={onCount}>
            {words.count[language]}
          </button>
        </div>
      </div>
    );
  }
  const cut = flow({ ...unit, shortcut: 0 }, x).work;
  const connected = flow({ ...unit, shortcut: 1 }, x).work;
  const now = flow(unit, x).work;
  const says = filled(words.saves[language], {
    saved: String(cut.multiplications - connected.multiplications),
    all: String(cut.multiplications),
    more: String(connected.additions - cut.additions),
  });
  return (
    <div className="unit-part">
      <h3>{words.work[language]}</h3>
      <p className="take">{says}</p>
      <table className="unit-table">
        <thead>
          <tr>
            <th scope="col">{words.operation[language]}</th>
            <th scope="col">{words.cut[language]}</th>
            <th scope="col">{words.connected[language]}</th>
            <th scope="col">{words.now[language]}</th>
          </tr>
        </thead>
        <tbody>
          {(['multiplications', 'additions'] as const).map((kind) => (
            <tr key={kind}>
              <th scope="row">{words[kind][language]}</th>
              <td>{cut[kind]}</td>
              <td>{connected[kind]}</td>
              <td>{now[kind]}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="run-status">
        {filled(words.everywhere[language], { seeds: String(saved.seeds), share: percent(saved.max, 0) })}
      </p>
    </div>
  );
}
