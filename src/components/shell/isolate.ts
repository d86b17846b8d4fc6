/** Shows some parts of a page and nothing else of it. The rest stays in the document, hidden by shell styles. */

/**
 * Marks what is to be shown and the way to it, and again whenever the page has drawn other elements in their place.
 * @param pick finds the parts
 * @param found told after each look whether there was any
 * @returns ends it and shows everything again
 */
export function isolate(
  kind: string,
  pick: () => readonly Element[],
  found: (any: boolean) => void = () => {},
): () => void {
  const root = document.documentElement;
  const main = document.querySelector('main');
  let shown: readonly Element[] = [];
  const clear = () => {
    for (const marked of document.querySelectorAll('[data-kept], [data-way]')) {
      marked.removeAttribute('data-kept');
      marked.removeAttribute('data-way');
    }
  };
  const mark = () => {
    const parts = pick();
    if (parts.length === shown.length && parts.every((part, i) => part === shown[i])) return;
    shown = parts;
    clear();
    for (const part of parts) {
      part.setAttribute('data-kept', '');
      for (let at = part.parentElement; at && at !== main; at = at.parentElement) at.setAttribute('data-way', '');
    }
    found(parts.length > 0);
  };
  root.dataset.isolated = kind;
  mark();
  const observer = new MutationObserver(mark);
  if (main) observer.observe(main, { childList: true, subtree: true });
  return () => {
    observer.disconnect();
    clear();
    delete root.dataset.isolated;
  };
}
