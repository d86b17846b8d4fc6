/** The unit on the page: its knobs, the training that moves two of them, and the counting over other units. */
import { type Knob, knobs, type OneUnit, randomUnit, sharesSaved, trained } from '../../model/analysis/oneUnit.ts';
import { clampNumber } from '../../model/experiment.ts';
import { overSeeds } from '../overSeeds.ts';

/** Small enough for every setting of the knobs: the steepest E has curvature (w1 x)^2 + (w2 x)^2 = 72. */
export const rate = 0.02;

export interface UnitState {
  readonly unit: OneUnit;
  readonly x: number;
  readonly target: number;
  readonly steps: number;
  /** The weights before the first step. */
  readonly before: Pick<OneUnit, 'w1' | 'w2'>;
}

const { x, w1, w2, shortcut, target } = knobs;
export const firstState: UnitState = {
  unit: { order: 'post', w1: w1.default, w2: w2.default, shortcut: shortcut.default },
  x: x.default,
  target: target.default,
  steps: 0,
  before: { w1: w1.default, w2: w2.default },
};

/** A knob turned: training starts over from the weights as they stand. */
export function turned(state: UnitState, name: Knob, asked: number): UnitState {
  const value = clampNumber(knobs[name], asked);
  const unit = name === 'x' || name === 'target' ? state.unit : { ...state.unit, [name]: value };
  const input = name === 'x' ? value : state.x;
  const aim = name === 'target' ? value : state.target;
  return { unit, x: input, target: aim, steps: 0, before: { w1: unit.w1, w2: unit.w2 } };
}

/** The other order of the same parts: training starts over here as well. */
export const reordered = (state: UnitState, order: OneUnit['order']): UnitState =>
  turned({ ...state, unit: { ...state.unit, order } }, 'x', state.x);

export function stepped(state: UnitState, steps: number): UnitState {
  let { unit } = state;
  for (let step = 0; step < steps; step++) unit = trained(unit, state.x, state.target, rate);
  return { ...state, unit, steps: state.steps + steps };
}

const seeds = [1, 2, 3, 4, 5];
const inputs = Array.from({ length: 21 }, (_, i) => (i - 10) / 5);

/** The largest share of multiplications that the shortcut saves anywhere, unit by unit: both orders, x from -2 to 2. */
export const savedOverUnits = () =>
  overSeeds(
    seeds.map((seed) =>
      Math.max(...(['pre', 'post'] as const).flatMap((order) => sharesSaved(randomUnit(order, 1, seed), inputs))),
    ),
  );
