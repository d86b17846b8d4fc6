/** A table as a paper prints it: numbers of the authors, never of this page. */
import type { Bilingual } from './LessonState.tsx';
import { useLanguage } from './language.ts';
import { Cite, type Source } from './Sources.tsx';

export interface PaperNumbers {
  readonly source: Source;
  /** Where it stands: "Table 2". */
  readonly at: Bilingual;
  readonly caption: Bilingual;
  readonly columns: readonly Bilingual[];
  readonly rows: readonly {
    readonly label: Bilingual;
    readonly arm?: 'plain' | 'residual';
    /** As printed there, digits and all. */
    readonly cells: readonly string[];
  }[];
  /** What a reader of the numbers must know: splits, best of, mean. */
  readonly note?: Bilingual;
}

export function PaperTable({ of }: { readonly of: PaperNumbers }) {
  const language = useLanguage();
  return (
    <figure className="paper-table">
      <table>
        <caption>
          {of.caption[language]} <Cite of={of.source} at={of.at[language]} />
        </caption>
        <thead>
          <tr>
            {of.columns.map((column) => (
              <th key={column.en} scope="col">
                {column[language]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {of.rows.map(({ label, arm, cells }) => (
            <tr key={label.en}>
              <th scope="row">{arm ? <span className={`arm-${arm}`}>{label[language]}</span> : label[language]}</th>
              {cells.map((cell, column) => (
                <td key={of.columns[column + 1]?.en}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {of.note && <figcaption>{of.note[language]}</figcaption>}
    </figure>
  );
}
