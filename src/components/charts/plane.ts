/** The square grid of the decision regions: `side` cells along [-reach, reach] both ways, row by row from the top. */

/** The column that holds x; with -y, the row that holds y. Points outside belong to the border. */
export const cellOf = (value: number, reach: number, side: number): number =>
  Math.min(side - 1, Math.max(0, Math.floor(((value + reach) / (2 * reach)) * side)));

/** x at the centre of a column; -y at the centre of a row. */
export const centreOf = (cell: number, reach: number, side: number): number => reach * ((2 * (cell + 0.5)) / side - 1);

/** Share of the points whose cell has the class of the point. `inputs` is [count, 2]. */
export function ownShare(
  classes: Uint8Array,
  side: number,
  reach: number,
  points: { readonly inputs: Float32Array; readonly classes: Uint8Array },
): number {
  const own = points.classes.filter((number, i) => {
    const [x, y] = [points.inputs[2 * i] ?? 0, points.inputs[2 * i + 1] ?? 0];
    return classes[cellOf(-y, reach, side) * side + cellOf(x, reach, side)] === number;
  });
  return own.length / points.classes.length;
}
