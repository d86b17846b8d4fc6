/** The tree of paths: at every unit a path forks into the shortcut and the branch; a leaf is the product along its path. */
import { Powers } from '../../components/charts/Powers.tsx';

interface PathTreeProps {
  /** What the branch of each unit multiplies by, as it is printed; one to four units. */
  readonly factors: readonly string[];
  /** The product along each path: bit i of the index is set where the path goes through unit i. */
  readonly leaves: readonly string[];
  /** Left edge, top edge, distance of units and of leaves, in SVG user units. */
  readonly x: number;
  readonly y: number;
  readonly across: number;
  readonly down: number;
}

/** Leaves from top to bottom: the shortcut first, the first unit deciding first. */
export const pathAt = (row: number, units: number): number => {
  let path = 0;
  for (let unit = 0; unit < units; unit++) if ((row >> (units - 1 - unit)) & 1) path |= 1 << unit;
  return path;
};

/** Names of weights are set in italics, numbers upright. */
const slant = (text: string) => (/[a-z]/.test(text) ? 'tree-symbol' : '');

export function PathTree({ factors, leaves, x, y, across, down }: PathTreeProps) {
  const units = factors.length;
  // The height of a node is the middle of the leaves below it.
  const level = (unit: number, row: number) => y + ((row + 0.5) * 2 ** (units - unit) - 0.5) * down;
  return (
    <g>
      {factors.map((factor, unit) =>
        Array.from({ length: 2 ** (unit + 1) }, (_, row) => {
          const [fromX, toX] = [x + unit * across, x + (unit + 1) * across];
          const [fromY, toY] = [level(unit, row >> 1), level(unit + 1, row)];
          const branch = row % 2 === 1;
          // Beside a steep edge, above or below a flat one.
          const steep = Math.abs(toY - fromY) > 0.25 * across;
          return (
            <g key={`${unit} ${row}`}>
              <line className={branch ? 'tree-branch' : 'tree-shortcut'} x1={fromX} y1={fromY} x2={toX} y2={toY} />
              <text
                className={branch ? `tree-factor tree-through ${slant(factor)}` : 'tree-factor'}
                x={(fromX + toX) / 2 - (steep ? 4 : 2)}
                y={(fromY + toY) / 2 + (branch ? 15 : -5)}
                textAnchor={steep ? 'end' : 'middle'}
              >
                {branch ? factor : '1'}
              </text>
            </g>
          );
        }),
      )}
      {leaves.map((_, row) => {
        const path = pathAt(row, units);
        return (
          <text
            key={path}
            className={`tree-leaf ${slant(leaves[path] ?? '')}`}
            x={x + units * across + 8}
            y={level(units, row) + 4.5}
          >
            <Powers text={leaves[path] ?? ''} />
          </text>
        );
      })}
    </g>
  );
}
