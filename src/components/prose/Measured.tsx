/** Measured numbers in prose, from the build's record of the claims. */
import { amount, fixed, percent, range } from '../../i18n/numbers.ts';
import { useLesson } from './LessonState.tsx';
import { useLanguage } from './language.ts';
import { useProse } from './useProse.ts';

interface MeasuredProps {
  readonly claim: string;
  /** Which of the claim's values. */
  readonly value: string;
  /** `range` adds least, greatest and the number of seeds. */
  readonly show?: 'median' | 'range';
  /** A plain number, a share as a percentage, or a count without decimals. */
  readonly as?: 'number' | 'share' | 'count';
}

/** A recorded value, linked to its claim. @throws when the record lacks it: such a page is not built. */
export function Measured({ claim, value, show = 'median', as = 'number' }: MeasuredProps) {
  const { t } = useProse();
  const language = useLanguage();
  const found = useLesson().record.claims.find(({ id }) => id === claim);
  const measured = found?.values.find(({ name }) => name === value);
  if (!found || !measured) throw new Error(`the record has no value "${value}" of claim "${claim}"`);
  const write = {
    number: (number: number) => amount(number, language),
    share: (share: number) => percent(share, 0),
    count: (number: number) => fixed(number, 0, language),
  }[as];
  const spread = t('range', { range: range(measured.min, measured.max, language, write), count: measured.seeds });
  return (
    <span className="measured" data-claim={`${claim}/${value}`}>
      <a href={`#claim-${claim}`} title={t('measuredTitle', { statement: found.statement[language] })}>
        {write(measured.median)}
      </a>
      {show === 'range' &&
        spread.split(/([\d.,%]+[～–][\d.,%]+)/).map((part, i) =>
          i === 1 ? (
            <span key="range" className="measured-range">
              {part}
            </span>
          ) : (
            part
          ),
        )}
    </span>
  );
}
