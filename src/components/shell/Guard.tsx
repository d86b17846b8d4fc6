/** Keeps a fault in one part of the page from taking the rest with it. */
import type { ReactNode } from 'react';
import { ErrorBoundary, type FallbackProps } from 'react-error-boundary';
import { useTranslation } from 'react-i18next';

function Fault({ error }: FallbackProps) {
  const { t } = useTranslation('errors');
  return (
    <div role="alert" className="notice">
      <p>{t('crashed')}</p>
      <button type="button" onClick={() => window.location.reload()}>
        {t('reload')}
      </button>
      <details>
        <summary>{t('details')}</summary>
        <code>{error instanceof Error ? error.message : String(error)}</code>
      </details>
    </div>
  );
}

export const Guard = ({ children }: { readonly children: ReactNode }) => (
  <ErrorBoundary FallbackComponent={Fault}>{children}</ErrorBoundary>
);
