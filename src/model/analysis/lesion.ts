/** Cuts units out of a trained network, or exchanges them, and asks what it can still do (Veit et al. 2016). */
import type { Examples } from '../data/dataset.ts';
import type { Engine } from '../engine/engine.ts';
import type { Unit } from '../network/parameters.ts';
import type { Random } from '../random.ts';
import { type Subject, scoreOf } from './subject.ts';

/** The subject with other units; depth follows, and the branch scale stays that of the network before. */
export const withUnits = ({ network, parameters, task }: Subject, units: readonly Unit[]): Subject => ({
  network: { ...network, depth: units.length * network.layersPerUnit },
  parameters: { ...parameters, units },
  task,
});

/**
 * The unit is taken out, shortcut and all: its input goes straight to the next one. In a plain network that is the layer
 * gone; in a residual one with lambda 1 its branch says 0.
 * @throws {RangeError} when there is no such unit
 */
export function deleted(subject: Subject, unit: number): Subject {
  const { units } = subject.parameters;
  if (!units[unit]) throw new RangeError(`There is no unit ${unit}.`);
  return withUnits(subject, units.toSpliced(unit, 1));
}

/**
 * Two units change places.
 * @throws {RangeError} when there is no such unit
 */
export function swapped(subject: Subject, one: number, other: number): Subject {
  const { units } = subject.parameters;
  const [a, b] = [units[one], units[other]];
  if (!a || !b) throw new RangeError(`There are no units ${one} and ${other}.`);
  return withUnits(subject, units.with(one, b).with(other, a));
}

/** A share of the units, drawn at random and rounded to a whole number, is taken out; 0 none, 1 all. */
export function withoutShare(subject: Subject, share: number, stream: Random): Subject {
  const left = [...subject.parameters.units];
  for (let goes = Math.round(share * left.length); goes > 0; goes--) left.splice(stream.below(left.length), 1);
  return withUnits(subject, left);
}

export interface LesionReport {
  readonly intact: number;
  /** Without unit l, for each l. */
  readonly deleted: readonly number[];
  /** With units l and l + 1 exchanged, for each l but the last. */
  readonly swapped: readonly number[];
}

/** Accuracies over a set, between 0 and 1. */
export function lesionReport(engine: Engine, subject: Subject, examples: Examples): LesionReport {
  const accuracy = (changed: Subject) => scoreOf(engine, changed, examples).accuracy;
  const { units } = subject.parameters;
  return {
    intact: accuracy(subject),
    deleted: units.map((_, l) => accuracy(deleted(subject, l))),
    swapped: units.slice(1).map((_, l) => accuracy(swapped(subject, l, l + 1))),
  };
}
