/** Two models of one weight each, side by side: their way from one output to another, and what is relative to the weight. */
import {
  conditionNumber,
  decayBias,
  noiseSpread,
  type OneWeightModel,
  type OneWeightOptimizer,
  outputAtPrecision,
  outputsOnTheWay,
  plainModel,
  residualModel,
} from '../../model/analysis/sensitivity.ts';
import { clampNumber, type NumberField } from '../../model/experiment.ts';

/** The input of both models. */
export const input = 5;
/** An output this near to the target has arrived. */
export const tolerance = 0.001;

export interface Knobs {
  readonly optimizer: OneWeightOptimizer;
  readonly rate: number;
  /** Output to begin with. */
  readonly start: number;
  /** Output wanted. */
  readonly target: number;
  readonly decay: number;
  /** By what share of itself the weight is shaken: standard deviation. */
  readonly noise: number;
  /** Significant binary digits of the stored weight. */
  readonly bits: number;
}
export type NumberKnob = Exclude<keyof Knobs, 'optimizer'>;

const knob = (min: number, max: number, byDefault: number, form: 'linear' | 'log' | 'integer'): NumberField => ({
  kind: 'number',
  key: '',
  min,
  max,
  integer: form === 'integer',
  log: form === 'log',
  default: byDefault,
});
export const ranges: Readonly<Record<NumberKnob, NumberField>> = {
  rate: knob(0.0001, 0.1, 0.001, 'log'),
  start: knob(0, 10, 5.1, 'linear'),
  target: knob(0, 10, 5.2, 'linear'),
  decay: knob(0, 5, 0, 'linear'),
  noise: knob(0.001, 0.1, 0.01, 'log'),
  bits: knob(1, 24, 4, 'integer'),
};

/** What the prediction asks about. */
export const asked: Knobs = {
  optimizer: 'sgd',
  rate: ranges.rate.default,
  start: ranges.start.default,
  target: ranges.target.default,
  decay: ranges.decay.default,
  noise: ranges.noise.default,
  bits: ranges.bits.default,
};

/** The knobs with one of them turned, held within its range. */
export const turned = (knobs: Knobs, name: NumberKnob, value: number): Knobs => ({
  ...knobs,
  [name]: clampNumber(ranges[name], value),
});

/** The rate that each optimiser comes with: a relative step of the usual size would jump across the target. */
const usualRate: Readonly<Record<OneWeightOptimizer, number>> = { sgd: 0.001, adam: 0.001, relative: 0.0001 };

export const withOptimizer = (knobs: Knobs, optimizer: OneWeightOptimizer): Knobs => ({
  ...knobs,
  optimizer,
  rate: usualRate[optimizer],
});

/** Larger than any target by two decades: such an output will not come back. */
const lost = 1000;

export interface Way {
  readonly model: OneWeightModel;
  /** From the start on, one a step. */
  readonly outputs: readonly number[];
  readonly weights: readonly number[];
  readonly end: 'arrives' | 'stays away' | 'diverges';
}

/** The way of one model, ended where it diverges. */
function wayOf(model: OneWeightModel, knobs: Knobs): Way {
  const { start, optimizer, rate, target, decay } = knobs;
  const from = model.weightFor(start, input);
  const all = outputsOnTheWay(model, { x: input, from, target, optimizer, rate, tolerance, decay });
  const astray = all.findIndex((y) => !(Math.abs(y) <= lost));
  const outputs = astray < 0 ? all : all.slice(0, astray);
  const near = Math.abs((outputs.at(-1) ?? Number.NaN) - target) <= tolerance;
  return {
    model,
    outputs,
    weights: outputs.map((y) => model.weightFor(y, input)),
    end: astray >= 0 ? 'diverges' : near ? 'arrives' : 'stays away',
  };
}

export interface Pair {
  readonly plain: Way;
  readonly residual: Way;
}
export const bothWays = (knobs: Knobs): Pair => ({
  plain: wayOf(plainModel, knobs),
  residual: wayOf(residualModel, knobs),
});

/** Steps until arrival; infinite where it does not arrive. */
export const stepsOf = ({ end, outputs }: Way): number =>
  end === 'arrives' ? outputs.length - 1 : Number.POSITIVE_INFINITY;

/** Steps until the output arrives, or else until it stays within the tolerance of where it ends. */
function settled({ end, outputs }: Way): number {
  const last = outputs.length - 1;
  if (end !== 'stays away') return last;
  return outputs.findLastIndex((y) => Math.abs(y - (outputs[last] ?? 0)) > tolerance) + 1;
}

/** How many steps are worth drawing: until both have settled, and a little more where one of them stays away. */
export function stepsToDraw({ plain, residual }: Pair): number {
  const longest = Math.max(settled(plain), settled(residual));
  if (plain.end !== 'stays away' && residual.end !== 'stays away') return longest;
  const most = Math.max(plain.outputs.length, residual.outputs.length) - 1;
  return Math.min(most, Math.round(10 + longest * 1.2));
}

/** Largest difference between the two outputs over the steps that both have; undefined where one takes more steps. */
export function apart({ plain, residual }: Pair): number | undefined {
  if (plain.outputs.length !== residual.outputs.length || plain.end !== residual.end) return undefined;
  return plain.outputs.reduce((most, y, i) => Math.max(most, Math.abs(y - (residual.outputs[i] ?? Number.NaN))), 0);
}

/** What is compared, in the order of the table. The first five belong to the way, the last four to holding its start. */
const quantities = ['weight', 'change', 'share', 'slope', 'steps', 'condition', 'shaken', 'pulled', 'rounded'] as const;
export type QuantityName = (typeof quantities)[number];

export interface Comparison {
  readonly name: QuantityName;
  readonly plain: number;
  readonly residual: number;
  /** Plain over residual; NaN where there is none to speak of. */
  readonly ratio: number;
}

/** A ratio of two sizes; NaN unless both are finite and neither is 0. */
function ratioOf(plain: number, residual: number): number {
  const ratio = Math.abs(plain / residual);
  return Number.isFinite(ratio) && ratio > 0 ? ratio : Number.NaN;
}

/** Every quantity in both models. The output that is held is the start. */
export function comparisons(knobs: Knobs, pair: Pair): readonly Comparison[] {
  const { start, target, decay, noise, bits } = knobs;
  const each: Record<QuantityName, (way: Way) => number> = {
    weight: ({ model }) => model.weightFor(start, input),
    change: ({ model }) => model.weightFor(target, input) - model.weightFor(start, input),
    share: ({ model }) => {
      const from = model.weightFor(start, input);
      return from === 0 ? Number.NaN : Math.abs((model.weightFor(target, input) - from) / from);
    },
    slope: ({ model }) => model.output(1, input) - model.output(0, input),
    steps: stepsOf,
    condition: ({ model }) => conditionNumber(model, input, start),
    shaken: ({ model }) => noiseSpread(model, input, start, noise),
    pulled: ({ model }) => decayBias(model, input, start, decay),
    rounded: ({ model }) => Math.abs(outputAtPrecision(model, input, start, bits) - start),
  };
  return quantities.map((name) => {
    const [plain, residual] = [each[name](pair.plain), each[name](pair.residual)];
    return { name, plain, residual, ratio: ratioOf(plain, residual) };
  });
}
