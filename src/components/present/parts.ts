/** The live parts of a page, run and reset by the same buttons that a reader presses. */

/** Whether an element is drawn at all. */
export const isShown = (element: Element): boolean => element.getClientRects().length > 0;

const buttonsOf = (part: Element): HTMLButtonElement[] =>
  [...part.querySelectorAll<HTMLButtonElement>('.run-controls button')].filter((button) => !button.disabled);

/** The live part that has the focus, or the first one in view. */
export function partIn(root: ParentNode): Element | undefined {
  const parts = [...root.querySelectorAll('.experiment')].filter(isShown);
  return parts.find((part) => part.contains(document.activeElement)) ?? parts[0];
}

/** Presses run, pause or go on, whichever the part offers. @returns whether it has such a button */
export function pressRun(part: Element): boolean {
  const button = buttonsOf(part)[0];
  button?.click();
  return button !== undefined;
}

/** Whether a part trains at the moment. */
export const isRunning = (part: Element): boolean => part.getAttribute('data-status') === 'running';

/** @param name what the button is called in the language of the page */
export function pressReset(part: Element, name: string): boolean {
  const button = buttonsOf(part).find(({ textContent }) => textContent === name);
  button?.click();
  return button !== undefined;
}
