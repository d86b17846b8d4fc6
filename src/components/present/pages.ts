/** How a long slide is dealt out: whole blocks, as many on a page as there is room for. */

export interface Block {
  /** Upper and lower edge in pixels, margins left out. */
  readonly top: number;
  readonly bottom: number;
  /** Keeps the block that follows on its page, as a heading does. */
  readonly leads?: boolean;
}

/**
 * The page of each block, from 0. A block higher than the room has a page of its own, on which the reader scrolls.
 * @param room height of a page in pixels
 */
export function pagesOf(blocks: readonly Block[], room: number): number[] {
  let page = 0;
  let from: number | undefined;
  return blocks.map(({ top, bottom, leads }, i) => {
    const last = leads ? (blocks[i + 1]?.bottom ?? bottom) : bottom;
    from ??= top;
    if (last - from > room && top > from && !blocks[i - 1]?.leads) {
      page++;
      from = top;
    }
    return page;
  });
}
