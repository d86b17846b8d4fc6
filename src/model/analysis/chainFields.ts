/** What may be asked of the scalar chains: ranges that hold wherever the values come from. */
import type { NumberField } from '../experiment.ts';

const whole = (key: string, min: number, max: number, byDefault: number): NumberField => ({
  kind: 'number',
  key,
  min,
  max,
  integer: true,
  log: false,
  default: byDefault,
});
const real = (key: string, min: number, max: number, byDefault: number): NumberField => ({
  kind: 'number',
  key,
  min,
  max,
  integer: false,
  log: false,
  default: byDefault,
});

export const chainFields = {
  /** L: units of one weight, in a chain of many draws. */
  length: whole('L', 1, 100, 50),
  /** L of a chain whose paths are counted and added up: C(54, 27) is still a whole number in 64 bits. */
  units: whole('n', 1, 54, 50),
  /** The same weight in every unit. */
  weight: real('w', -1, 1, 0.1),
  /** Standard deviation of the weights. */
  spread: real('sd', 0, 2, 0.1),
  /** r: what a path counts for each unit it goes through. */
  ratio: real('r', 0.05, 1, 0.25),
  seed: whole('seed', 1, 99, 1),
} as const satisfies Record<string, NumberField>;
