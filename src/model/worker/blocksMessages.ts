/** What the page asks of the worker of the blocks, and what comes back. */
import type { Passage } from '../blocks/passage.ts';

export interface ToBlocks {
  readonly id: number;
  readonly dataUrl: string;
  /** Number of the first picture among the test pictures. */
  readonly first: number;
  readonly seed: number;
}
export type FromBlocks =
  | { readonly id: number; readonly type: 'passed'; readonly passage: Passage }
  | {
      readonly id: number;
      readonly type: 'failed';
      readonly code: 'data-missing' | 'worker-failed';
      readonly detail: string;
    };
