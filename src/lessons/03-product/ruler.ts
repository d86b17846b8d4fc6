/** The slope ruler of the lesson: what is measured, what theory expects, and why it sometimes expects nothing. */

import { smallestFloat32 } from '../../i18n/numbers.ts';
import { theoreticalSlope } from '../../model/analysis/theoreticalSlope.ts';
import type { Settings } from '../../model/experiment.ts';

/** `states-grow`: behind a shortcut tanh and sigmoid leave the range of small states. `large-weights`: they saturate. */
export type NoTheory = 'states-grow' | 'large-weights';

export interface Theory {
  /** Decades that a unit loses; undefined where there is no closed form. */
  readonly decades: number | undefined;
  /** The slope of tanh and sigmoid is greatest at 0, so that a unit loses at least `decades`. */
  readonly atLeast: boolean;
  readonly without?: NoTheory;
}

/** For networks without a norm and with independent initial weights. */
export function theoryOf(settings: Settings): Theory {
  const decades = theoreticalSlope(settings);
  const bends = settings.activation === 'tanh' || settings.activation === 'sigmoid';
  if (decades !== undefined) return { decades, atLeast: bends && settings.shortcutScale === 0 };
  return { decades, atLeast: false, without: settings.shortcutScale === 0 ? 'large-weights' : 'states-grow' };
}

/** How many of a network's first states have a gradient that float32 keeps as 0, or nearly so. */
export function buried(norms: ArrayLike<number>): number {
  const all = Array.from(norms);
  const heard = all.findIndex((norm) => !(norm >= 0 && norm < smallestFloat32));
  return heard === -1 ? all.length : heard;
}
