/** A trained network's units in an order of the reader's own, some of them left out, beside the network as it was trained. */
import type { Examples } from '../data/dataset.ts';
import type { Engine } from '../engine/engine.ts';
import type { Score } from '../telemetry.ts';
import { withUnits } from './lesion.ts';
import { type Subject, scoreOf } from './subject.ts';

export interface Arrangement {
  /** Of how many units the network was trained; networks of other sizes are left as they are. */
  readonly units: number;
  /** Units in the order in which the state meets them, counted from 0. Those that are missing are taken out. */
  readonly order: readonly number[];
}

/**
 * The subject with its units in this order. A missing unit is taken out as `deleted` does it: its input goes straight to
 * the next one.
 * @throws {RangeError} when a unit is named that is not there, or one is named twice
 */
export function arranged(subject: Subject, order: readonly number[]): Subject {
  const { units } = subject.parameters;
  const used = new Set<number>();
  const chosen = order.map((place) => {
    const unit = units[place];
    if (!unit) throw new RangeError(`There is no unit ${place}; the units are 0 to ${units.length - 1}.`);
    if (used.has(place)) throw new RangeError(`Unit ${place} is named twice; each may stand in one place.`);
    used.add(place);
    return unit;
  });
  return withUnits(subject, chosen);
}

export interface ArrangementReport {
  /** Of the network as it was trained. */
  readonly intact: Score;
  /** With its units arranged; missing where the arrangement is for another number of units. */
  readonly arranged?: Score;
}

/**
 * Scores over a set. Without an arrangement the units stay as they are.
 * @throws {RangeError} as `arranged`
 */
export function arrangementReport(
  engine: Engine,
  subject: Subject,
  examples: Examples,
  arrangement?: Arrangement,
): ArrangementReport {
  const intact = scoreOf(engine, subject, examples);
  if (!arrangement) return { intact, arranged: intact };
  if (arrangement.units !== subject.parameters.units.length) return { intact };
  return { intact, arranged: scoreOf(engine, arranged(subject, arrangement.order), examples) };
}
