/** A displayed equation with its number and one line of words under it. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface EquationProps {
  readonly n: number;
  /** What the equation says, in words. */
  readonly words: string;
  /** The typeset equation. */
  readonly children: ReactNode;
}

export function Equation({ n, words, children }: EquationProps) {
  const { t } = useTranslation('prose');
  return (
    <figure id={`equation-${n}`} className="equation">
      <div className="equation-line">
        <div className="equation-body">{children}</div>
        <span className="equation-number" title={t('equation', { n })}>
          ({n})
        </span>
      </div>
      <figcaption>{words}</figcaption>
    </figure>
  );
}
