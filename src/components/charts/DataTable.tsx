/** The table under a chart: a scrollable region of its own, thinned where it would be thousands of rows. */
import { useTranslation } from 'react-i18next';
import type { Language } from '../../i18n/language.ts';
import { fixed, powerText } from '../../i18n/numbers.ts';
import { useLanguage } from '../prose/language.ts';
import { withPowers } from './Takeaway.tsx';
import type { Table } from './table.ts';

const most = 120;

/** Three digits, and whole numbers as they are. */
function print(value: number | string | undefined, language: Language): string {
  if (typeof value !== 'number') return value ?? '';
  if (Number.isInteger(value) || !Number.isFinite(value)) return fixed(value, 0, language);
  const size = Math.abs(value);
  if (size < 0.001 || size >= 100_000) return powerText(value, 3, true);
  return fixed(value, Math.max(0, 2 - Math.floor(Math.log10(size))), language);
}

export function DataTable({
  table,
  caption,
  id,
}: {
  readonly table: Table;
  readonly caption: string;
  readonly id: string;
}) {
  const { t } = useTranslation('charts');
  const language = useLanguage();
  const { columns, rows } = table;
  const every = Math.ceil(rows.length / most);
  const shown = every > 1 ? rows.filter((_, i) => i % every === 0 || i === rows.length - 1) : rows;
  return (
    <section className="chart-table" id={id} aria-label={caption} tabIndex={0}>
      <table>
        <caption>
          {caption}
          {every > 1 && ` ${t('table.thinned', { every, rows: fixed(rows.length, 0, language) })}`}
        </caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <tr key={String(row[0])}>
              {row.map((value, i) =>
                i === 0 ? (
                  <th key={columns[i]} scope="row">
                    {print(value, language)}
                  </th>
                ) : (
                  <td key={columns[i]}>{withPowers(print(value, language), language)}</td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
