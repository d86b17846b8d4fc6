/** The door: both languages, for readers whose browser does not choose one; and for addresses that are in neither. */
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { InLanguage } from '../components/shell/InLanguage.tsx';
import { type Language, langTag, languages } from '../i18n/language.ts';

interface FrontProps {
  /** Says first that the page asked for does not exist. */
  readonly missing?: boolean;
}

function Welcome({ language, missing }: FrontProps & { readonly language: Language }) {
  const { t } = useTranslation('shell');
  return (
    <section lang={langTag[language]}>
      <h1>{t(missing ? 'missing' : 'brand')}</h1>
      <p>{t(missing ? 'missingText' : 'front')}</p>
      <p>
        <Link to={`/${language}/`}>{t(missing ? 'home' : 'enter')}</Link>
      </p>
    </section>
  );
}

export const Front = ({ missing = false }: FrontProps) => (
  <main className="front">
    {languages.map((language) => (
      <InLanguage key={language} language={language}>
        <Welcome language={language} missing={missing} />
      </InLanguage>
    ))}
  </main>
);
