/** Leads to the lab, with this very experiment on its table and the same chart beside it. */
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLanguage } from '../prose/language.ts';

export function LabLink({ query }: { readonly query: string }) {
  const { t } = useTranslation('experiment');
  const language = useLanguage();
  return (
    <p className="copy-link">
      <Link to={`/${language}/lab/?${query}`}>{t('inTheLab')}</Link>
    </p>
  );
}
