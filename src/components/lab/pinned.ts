/** From pins to what the page shows of them: letters, colours, curves, and which of them began alike. */
import { type Pin, type PinColour, startOf } from '../../model/lab/pins.ts';
import { armStyles } from '../charts/armStyle.ts';
import type { PinnedCurve } from '../charts/PinnedCurves.tsx';

/** A, B, C … in the order of the pins. */
export const markOf = (index: number): string => String.fromCharCode(65 + index);

export const colourOf = (colour: PinColour): string => `var(--pin-${colour})`;

/** One thin curve for each arm of each pin that is to be drawn. */
export const curvesOf = (pins: readonly Pin[], label: (name: string) => string): PinnedCurve[] =>
  pins.flatMap(({ id, shown, colour, arms }, index) => {
    if (!shown) return [];
    const styles = armStyles(arms);
    return arms.map(
      ({ name, curve }, i): PinnedCurve => ({
        id: `${id} ${name}`,
        mark: markOf(index),
        label: `${markOf(index)} ${label(name)}`,
        colour: colourOf(colour),
        dash: styles[i]?.dash,
        points: curve,
      }),
    );
  });

/** Marks of the pins that begin with the same weights as the pin at `index`. */
export function sameStarts(pins: readonly Pin[], index: number): string[] {
  const own = pins[index];
  if (!own) return [];
  const start = startOf(own.experiment, own.own);
  return pins.flatMap((pin, i) => (i !== index && startOf(pin.experiment, pin.own) === start ? [markOf(i)] : []));
}
