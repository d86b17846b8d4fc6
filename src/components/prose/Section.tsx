/** A section of a lesson: prose, and perhaps beside it the live part that the prose speaks of. */
import type { ReactNode } from 'react';

interface SectionProps {
  readonly id: string;
  readonly title: string;
  /** Stands at the right and stays in view on wide screens, below the text on narrow ones. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

export function Section({ id, title, aside, children }: SectionProps) {
  return (
    <section id={id} className={aside ? 'section section-split' : 'section'} aria-labelledby={`${id}-title`}>
      <div className="section-text">
        <h2 id={`${id}-title`}>{title}</h2>
        {children}
      </div>
      {aside && <div className="section-aside">{aside}</div>}
    </section>
  );
}
