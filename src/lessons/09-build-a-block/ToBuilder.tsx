/** A link to the workbench with a block on it. */
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useLanguage } from '../../components/prose/language.ts';

interface ToBuilderProps {
  /** The block, as its address has it. */
  readonly query?: string;
  readonly children: ReactNode;
}

export const ToBuilder = ({ query, children }: ToBuilderProps) => (
  <Link to={`/${useLanguage()}/builder/${query ? `?${query}` : ''}`}>{children}</Link>
);
