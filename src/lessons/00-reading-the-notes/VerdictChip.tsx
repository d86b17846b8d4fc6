/** A verdict in a word and a sign. The sign differs in shape, so colour is not needed. */
import { useLanguage } from '../../components/prose/language.ts';
import type { Verdict } from './statement.ts';
import { verdictWords } from './words.ts';

const signs: Readonly<Record<Verdict, string>> = {
  right: 'M4.5,8.5l2.5,2.8l4.8,-6',
  partly: 'M8,2a6,6 0 0 0 0,12z',
  wrong: 'M5.2,5.2l5.6,5.6M10.8,5.2l-5.6,5.6',
};

export const Sign = ({ verdict }: { readonly verdict: Verdict }) => (
  <svg className={`verdict-sign verdict-sign-${verdict}`} viewBox="0 0 16 16" aria-hidden="true">
    <circle cx={8} cy={8} r={7} />
    <path d={signs[verdict]} />
  </svg>
);

export function VerdictChip({ verdict }: { readonly verdict: Verdict }) {
  return (
    <span className="verdict-chip">
      <Sign verdict={verdict} />
      {verdictWords[verdict][useLanguage()]}
    </span>
  );
}
