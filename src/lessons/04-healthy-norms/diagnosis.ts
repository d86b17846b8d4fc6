/** What the three dials say of a network, in words: bounds are ours, wide enough that a seed more or less does not decide. */
import { smallestFloat32 } from '../../i18n/numbers.ts';

/** Medians over seeds. */
export interface Readings {
  /** ||dE/dx_0|| / ||dE/dx_L||; 0 or subnormal where the first is too small to store. */
  readonly ratio: number;
  /** Mean cosine between the last states of two different inputs. */
  readonly similarity: number;
  /** Cosine between the gradients of two mini-batches. */
  readonly agreement: number;
}

type Passage = 'arrives' | 'vanishes' | 'explodes' | 'unknown';
export interface Diagnosis {
  /** What becomes of the gradient on its way back: it arrives within two decades, or it does not. */
  readonly passage: Passage;
  /** The last states of different inputs have a cosine above 0.95. */
  readonly alike: boolean;
  /** The gradients of two batches have a cosine within 0.1 of 0. */
  readonly unrelated: boolean;
}

const decades = 2;
const alikeAbove = 0.95;
const unrelatedBelow = 0.1;

export function diagnose({ ratio, similarity, agreement }: Readings): Diagnosis {
  const size = Math.log10(ratio);
  const passage = Number.isNaN(ratio)
    ? 'unknown'
    : ratio < smallestFloat32 || size < -decades
      ? 'vanishes'
      : size > decades
        ? 'explodes'
        : 'arrives';
  return { passage, alike: similarity > alikeAbove, unrelated: Math.abs(agreement) < unrelatedBelow };
}

export type DialName = keyof Readings;

/** Ends of the dials: powers of ten for the ratio, cosines for the others. */
const scales = {
  ratio: { low: -10, high: 10, of: Math.log10 },
  similarity: { low: 0, high: 1, of: Number },
  agreement: { low: -1, high: 1, of: Number },
} satisfies Record<DialName, { low: number; high: number; of: (value: number) => number }>;

/** Where on its dial a value lies: 0 the left end, 1 the right; held at the ends beyond them. Undefined for NaN. */
export function placeOnDial(name: DialName, value: number): number | undefined {
  const { low, high, of } = scales[name];
  const at = (of(value) - low) / (high - low);
  return Number.isNaN(at) ? undefined : Math.min(1, Math.max(0, at));
}
