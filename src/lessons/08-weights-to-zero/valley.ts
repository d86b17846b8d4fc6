/**
 * Two units of one weight each learn to return x = 1: gradient descent with weight decay on
 * E(a, b) = (y - 1)^2 / 2 + decay (a^2 + b^2) / 2, where y = (1 + a)(1 + b) with shortcuts (residual) and y = a b without
 * (plain). Every pair with y = 1 is exact: a curve, and (0, 0) lies on it only where there are shortcuts.
 */
export type Kind = 'plain' | 'residual';
export interface Pair {
  readonly a: number;
  readonly b: number;
}

/** Weights that may be chosen as a start. */
export const bound = 1.5;
export const within = (value: number): number =>
  Number.isFinite(value) ? Math.min(bound, Math.max(-bound, value)) : 0;

const [rate, steps] = [0.05, 600];
const shift = { plain: 0, residual: 1 } as const;

export const outputOf = (kind: Kind, { a, b }: Pair): number => (shift[kind] + a) * (shift[kind] + b);

/** What the two branches add to x = 1: F1 = a, F2 = b (1 + a). Of a plain network there is nothing to add to. */
export const branchesAt = ({ a, b }: Pair): readonly [number, number] => [a, b * (1 + a)];

/** The pairs that descent passes through, the start first. */
export function descend(kind: Kind, start: Pair, decay: number): Pair[] {
  const way: Pair[] = [{ a: within(start.a), b: within(start.b) }];
  for (let step = 0; step < steps; step++) {
    const { a, b } = way[step] ?? start;
    const error = outputOf(kind, { a, b }) - 1;
    way.push({
      a: a - rate * (error * (shift[kind] + b) + decay * a),
      b: b - rate * (error * (shift[kind] + a) + decay * b),
    });
  }
  return way;
}

/** The pairs with y = 1 whose a lies within the bounds: two branches of a hyperbola, each from left to right. */
export function exactPairs(kind: Kind): readonly (readonly Pair[])[] {
  const pole = -shift[kind];
  const grid = (from: number, to: number) => Array.from({ length: 201 }, (_, i) => from + ((to - from) * i) / 200);
  const branch = (as: readonly number[]) => as.map((a) => ({ a, b: 1 / (shift[kind] + a) - shift[kind] }));
  return [branch(grid(-bound, pole - 0.02)), branch(grid(pole + 0.02, bound))].map((pairs) =>
    pairs.filter(({ b }) => Math.abs(b) <= 1.2 * bound),
  );
}
