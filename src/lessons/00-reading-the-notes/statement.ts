/** What a row of the table of statements holds. */
import type { Bilingual } from '../../components/prose/LessonState.tsx';
import type { Source } from '../../components/prose/Sources.tsx';

/** Right as it stands; right in part, or only under a condition that the notes leave out; wrong as it stands. */
export type Verdict = 'right' | 'partly' | 'wrong';

export interface Statement {
  readonly id: string;
  /** The part of the notes in which it stands; 0 is the opening sentence. */
  readonly part: 0 | 1 | 2 | 3 | 4 | 5;
  /** The statement in our words, so that "holds" or "does not hold" answers it. */
  readonly says: Bilingual;
  /** The notes' own words; several of them quote a paper in English. */
  readonly quote: { readonly words: string; readonly language: 'zh' | 'en' };
  readonly verdict: Verdict;
  /** What stands beside it: at most three sentences. */
  readonly beside: Bilingual;
  readonly source?: { readonly of: Source; readonly at?: Bilingual };
  /** Where it is put to the test: slug of a lesson, and perhaps one of its sections. */
  readonly tested: { readonly lesson: string; readonly at?: string };
}
