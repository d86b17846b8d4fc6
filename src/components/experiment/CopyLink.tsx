/** Copies an address that opens exactly this experiment. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Experiment } from '../../model/experiment.ts';
import { printAddress } from '../../model/permalink.ts';

export function CopyLink({ experiment }: { readonly experiment: Experiment }) {
  const { t } = useTranslation('experiment');
  const [said, setSaid] = useState('');
  const copy = async () => {
    const { origin, pathname } = window.location;
    try {
      await navigator.clipboard.writeText(`${origin}${pathname}?${printAddress(experiment)}`);
      setSaid(t('linkCopied'));
    } catch {
      setSaid(t('linkShown'));
    }
  };
  return (
    <p className="copy-link">
      <button type="button" className="quiet" onClick={copy}>
        {t('link')}
      </button>{' '}
      <span role="status">{said}</span>
    </p>
  );
}
