/** Eq. (3) to (5) of He et al. (2016) one under the other, each with what it takes to get there. Drawn for this course. */
import type { ReactNode } from 'react';
import type { Bilingual } from '../../components/prose/LessonState.tsx';
import { useLanguage } from '../../components/prose/language.ts';

const words = {
  name: { en: 'Derivation of Eq. (3) to (5), with what each step needs', zh: '式 (3)～(5) 的推导，以及每一步的前提' },
} satisfies Record<string, Bilingual>;

export function Derivation({ children }: { readonly children: ReactNode }) {
  return (
    <section className="derivation" aria-label={words.name[useLanguage()]}>
      {children}
    </section>
  );
}

/** What leads from one equation to the next. */
export const Because = ({ children }: { readonly children: ReactNode }) => (
  <div className="derivation-because">{children}</div>
);
