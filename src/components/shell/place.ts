/** Where the reader is on the page, in terms that hold in both languages: their sections have the same ids. */

interface Place {
  readonly id: string;
  /** How far the reader is through the section: 0 at its top edge, 1 at its end. Negative above it. */
  readonly share: number;
}

/** The reader's eye is taken to be this far down the window, in pixels. */
const eye = 96;
let kept: Place | undefined;

/** The section that the reader is in; none at the top of the page. */
export function sectionInView(): HTMLElement | undefined {
  if (window.scrollY === 0) return undefined;
  return [...document.querySelectorAll<HTMLElement>('main section[id]')]
    .filter((section) => section.getBoundingClientRect().top <= eye)
    .at(-1);
}

/** Remembers the section in view, for the page that comes next. */
export function keepPlace(): void {
  const section = sectionInView();
  if (!section) {
    kept = undefined;
    return;
  }
  const { top, height } = section.getBoundingClientRect();
  kept = { id: section.id, share: height > 0 ? (eye - top) / height : 0 };
}

/** Scrolls to the remembered place. Does nothing where there is none, or the page lacks the section. */
export function restorePlace(): void {
  const section = kept && document.getElementById(kept.id);
  if (!kept || !section) return;
  const { top, height } = section.getBoundingClientRect();
  window.scrollTo({ top: window.scrollY + top + kept.share * height - eye, behavior: 'instant' });
}
