/** Copies an address that opens exactly this block. */
import { useState } from 'react';
import { useBuilder } from './useBuilder.ts';

export function ShareLink({ query }: { readonly query: string }) {
  const { t } = useBuilder();
  const [said, setSaid] = useState<'linkCopied' | 'linkShown'>();
  const copy = async () => {
    const { origin, pathname } = window.location;
    try {
      await navigator.clipboard.writeText(`${origin}${pathname}?${query}`);
      setSaid('linkCopied');
    } catch {
      setSaid('linkShown');
    }
  };
  return (
    <>
      <button type="button" className="quiet" onClick={copy}>
        {t('link')}
      </button>
      <span role="status">{said && t(said)}</span>
    </>
  );
}
