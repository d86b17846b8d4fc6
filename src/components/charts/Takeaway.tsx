/** Text with its marks: names of arms in their colour, powers of ten raised and with a spoken name. */
import { Fragment, type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../i18n/language.ts';
import { exponentOf, powerPattern, spokenPower } from '../../i18n/numbers.ts';
import { useLanguage } from '../prose/language.ts';
import { type ArmName, armStyles } from './armStyle.ts';
import { type Piece, type Sentence, written } from './sentence.ts';

/** Text in which each power of ten is typeset. */
export function withPowers(text: string, language: Language): ReactNode {
  const parts = text.split(powerPattern);
  if (parts.length === 1) return text;
  return parts.map((part, i) => (
    <Fragment key={i}>{i % 2 ? <TenTo exponent={exponentOf(part)} language={language} /> : part}</Fragment>
  ));
}

const TenTo = ({ exponent, language }: { readonly exponent: number; readonly language: Language }) => (
  <>
    <span aria-hidden="true">
      10<sup>{exponent < 0 ? `\u2212${-exponent}` : exponent}</sup>
    </span>
    <span className="visually-hidden">{spokenPower(exponent, language)}</span>
  </>
);

/** Pieces of a sentence as React nodes; `arms` are all arms of the chart, so that styles agree with it. */
export function setPieces(pieces: readonly Piece[], arms: readonly ArmName[], language: Language): ReactNode {
  const styles = armStyles(arms);
  return pieces.map((piece, i) =>
    typeof piece === 'string' ? (
      <Fragment key={i}>{withPowers(piece, language)}</Fragment>
    ) : (
      <strong key={i} className={styles[arms.findIndex(({ name }) => name === piece.name)]?.className}>
        {piece.label}
      </strong>
    ),
  );
}

interface TakeawayProps {
  readonly sentences: readonly Sentence[];
  /** All arms of the chart. */
  readonly arms: readonly ArmName[];
}

/** One or more sentences about arms, as a heading or within prose. */
export function Takeaway({ sentences, arms }: TakeawayProps) {
  const { t } = useTranslation('charts');
  const language = useLanguage();
  return useMemo(() => setPieces(written(sentences, t, language), arms, language), [sentences, arms, t, language]);
}
