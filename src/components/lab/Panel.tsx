/** A part of the lab that costs nothing until it is opened. */
import { type ReactNode, useState } from 'react';

interface PanelProps {
  readonly id: string;
  readonly title: string;
  readonly open?: boolean;
  /** Told when the reader opens or closes it. */
  readonly onOpen?: (open: boolean) => void;
  readonly children: ReactNode;
}

export function Panel({ id, title, open: first = false, onOpen, children }: PanelProps) {
  const [open, setOpen] = useState(first);
  return (
    <details
      className="lab-panel"
      id={id}
      open={first}
      onToggle={({ currentTarget }) => {
        setOpen(currentTarget.open);
        if (currentTarget.open !== first) onOpen?.(currentTarget.open);
      }}
    >
      <summary>
        <h2>{title}</h2>
      </summary>
      {open && children}
    </details>
  );
}

/** Opens a panel from elsewhere, and leads there. */
export function openPanel(id: string): void {
  const panel = document.getElementById(id);
  if (!(panel instanceof HTMLDetailsElement)) return;
  panel.open = true;
  panel.querySelector('summary')?.focus();
}
