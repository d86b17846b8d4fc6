/** What surrounds every page: the way past the header, the header, the footer. */
import { lazy, type ReactNode, Suspense, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLanguage } from '../prose/language.ts';
import { delivered } from './early.ts';
import { LanguageSwitch } from './LanguageSwitch.tsx';
import { useMode } from './mode.ts';
import { ThemeSwitch } from './ThemeSwitch.tsx';
import { useArrival } from './useArrival.ts';

const Guest = lazy(async () => ({ default: (await import('../embed/Guest.tsx')).Guest }));

export function Shell({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation('shell');
  const language = useLanguage();
  const main = useRef<HTMLElement>(null);
  useArrival(main);
  const { kind } = useMode();
  return (
    <>
      <a className="skip" href="#main">
        {t('skip')}
      </a>
      <header className="site-header">
        <Link to={`/${language}/`} className="brand">
          {t('brand')}
        </Link>
        <nav aria-label={t('nav')}>
          <Link to={`/${language}/#lessons`}>{t('lessons')}</Link>
          <Link to={`/${language}/lab/`}>{t('lab')}</Link>
          <Link to={`/${language}/builder/`}>{t('workbench')}</Link>
          <Link to={`/${language}/glossary/`}>{t('glossary')}</Link>
          <Link to={`/${language}/progress/`}>{t('progress')}</Link>
        </nav>
        <LanguageSwitch />
        <ThemeSwitch />
      </header>
      <main id="main" ref={main} tabIndex={-1} onClickCapture={delivered}>
        {children}
        <Suspense>{kind === 'embed' && <Guest />}</Suspense>
      </main>
      <footer className="site-footer">
        <p>{t('footer')}</p>
        <nav aria-label={t('about')}>
          <Link to={`/${language}/teach/`}>{t('teach')}</Link>
          <Link to={`/${language}/references/`}>{t('references')}</Link>
          <a href={`${import.meta.env.BASE_URL}licences.txt`}>{t('licences')}</a>
        </nav>
      </footer>
    </>
  );
}
