/** A part of the lab that costs nothing until it is opened. */
import { type ReactNode, useState } from 'react';

interface PanelProps {
  readonly id: string;
  readonly title: string;
  readonly open?: boolean;
  readonly children: ReactNode;
}

export function Panel({ id, title, open: first = false, children }: PanelProps) {
  const [open, setOpen] = useState(first);
  return (
    <details className="lab-panel" id={id} open={first} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        <h2>{title}</h2>
      </summary>
      {open && children}
    </details>
  );
}
