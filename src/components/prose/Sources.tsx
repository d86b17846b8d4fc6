/** What the course cites: entries, citations in the text, quotations, and the list at the end of a lesson. */
import type { ReactNode } from 'react';
import { langTag } from '../../i18n/language.ts';
import type { Bilingual } from './LessonState.tsx';
import { useLanguage } from './language.ts';
import { useProse } from './useProse.ts';

/** One work, as its title page says it. */
export interface Source {
  /** Anchor of its entry. */
  readonly id: string;
  /** What stands in brackets: H15. */
  readonly short: Bilingual;
  readonly authors: string;
  readonly year: string;
  readonly title: string;
  readonly language: 'zh' | 'en';
  /** Journal, conference or host, with pages where known. */
  readonly venue: string;
  readonly url: string;
  /** What it says, in one sentence of ours. */
  readonly gist: Bilingual;
}

/** Words quoted exactly, and where they stand. */
export interface Quotation {
  readonly source: Source;
  readonly at: Bilingual;
  readonly words: string;
}

interface CiteProps {
  readonly of: Source;
  /** Section, table or figure: "§ 4.1". */
  readonly at?: string;
}

export function Cite({ of, at }: CiteProps) {
  const { t } = useProse();
  const short = of.short[useLanguage()];
  return (
    <a className="cite" href={`#source-${of.id}`}>
      [{at ? t('citePlace', { short, at }) : short}]
    </a>
  );
}

/** `children`, where given, say the same in the language of the page. */
export function Quote({ of, children }: { readonly of: Quotation; readonly children?: ReactNode }) {
  const { t } = useProse();
  const language = useLanguage();
  const { authors, year } = of.source;
  return (
    <blockquote className="quote">
      <p lang={langTag[of.source.language]}>“{of.words}”</p>
      {children}
      <footer>
        {t('quoteFrom', { authors, year, at: of.at[language].replaceAll(' ', '\u00a0') })} <Cite of={of.source} />
      </footer>
    </blockquote>
  );
}

export function Sources({ of }: { readonly of: readonly Source[] }) {
  const { t } = useProse();
  const language = useLanguage();
  return (
    <section id="sources" className="sources" aria-labelledby="sources-title">
      <h2 id="sources-title">{t('sources')}</h2>
      <ol>
        {of.map((source) => (
          <li key={source.id} id={`source-${source.id}`}>
            <span className="sources-short">[{source.short[language]}]</span>{' '}
            <span lang={langTag[source.language]}>
              {source.authors} ({source.year}). <a href={source.url}>{source.title}</a>
              {source.title.endsWith('?') ? '' : '.'} {source.venue}.
            </span>{' '}
            {source.gist[language]}
          </li>
        ))}
      </ol>
    </section>
  );
}
