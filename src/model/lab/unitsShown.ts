/**
 * What a link says of the panel in which units are deleted and swapped: network, counted from 1, and seed, then the units in
 * the order in which they stand, counted from 1, deleted ones with an x: `units=2,1:3,2,1,4-6x,7-10`. Units as they were
 * trained are not written: `units=2,1`.
 */
import { type Experiment, settingsOf } from '../experiment.ts';
import { unitsOf } from '../network/specification.ts';
import { isAsTrained, type UnitOrder } from './unitOrder.ts';

/** The network, counted from 0, its seed, and its units as the reader has laid them out; as trained where nothing is said. */
export interface UnitsShown {
  readonly arm: number;
  readonly seed: number;
  readonly order?: UnitOrder;
}

/** The network and the seed that are there to be shown, and how many units it has; the order only if it has as many. */
export function unitsInView(experiment: Experiment, shown?: UnitsShown): UnitsShown & { readonly units: number } {
  const last = experiment.arms.length - 1;
  const at = Math.min(shown?.arm ?? last, last);
  const arm = experiment.arms[at];
  const units = unitsOf(arm ? settingsOf(experiment, arm) : experiment);
  const seed = experiment.seeds.find((one) => one === shown?.seed) ?? experiment.seeds[0] ?? 0;
  return { arm: at, seed, units, ...(shown?.order?.length === units && { order: shown.order }) };
}

export function printUnits(shown: UnitsShown, experiment: Experiment): string {
  const { arm, seed, order } = unitsInView(experiment, shown);
  return `${arm + 1},${seed}${order && !isAsTrained(order) ? `:${printOrder(order)}` : ''}`;
}

/** Units that follow each other, all deleted or none, as `4-6x`. */
function printOrder(order: UnitOrder): string {
  const runs: { from: number; to: number; mark: string }[] = [];
  for (const { unit, deleted } of order) {
    const [run, mark] = [runs.at(-1), deleted ? 'x' : ''];
    if (run && run.to === unit && run.mark === mark) run.to++;
    else runs.push({ from: unit + 1, to: unit + 1, mark });
  }
  return runs.map(({ from, to, mark }) => (from === to ? `${from}${mark}` : `${from}-${to}${mark}`)).join();
}

/** Nothing where the order does not name each of so many units once. */
function readOrder(text: string, units: number): UnitOrder | undefined {
  const order = new Map<number, boolean>();
  for (const piece of text.split(',')) {
    const [, first, last = first, mark] = /^(\d{1,3})(?:-(\d{1,3}))?(x?)$/.exec(piece) ?? [];
    const [from, to] = [Number(first), Number(last)];
    if (!(from >= 1 && from <= to && to <= units)) return undefined;
    for (let unit = from - 1; unit < to; unit++) {
      if (order.has(unit)) return undefined;
      order.set(unit, mark === 'x');
    }
  }
  return order.size === units ? Array.from(order, ([unit, deleted]) => ({ unit, deleted })) : undefined;
}

/**
 * Nothing where the experiment has no such network or seed.
 * @returns `strange` where the order is none of this network's; its units are then shown as trained
 */
export function readUnits(
  text: string,
  experiment: Experiment,
): { readonly shown: UnitsShown; readonly strange: boolean } | undefined {
  const [, first, second, laid] = /^([1-4]),(\d{1,10})(?::(.*))?$/s.exec(text) ?? [];
  const shown = { arm: Number(first) - 1, seed: Number(second) };
  if (!(shown.arm < experiment.arms.length && experiment.seeds.includes(shown.seed))) return undefined;
  if (laid === undefined) return { shown, strange: false };
  const order = readOrder(laid, unitsInView(experiment, shown).units);
  if (!order) return { shown, strange: true };
  return { shown: isAsTrained(order) ? shown : { ...shown, order }, strange: false };
}
