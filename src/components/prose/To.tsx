/** A link to another lesson, in the language of the page. */
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useLanguage } from './language.ts';

interface ToProps {
  /** Slug of the lesson. */
  readonly lesson: string;
  /** Id of one of its sections. */
  readonly at?: string;
  readonly children: ReactNode;
}

export const To = ({ lesson, at, children }: ToProps) => (
  <Link to={`/${useLanguage()}/lessons/${lesson}/${at ? `#${at}` : ''}`}>{children}</Link>
);
