/** What the page asks of the worker of the blocks, and what comes back. */
import type { Clones } from '../blocks/clones.ts';
import type { Passage } from '../blocks/passage.ts';

/** Sends a picture, by its number among the test pictures, through the notes' block. */
interface PassageWish {
  readonly kind: 'passage';
  readonly dataUrl: string;
  readonly first: number;
  readonly seed: number;
}
/** Draws every kernel of the notes' ResNet-50, all from one seed or each from its own, and compares them. */
interface ClonesWish {
  readonly kind: 'clones';
  readonly seed: number | 'own';
}
export type Wish = PassageWish | ClonesWish;
export type ToBlocks = Wish & { readonly id: number };

export type Granted =
  | { readonly kind: 'passage'; readonly passage: Passage }
  | { readonly kind: 'clones'; readonly clones: Clones };
export type FromBlocks =
  | { readonly id: number; readonly type: 'granted'; readonly granted: Granted }
  | { readonly id: number; readonly type: 'failed'; readonly detail: string };
