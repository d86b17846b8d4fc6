/** One entry of the glossary. */
import type { Bilingual } from '../LessonState.tsx';

export interface GlossaryTerm {
  /** Its anchor, and the name that lessons call it by. */
  readonly id: string;
  readonly name: Bilingual;
  /** Other names that readers may have met. */
  readonly also?: Partial<Bilingual>;
  /** What it is, in one plain sentence. */
  readonly says: Bilingual;
}
export interface GlossaryGroup {
  readonly id: string;
  readonly title: Bilingual;
  readonly terms: readonly GlossaryTerm[];
}
