/** Leads to the lab, with this very experiment on its table. */
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Experiment } from '../../model/experiment.ts';
import { printAddress } from '../../model/permalink.ts';
import { useLanguage } from '../prose/language.ts';

export function LabLink({ experiment }: { readonly experiment: Experiment }) {
  const { t } = useTranslation('experiment');
  const language = useLanguage();
  return (
    <p className="copy-link">
      <Link to={`/${language}/lab/?${printAddress(experiment)}`}>{t('inTheLab')}</Link>
    </p>
  );
}
