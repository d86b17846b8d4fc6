/** Boxes beside the main line of a lesson. Those that fold are `details`: they open without scripts. */
import { type ReactNode, useId } from 'react';
import { useProse } from './useProse.ts';

interface BoxProps {
  readonly children: ReactNode;
}
interface TitledProps extends BoxProps {
  readonly title: string;
}

/** A tempting statement, and what the experiments say about it. */
export function Pitfall({ title, children }: TitledProps) {
  const { t } = useProse();
  const heading = useId();
  return (
    <aside className="box box-pitfall" aria-labelledby={heading}>
      <h3 id={heading}>
        <span className="box-kind">{t('pitfall')}</span> {title}
      </h3>
      {children}
    </aside>
  );
}

/** For whoever wants the details; the lesson is whole without them. */
export function DeepDive({ title, children }: TitledProps) {
  const { t } = useProse();
  return (
    <details className="box box-dive">
      <summary>
        <span className="box-kind">{t('deepDive')}</span> {title}
      </summary>
      {children}
    </details>
  );
}

/** What the experiment of this lesson does not show: at most three sentences. */
export function Limits({ children }: BoxProps) {
  const { t } = useProse();
  return (
    <section id="limits" className="limits" aria-labelledby="limits-title">
      <h2 id="limits-title">{t('limits')}</h2>
      {children}
    </section>
  );
}

/** For the presenter: timing, questions to ask, what to show when. */
export function Notes({ children }: BoxProps) {
  const { t } = useProse();
  return (
    <details id="notes" className="box box-notes">
      <summary>{t('notes')}</summary>
      {children}
    </details>
  );
}
