/** Progress as a file: the document that is stored, under a name with the day. */
import { type Reading, readProgress } from './progress.ts';
import type { ProgressState } from './store.ts';

/** A file that says more than this is none of ours, in bytes. */
export const largest = 1_000_000;

/** A later version's document goes out as it came in. */
export const fileText = ({ progress, trouble }: ProgressState): string =>
  trouble?.kind === 'newer' ? trouble.text : `${JSON.stringify(progress, null, 2)}\n`;

/** @param day today, for the name of the file */
export function exportProgress(state: ProgressState, day = new Date()): void {
  const url = URL.createObjectURL(new Blob([fileText(state)], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `residual-lab-progress-${day.toISOString().slice(0, 10)}.json`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** What a chosen file holds. A file that cannot be read is unreadable like one that holds something else. */
export async function readFile(file: File): Promise<Reading> {
  if (file.size > largest) return { kind: 'unreadable' };
  try {
    return readProgress(await file.text());
  } catch {
    return { kind: 'unreadable' };
  }
}
