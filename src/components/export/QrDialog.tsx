/** An address as a QR code that a lecture hall can read from the screen, and as text. */
import { useEffect, useId, useRef } from 'react';
import { useLanguage } from '../prose/language.ts';
import { qrOf } from './qr.ts';

const words = {
  title: { en: 'This experiment on another device', zh: '在另一台设备上打开这个实验' },
  code: { en: 'QR code of the address below', zh: '下面这个地址的二维码' },
  long: {
    en: 'The address is too long for a QR code; the text below opens the same experiment.',
    zh: '地址太长，放不进二维码；下面的文字能打开同一个实验。',
  },
  close: { en: 'Close', zh: '关闭' },
};

interface QrDialogProps {
  readonly address: string;
  readonly onClose: () => void;
}

/** Open for as long as it is there. */
export function QrDialog({ address, onClose }: QrDialogProps) {
  const language = useLanguage();
  const dialog = useRef<HTMLDialogElement>(null);
  const title = useId();
  useEffect(() => {
    if (dialog.current?.open === false) dialog.current.showModal();
  }, []);
  const code = qrOf(address);
  return (
    <dialog ref={dialog} className="qr" aria-labelledby={title} onClose={onClose}>
      <h2 id={title}>{words.title[language]}</h2>
      {code ? (
        <svg viewBox={`0 0 ${code.side} ${code.side}`} role="img" aria-label={words.code[language]}>
          <rect width={code.side} height={code.side} fill="#fff" />
          <path d={code.path} fill="#000" shapeRendering="crispEdges" />
        </svg>
      ) : (
        <p className="notice">{words.long[language]}</p>
      )}
      <p className="qr-address">{address}</p>
      <button type="button" onClick={() => dialog.current?.close()}>
        {words.close[language]}
      </button>
    </dialog>
  );
}
