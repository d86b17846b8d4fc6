/** One structure, all contestants: milliseconds of a step, and the share of the processor's peak. */
import type { Engine } from '../../src/model/engine/engine.ts';
import { engineOn } from '../../src/model/engine/fused.ts';
import type { Host } from '../../src/model/engine/host.ts';
import type { ArmSettings } from '../../src/model/experiment.ts';
import { engineContestant, peakOf } from './engines.ts';
import { layersContestant } from './layers.ts';
import { loopsContestant } from './loops.ts';
import { type Contestant, checkEqual, operations, problemOf } from './problem.ts';
import { fastest, inTurns, median } from './timing.ts';

export interface Structure {
  readonly name: string;
  readonly part: Partial<ArmSettings>;
  /** tf.layers and the loops are written for SGD without normalization. */
  readonly everybody: boolean;
}

/** The kernel's builds that run here, by name, and the tape. */
export interface Engines {
  readonly builds: Readonly<Record<string, Host>>;
  readonly tape: Engine;
}

export interface Comparison {
  readonly structure: string;
  /** One step of all arms, by contestant: medians. */
  readonly milliseconds: Readonly<Record<string, number>>;
  /** By build of the kernel: billions of operations a second in the step's products, and their share of a bare product's. */
  readonly speeds: Readonly<Record<string, { readonly gflops: number; readonly share: number }>>;
}

const normed = { normalization: 'layer', finalNorm: true } as const;
export const structures: readonly Structure[] = [
  ...[16, 32].flatMap((width) =>
    [10, 30, 100].map((depth) => ({ name: `${depth} x ${width}`, part: { width, depth }, everybody: true })),
  ),
  ...[
    { name: '30 x 32, Adam', part: { optimizer: 'adam' as const } },
    { name: '30 x 32, layer norm', part: normed },
    { name: '30 x 32, layer norm, Adam', part: { ...normed, optimizer: 'adam' as const } },
    {
      name: '30 x 32, batch norm, momentum',
      part: { normalization: 'batch' as const, optimizer: 'momentum' as const },
    },
  ].map(({ name, part }) => ({ name, part: { width: 32, depth: 30, ...part }, everybody: false })),
];

export const quick = (contestant: Contestant) => () => fastest(() => contestant.step(), 5, 10);
export const slow = (contestant: Contestant) => () => fastest(() => contestant.step(), 0, 2);

export async function compare({ name, part, everybody }: Structure, { builds, tape }: Engines): Promise<Comparison> {
  const problem = problemOf(part);
  const fused = Object.entries(builds).map(([build, host]) => {
    return { build, host, contestant: engineContestant(engineOn(host), problem) };
  });
  const others: Record<string, Contestant> = {
    tape: engineContestant(tape, problem),
    ...(everybody && { 'tf.layers': layersContestant(problem), loops: loopsContestant(problem) }),
  };
  const all = { ...Object.fromEntries(fused.map(({ build, contestant }) => [build, contestant])), ...others };
  await checkEqual(all);
  const count = operations(problem);
  const shares: Record<string, number[]> = {};
  const medians = await inTurns({
    ...Object.fromEntries(
      fused.map(({ build, host, contestant }) => {
        const own: number[] = [];
        shares[build] = own;
        const measure = async () => {
          const step = await quick(contestant)();
          own.push(count / step / 1e6 / (await peakOf(host)));
          return step;
        };
        return [build, measure];
      }),
    ),
    ...Object.fromEntries(Object.entries(others).map(([other, contestant]) => [other, slow(contestant)])),
  });
  for (const contestant of Object.values(all)) contestant.dispose();
  return {
    structure: name,
    milliseconds: Object.fromEntries(Object.keys(all).map((one) => [one, medians[one] ?? Number.NaN])),
    speeds: Object.fromEntries(
      Object.entries(shares).map(([build, own]) => {
        return [build, { gflops: count / (medians[build] ?? Number.NaN) / 1e6, share: median(own) }];
      }),
    ),
  };
}
