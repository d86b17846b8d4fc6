/** That a run took longer than it was given, and what is shown instead. */
import { useTranslation } from 'react-i18next';

export function FrozenNote({ seconds }: { readonly seconds: number }) {
  const { t } = useTranslation('experiment');
  return (
    <p className="notice" role="status" data-frozen={seconds}>
      {t('frozen', { seconds })}
    </p>
  );
}
