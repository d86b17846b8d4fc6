/** Three dials for each network, one group of rows an arm: the needle, the median and the range over seeds. */
import { type ArmName, armStyles } from '../../components/charts/armStyle.ts';
import { spread } from '../../components/charts/spread.ts';
import { withPowers } from '../../components/charts/Takeaway.tsx';
import { useLanguage } from '../../components/prose/language.ts';
import type { Language } from '../../i18n/language.ts';
import { fixed, range } from '../../i18n/numbers.ts';
import { Dial } from './Dial.tsx';
import type { DialName } from './diagnosis.ts';
import { dialNames, words } from './dialWords.ts';
import { twoDigits } from './ratios.ts';

const dials = ['ratio', 'similarity', 'agreement'] as const satisfies readonly DialName[];

/** What was measured of one arm, one number a seed. */
export type SeedReadings = Readonly<Record<DialName, readonly number[]>>;

/** Two digits of a ratio; a likeness close to 1 needs a third decimal to be told from it. */
export const written = (name: DialName, value: number, language: Language): string =>
  name === 'ratio' ? twoDigits(value, language) : fixed(value, name === 'similarity' ? 3 : 2, language);

interface DialTableProps {
  readonly arms: readonly ArmName[];
  /** In the order of the arms. */
  readonly readings: readonly SeedReadings[];
}

export function DialTable({ arms, readings }: DialTableProps) {
  const language = useLanguage();
  const styles = armStyles(arms);
  return (
    <section className="dials" tabIndex={0} aria-label={words.readings[language]}>
      <table>
        <thead>
          <tr>
            {dials.map((dial) => (
              <th key={dial} scope="col">
                {dialNames[dial][language]}
              </th>
            ))}
          </tr>
        </thead>
        {arms.map((arm, i) => (
          <tbody key={arm.name}>
            <tr>
              <th scope="rowgroup" colSpan={dials.length} className={styles[i]?.className}>
                {arm.label}
              </th>
            </tr>
            <tr>
              {dials.map((dial) => {
                const values = readings[i]?.[dial] ?? [];
                const [reading, style] = [spread(values), styles[i]];
                const write = (value: number) => written(dial, value, language);
                const between = range(reading.min, reading.max, language, write);
                return (
                  <td key={dial}>
                    {style && <Dial name={dial} style={style} reading={reading} />}
                    <span className="dial-value">
                      {values.length === 0 ? words.none[language] : withPowers(write(reading.median), language)}
                    </span>
                    {values.length > 1 && <small>{withPowers(between, language)}</small>}
                  </td>
                );
              })}
            </tr>
          </tbody>
        ))}
      </table>
    </section>
  );
}
