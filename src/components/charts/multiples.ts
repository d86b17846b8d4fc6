/** Small multiples: the same few pictures for each of several runs, on shared logarithmic axes, so that rows can be compared. */
import type { LayerPoint } from './layerValues.ts';

/** One place of a trace; what has no place on a logarithmic axis says so in `state`. */
export type TracePoint = Pick<LayerPoint, 'median' | 'min' | 'max' | 'state'>;

/** One picture of one row. */
export interface Trace {
  readonly points: readonly TracePoint[];
  /** Where seeds ended, and their last value; infinite where there was none. */
  readonly ends: readonly { readonly index: number; readonly value: number }[];
}
export interface MultiplesRow {
  readonly key: string;
  readonly label: string;
  /** How it came out, and the same for narrow screens. */
  readonly outcome: string;
  readonly short: string;
  /** One a panel, in their order. */
  readonly traces: readonly Trace[];
}
export interface MultiplesPanel {
  readonly key: string;
  /** What is drawn: over the column, and in the read-out. */
  readonly title: string;
  /** Whether the title is a formula. */
  readonly maths: boolean;
  /** Below the column: what runs to the right. */
  readonly along: string;
  /** Exponent above which values leave through the top. */
  readonly most: number;
  /** Places along the axis. */
  readonly count: number;
  /** The place of an index, in words. */
  readonly place: (index: number) => string;
}

/** Least and greatest exponent of a column: it holds 1 and everything drawn up to the panel's greatest. */
export function axisOf(rows: readonly MultiplesRow[], panel: number, most: number): readonly [number, number] {
  const sizes = rows.flatMap(({ traces }) =>
    (traces[panel]?.points ?? []).flatMap(({ state, min, median, max }) =>
      state === 'drawn' ? [min, median, max].filter((value) => value > 0 && Number.isFinite(value)) : [],
    ),
  );
  const decades = sizes.map((size) => Math.log10(size));
  const low = Math.floor(Math.min(0, ...decades) + 0.05);
  const high = Math.min(most, Math.ceil(Math.max(0, ...decades) - 0.05));
  return high > low ? [low, high] : [low, low + 1];
}

/** Panel and place of an index that counts the places of all panels, one after the other. */
export function placeAt(
  panels: readonly Pick<MultiplesPanel, 'count'>[],
  index: number,
): { panel: number; at: number } {
  let at = index;
  for (const [panel, { count }] of panels.entries()) {
    if (at < count) return { panel, at };
    at -= count;
  }
  return { panel: Math.max(0, panels.length - 1), at: Math.max(0, (panels.at(-1)?.count ?? 1) - 1) };
}

/** The index of the first place of a panel. */
export const offsetOf = (panels: readonly Pick<MultiplesPanel, 'count'>[], panel: number): number =>
  panels.slice(0, panel).reduce((sum, { count }) => sum + count, 0);
