/** The names of the two arms in running text: the colour of their curves, and bold, so that colour is never alone. */
import type { ReactNode } from 'react';

interface ArmProps {
  readonly children: ReactNode;
}

export const Plain = ({ children }: ArmProps) => <span className="arm-plain">{children}</span>;
export const Residual = ({ children }: ArmProps) => <span className="arm-residual">{children}</span>;
