/** Copies an address that opens exactly this experiment as it is shown, or shows it as a QR code. */
import { lazy, memo, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Experiment } from '../../model/experiment.ts';
import { printAddress } from '../../model/permalink.ts';

const QrDialog = lazy(async () => ({ default: (await import('../export/QrDialog.tsx')).QrDialog }));

interface CopyLinkProps {
  readonly experiment: Experiment;
  /** The query of the address, where it says more than the experiment. */
  readonly query?: string | undefined;
  /** What the address could not take along. */
  readonly remark?: string | undefined;
}

export const CopyLink = memo(function CopyLink({
  experiment,
  query = printAddress(experiment),
  remark,
}: CopyLinkProps) {
  const { t } = useTranslation('experiment');
  const [said, setSaid] = useState('');
  /** The address as it was when the code was asked for. */
  const [coded, setCoded] = useState<string>();
  const address = () => {
    const { origin, pathname } = window.location;
    return `${origin}${pathname}?${query}`;
  };
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(address());
      setSaid(t('linkCopied'));
    } catch {
      setSaid(t('linkShown'));
    }
  };
  return (
    <div className="copy-link">
      <button type="button" className="quiet" onClick={copy}>
        {t('link')}
      </button>{' '}
      <button type="button" className="quiet" aria-haspopup="dialog" onClick={() => setCoded(address())}>
        {t('qrCode')}
      </button>{' '}
      <span role="status">{[said, said && remark].filter(Boolean).join(' ')}</span>
      {coded !== undefined && (
        <Suspense>
          <QrDialog address={coded} onClose={() => setCoded(undefined)} />
        </Suspense>
      )}
    </div>
  );
});
