/** What the drawing of gradients over training is made from: the front page's pair, trained, at a few states. */
import type { EngineName } from '../../src/model/engine/engine.ts';
import type { Experiment } from '../../src/model/experiment.ts';
import { printPermalink } from '../../src/model/permalink.ts';
import { type Layout, read } from '../../src/model/telemetry.ts';
import type { RunResult } from '../../src/model/train.ts';

/** Steps between two points of a curve, and the steps that one point is the median of. */
const stride = 5;

interface RecordedState {
  readonly state: number;
  /** ||dE/dx|| of the state at steps 0, 5, 10, ..., three digits each, with spaces between: one line of the file. */
  readonly norms: string;
}
interface RecordedSeed {
  readonly seed: number;
  /** From this step to the last the gradient at x_0 is exactly 0. */
  readonly silentFrom: number | null;
  readonly states: readonly RecordedState[];
}
export interface GradientRecord {
  readonly date: string;
  readonly engine: { readonly name: string; readonly backend: string };
  /** The permalink of what was trained. */
  readonly link: string;
  readonly stride: number;
  readonly arms: readonly { readonly name: string; readonly seeds: readonly RecordedSeed[] }[];
}

/** First, quarter, half and last state. */
const chosenStates = ({ units }: Layout): number[] => [0, Math.round(units / 4), Math.round(units / 2), units];

/** The median of the five steps around each point; the first point is step 0 alone. */
function curve(layout: Layout, rows: Float32Array, steps: number, state: number): string {
  const norm = (step: number) => read(layout, rows, step, 'stateGradNorm')[state] ?? Number.NaN;
  const points: string[] = [];
  for (let step = 0; step < steps; step += stride) {
    const reach = step === 0 ? 0 : Math.floor(stride / 2);
    const first = step - reach;
    const near = Array.from({ length: Math.min(2 * reach + 1, steps - first) }, (_, i) => norm(first + i));
    const median = near.toSorted((a, b) => a - b)[Math.floor(near.length / 2)] ?? Number.NaN;
    points.push(String(Number(median.toPrecision(3))));
  }
  return points.join(' ');
}

/** Where the zeros begin that last to the end. */
function silence(layout: Layout, rows: Float32Array, steps: number): number | null {
  let from = steps;
  while (from > 0 && read(layout, rows, from - 1, 'stateGradNorm')[0] === 0) from--;
  return from < steps ? from : null;
}

export function gradientRecord(
  experiment: Experiment,
  engine: EngineName,
  { arms }: RunResult,
  date: string,
): GradientRecord {
  return {
    date,
    engine,
    link: printPermalink(experiment),
    stride,
    arms: arms.map(({ name, layout, seeds }) => ({
      name,
      seeds: seeds.map(({ seed, rows, steps }) => ({
        seed,
        silentFrom: silence(layout, rows, steps),
        states: chosenStates(layout).map((state) => ({ state, norms: curve(layout, rows, steps, state) })),
      })),
    })),
  };
}
