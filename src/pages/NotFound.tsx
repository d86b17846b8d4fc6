/** Below a language, at an address that no page has. */
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLanguage } from '../components/prose/language.ts';

export function NotFound() {
  const { t } = useTranslation('shell');
  return (
    <div className="not-found">
      <h1>{t('missing')}</h1>
      <p>{t('missingText')}</p>
      <p>
        <Link to={`/${useLanguage()}/`}>{t('home')}</Link>
      </p>
    </div>
  );
}
