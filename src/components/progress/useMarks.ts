/** The reader's own verdicts on the claims of the notes. */
import { clearMarks, markClaim } from './changes.ts';
import { progressStore, useProgress } from './useProgress.ts';

interface Marks {
  /** By claim: whether the reader takes it to hold. */
  readonly marks: Readonly<Record<string, boolean>>;
  readonly mark: (id: string, holds: boolean) => void;
  readonly clear: () => void;
}

const mark = (id: string, holds: boolean) => progressStore.change(markClaim(id, holds));
const clear = () => progressStore.change(clearMarks);

export const useMarks = (): Marks => ({ marks: useProgress().progress.marks, mark, clear });
