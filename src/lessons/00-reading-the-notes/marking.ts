/** The reader's marks beside the verdicts: what agrees, what cannot count, and what has been thought over. */
import { statements } from './claims-of-notes.ts';

/** By name: whether the reader takes the statement to hold. */
export type MarkBook = Readonly<Record<string, boolean>>;

/** Under which name the first mark of a statement is kept, beside the present one. */
export const firstName = (id: string): string => `${id}@first`;

/** The marks to set when the reader marks a statement: the first one is kept for good. */
export const marksFor = (marks: MarkBook, id: string, holds: boolean): MarkBook => ({
  ...(marks[firstName(id)] === undefined && { [firstName(id)]: marks[id] ?? holds }),
  [id]: holds,
});

export interface Agreement {
  /** Statements marked whose verdict is right or wrong: a partly right one counts neither way. */
  readonly counted: number;
  readonly agreeing: number;
}
export interface Standing {
  readonly total: number;
  readonly marked: number;
  /** Marked, and partly right. */
  readonly neither: number;
  readonly now: Agreement;
  /** The same statements with the marks first given. */
  readonly first: Agreement;
  /** Statements whose mark has changed since. */
  readonly changed: number;
}

function agreement(marked: readonly { readonly verdict: string; readonly mark: boolean }[]): Agreement {
  const counted = marked.filter(({ verdict }) => verdict !== 'partly');
  return {
    counted: counted.length,
    agreeing: counted.filter(({ verdict, mark }) => mark === (verdict === 'right')).length,
  };
}

export function standingOf(marks: MarkBook): Standing {
  const marked = statements.flatMap(({ id, verdict }) => {
    const mark = marks[id];
    return mark === undefined ? [] : [{ verdict, mark, first: marks[firstName(id)] ?? mark }];
  });
  return {
    total: statements.length,
    marked: marked.length,
    neither: marked.filter(({ verdict }) => verdict === 'partly').length,
    now: agreement(marked),
    first: agreement(marked.map(({ verdict, first }) => ({ verdict, mark: first }))),
    changed: marked.filter(({ mark, first }) => mark !== first).length,
  };
}
