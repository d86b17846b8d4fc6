/** Predictions and questions on a slide: what is asked, locked and shown next. */
import type { Deck } from './deck.ts';
import { isShown } from './parts.ts';

/** What came of it: what was done, or what is missing. */
export type Outcome = 'shown' | 'locked' | 'checked' | 'outcome' | 'answer-first' | 'none';

const isOff = (button: HTMLButtonElement) => button.disabled || button.getAttribute('aria-disabled') === 'true';

/** The question in view, or else the first prediction of the slide. */
function asked(slide: Element): HTMLElement | undefined {
  const all = [...slide.querySelectorAll<HTMLElement>('[data-predict], [data-quiz]')];
  return all.find(isShown) ?? all[0];
}

/** Shows the prediction of the slide; then locks the answer chosen; then shows the verdict. A quiz item is checked. */
export function stepPrediction(deck: Deck): Outcome {
  const slide = deck.current();
  const question = slide && asked(slide);
  if (!slide || !question) return 'none';
  if (!isShown(question)) {
    deck.reveal(question);
    return 'shown';
  }
  const quiz = question.hasAttribute('data-quiz');
  if (!quiz && question.dataset.locked === 'true') {
    const verdict = slide.querySelector('[data-verdict]');
    if (!verdict) return 'none';
    deck.reveal(verdict);
    return 'outcome';
  }
  const button = question.querySelector<HTMLButtonElement>('button[type="submit"], .button-primary');
  if (!button || isOff(button)) {
    question.querySelector<HTMLElement>('input, [role="slider"]')?.focus();
    return 'answer-first';
  }
  button.click();
  return quiz ? 'checked' : 'locked';
}

/** Chooses an answer of the question in view. @param place from 1 @returns whether there is such an answer */
export function choose(slide: Element | undefined, place: number): boolean {
  const question = slide && asked(slide);
  if (!question || !isShown(question)) return false;
  const options = question.querySelectorAll<HTMLInputElement>('.predict-choices input, .quiz-option input');
  const option = options[place - 1];
  if (!option || option.disabled) return false;
  option.click();
  return true;
}
