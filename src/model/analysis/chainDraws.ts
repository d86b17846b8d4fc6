/**
 * Many random chains at once: where |dx_L/dx_0| lies over draws of the weights, w_i of N(0, spread^2). The standard normal
 * numbers of a seed are drawn once, so that a change of length or spread moves the same chains.
 */
import { random } from '../random.ts';

/** Chains of one seed. */
export const chainCount = 4000;

/** The smallest float64 with all its digits: a product below it is stored imprecisely, or as 0. */
const smallestFloat64 = 2 ** -1022;

/** The weights of a seed before they are scaled: `place` is that in the chain, from 0; one number for each chain. */
export type ChainSource = (place: number) => Float64Array;

/** A stream of its own for every place, so that a longer chain begins as the shorter one did. */
export function chainSource(seed: number): ChainSource {
  const columns: Float64Array[] = [];
  return (place) => {
    const known = columns[place];
    if (known) return known;
    const stream = random(seed, `chain ${place}`);
    const column = new Float64Array(chainCount);
    for (let i = 0; i < chainCount; i++) column[i] = stream.normal();
    columns[place] = column;
    return column;
  };
}

export interface ChainDraws {
  /** log10 |prod w_i| of each chain; -Infinity where the product is 0 or below `smallestFloat64`. */
  readonly plain: Float64Array;
  /** log10 |prod (1 + w_i)|, likewise. */
  readonly residual: Float64Array;
  /** Share of the chains in which 1 + sum w_i is within a tenth of prod (1 + w_i). */
  readonly firstOrderShare: number;
}

const decades = (product: number): number => {
  const size = Math.abs(product);
  return size < smallestFloat64 ? Number.NEGATIVE_INFINITY : Math.log10(size);
};

/** @param length units, a whole number from 1 to 100; @param spread from 0 to 2 */
export function chainDraws(source: ChainSource, length: number, spread: number): ChainDraws {
  const plain = new Float64Array(chainCount).fill(1);
  const residual = new Float64Array(chainCount).fill(1);
  const sum = new Float64Array(chainCount).fill(1);
  for (let place = 0; place < length; place++) {
    const column = source(place);
    for (let i = 0; i < chainCount; i++) {
      const w = spread * (column[i] ?? 0);
      plain[i] = (plain[i] ?? 0) * w;
      residual[i] = (residual[i] ?? 0) * (1 + w);
      sum[i] = (sum[i] ?? 0) + w;
    }
  }
  let near = 0;
  for (let i = 0; i < chainCount; i++) {
    const product = residual[i] ?? 0;
    if (Math.abs((sum[i] ?? 0) - product) < 0.1 * Math.abs(product)) near++;
  }
  return { plain: plain.map(decades), residual: residual.map(decades), firstOrderShare: near / chainCount };
}

/** Values below which 5, 50 and 95 of 100 lie. */
export interface Percentiles {
  readonly p5: number;
  readonly p50: number;
  readonly p95: number;
}

/** Of at least one value; -Infinity counts as the smallest. Between two values the nearer one is taken. */
export function percentiles(values: Float64Array): Percentiles {
  const sorted = values.toSorted();
  const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))] ?? Number.NaN;
  return { p5: at(0.05), p50: at(0.5), p95: at(0.95) };
}

/** Decades that the plain product has at its median: ln |N(0, 1)| has the mean -(gamma + ln 2) / 2, in decades -0.2758. */
export const plainTheory = (length: number, spread: number): number => length * (Math.log10(spread) - 0.2758);
