/** What the network would answer if it stopped after each unit: the head reads every state, not the last one alone. */
import type { Examples } from '../data/dataset.ts';
import type { Engine } from '../engine/engine.ts';
import type { Score } from '../telemetry.ts';
import { withUnits } from './lesion.ts';
import { type Subject, scoreOf, withTrainee } from './subject.ts';

/** The network up to x_l, then final norm and head. l = units is the whole network. */
export const truncated = (subject: Subject, l: number): Subject =>
  withUnits(subject, subject.parameters.units.slice(0, l));

/** Loss and accuracy after each of x_0 ... x_units. */
export const readOutScores = (engine: Engine, subject: Subject, examples: Examples): Score[] =>
  stops(subject).map((l) => scoreOf(engine, truncated(subject, l), examples));

/** Outputs [count, outputSize] read from each of x_0 ... x_units. */
export const readOuts = (engine: Engine, subject: Subject, { inputs, count }: Examples): Float32Array[] =>
  stops(subject).map((l) => withTrainee(engine, truncated(subject, l), (copy) => copy.predict(inputs, count)));

const stops = ({ parameters }: Subject): number[] => Array.from({ length: parameters.units.length + 1 }, (_, l) => l);
