/**
 * One weight, two ways to write the same map: plain y = w x, residual y = x + w x. The gradient is the same; what differs
 * is the weight's own size, and so everything that is relative to it.
 */
export interface OneWeightModel {
  readonly output: (w: number, x: number) => number;
  /** The weight that gives y. */
  readonly weightFor: (y: number, x: number) => number;
}
export const plainModel: OneWeightModel = { output: (w, x) => w * x, weightFor: (y, x) => y / x };
export const residualModel: OneWeightModel = { output: (w, x) => x + w * x, weightFor: (y, x) => (y - x) / x };

/** One step on a weight, given dE/dw. `relative` moves by a share `rate` of the weight's own size, like LARS. */
export type OneWeightOptimizer = 'sgd' | 'adam' | 'relative';

export interface Journey {
  readonly x: number;
  /** The weight to begin with. */
  readonly from: number;
  /** The output wanted; E = (y - target)^2 / 2, so dE/dw = (y - target) x in both models. */
  readonly target: number;
  readonly optimizer: OneWeightOptimizer;
  readonly rate: number;
  /** Arrived when |y - target| is at most this. */
  readonly tolerance: number;
  /** Weight decay: adds decay w to the gradient of E, that of decay w^2 / 2. None where it is left out. */
  readonly decay?: number;
}

/** A weight that has not arrived by then never will. */
const patience = 100_000;

/**
 * The outputs, from the start until arrival: one more than there are steps. Ends without arrival where the numbers do, where
 * a step no longer moves the weight, and where patience ends.
 */
export function outputsOnTheWay(model: OneWeightModel, journey: Journey): number[] {
  const { x, target, optimizer, rate, tolerance, decay = 0 } = journey;
  const [beta1, beta2, epsilon] = [0.9, 0.999, 1e-8];
  let w = journey.from;
  let [first, second] = [0, 0];
  const outputs = [model.output(w, x)];
  for (let step = 1; step <= patience; step++) {
    const error = (outputs.at(-1) ?? Number.NaN) - target;
    if (!(Math.abs(error) > tolerance)) break;
    const gradient = error * x + decay * w;
    first = beta1 * first + (1 - beta1) * gradient;
    second = beta2 * second + (1 - beta2) * gradient ** 2;
    const adam = first / (1 - beta1 ** step) / (Math.sqrt(second / (1 - beta2 ** step)) + epsilon);
    const before = w;
    w -= rate * { sgd: gradient, adam, relative: Math.abs(w) * Math.sign(gradient) }[optimizer];
    if (w === before) break;
    outputs.push(model.output(w, x));
  }
  return outputs;
}

/** Steps until the output has arrived; infinite where it never does. */
export function stepsToTarget(model: OneWeightModel, journey: Journey): number {
  const outputs = outputsOnTheWay(model, journey);
  const error = Math.abs((outputs.at(-1) ?? Number.NaN) - journey.target);
  return error <= journey.tolerance ? outputs.length - 1 : Number.POSITIVE_INFINITY;
}

/**
 * By how much weight decay pulls the best output away from the target: E + decay w^2 / 2 is least where
 * x (y - target) + decay w = 0, and there |target - y| = decay |w0| |x| / (x^2 + decay), w0 the weight without decay.
 */
export const decayBias = (model: OneWeightModel, x: number, target: number, decay: number): number =>
  (decay * Math.abs(model.weightFor(target, x) * x)) / (x ** 2 + decay);

/** Standard deviation of the output when the weight is multiplied by 1 + `noise` N(0, 1): noise |w x|. */
export const noiseSpread = (model: OneWeightModel, x: number, y: number, noise: number): number =>
  noise * Math.abs(model.weightFor(y, x) * x);

/** kappa = |w dy/dw / y|: relative change of the output for a relative change of the weight. */
export const conditionNumber = (model: OneWeightModel, x: number, y: number): number =>
  Math.abs((model.weightFor(y, x) * x) / y);

/** The output after the weight that gives y has been rounded to so many significant bits. */
export const outputAtPrecision = (model: OneWeightModel, x: number, y: number, bits: number): number =>
  model.output(roundedToBits(model.weightFor(y, x), bits), x);

/** The nearest number with `bits` significant binary digits, halves upwards. */
export function roundedToBits(value: number, bits: number): number {
  if (value === 0) return 0;
  const unit = 2 ** (Math.floor(Math.log2(Math.abs(value))) + 1 - bits);
  return Math.round(value / unit) * unit;
}
