/** An experiment inside another page: alone, as high as it needs, run and reset by messages of the page around it. */
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isRunning, pressReset, pressRun } from '../present/parts.ts';
import { useLanguage } from '../prose/language.ts';
import { isolate } from '../shell/isolate.ts';
import { mode } from '../shell/mode.ts';
import { MissingPart } from './MissingPart.tsx';
import { type HeightMessage, orderOf, parentOf, type StatusMessage } from './messages.ts';

const words = {
  credit: { en: 'From Residual Lab', zh: '来自残差实验室' },
};

/** The live part that the address names, or the first; on a page with one experiment only, what there is. */
const partOf = (): Element | undefined => {
  const parts = [...document.querySelectorAll('main .experiment, main .lab')];
  return mode.part ? parts.find(({ id }) => id === mode.part) : parts[0];
};

function useMessages(reset: string): void {
  useEffect(() => {
    const parent = parentOf();
    const send = (message: HeightMessage | StatusMessage) => parent?.window.postMessage(message, parent.origin ?? '*');
    let height = 0;
    let status = '';
    const tell = () => {
      const now = Math.ceil(document.getElementById('root')?.getBoundingClientRect().height ?? 0);
      if (now > 0 && now !== height) {
        height = now;
        send({ type: 'residual-lab:height', height });
      }
      const doing = partOf()?.getAttribute('data-status') ?? '';
      if (doing && doing !== status) {
        status = doing;
        send({ type: 'residual-lab:status', status });
      }
    };
    const sizes = new ResizeObserver(tell);
    sizes.observe(document.body);
    const changes = new MutationObserver(tell);
    changes.observe(document.body, { subtree: true, childList: true, attributeFilter: ['data-status', 'data-kept'] });
    const hear = (event: MessageEvent<unknown>) => {
      const order = orderOf(event, parent);
      const part = partOf();
      if (!order || !part) return;
      if (order === 'reset') pressReset(part, reset);
      else if (!isRunning(part)) pressRun(part);
    };
    window.addEventListener('message', hear);
    tell();
    return () => {
      sizes.disconnect();
      changes.disconnect();
      window.removeEventListener('message', hear);
    };
  }, [reset]);
}

/** A guest does not lead away inside its frame: links open a window of their own. */
function useOutwardLinks(): void {
  useEffect(() => {
    const onClick = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a') : null;
      if (!link?.href || link.hasAttribute('download')) return;
      event.preventDefault();
      event.stopPropagation();
      window.open(link.href, '_blank', 'noopener');
    };
    window.addEventListener('click', onClick, { capture: true });
    return () => window.removeEventListener('click', onClick, { capture: true });
  }, []);
}

export function Guest() {
  const { t } = useTranslation('experiment');
  const language = useLanguage();
  const [found, setFound] = useState(true);
  useEffect(() => {
    const look = () => {
      const part = partOf();
      return part ? [part] : [];
    };
    const leave = isolate('embed', look, (any) => any && setFound(true));
    // The prose of a lesson comes late; what is not there by then does not come.
    const waiting = setTimeout(() => {
      if (!partOf()) setFound(false);
    }, 4000);
    return () => {
      clearTimeout(waiting);
      leave();
    };
  }, []);
  useMessages(t('reset'));
  useOutwardLinks();
  const home = typeof window === 'undefined' ? '' : window.location.pathname;
  return (
    <div className="guest">
      {!found && <MissingPart part={mode.part} />}
      <p className="guest-credit">
        <a href={home}>{words.credit[language]}</a>
      </p>
    </div>
  );
}
