/** Other libraries: one plain network 30 x 32, a batch of 64. Those that cannot run here say why. */
import { engineOn } from '../../src/model/engine/fused.ts';
import { defaultArms } from '../../src/model/experiment.ts';
import { type Engines, quick, slow } from './compare.ts';
import { engineContestant } from './engines.ts';
import { loopsContestant } from './loops.ts';
import { type Contestant, checkEqual, type Problem, problemOf } from './problem.ts';
import { inTurns } from './timing.ts';

export interface Others {
  readonly milliseconds: Readonly<Record<string, number>>;
  readonly skipped: Readonly<Record<string, string>>;
}

const libraries: Record<string, (problem: Problem) => Promise<Contestant>> = {
  'jax-js jit': async (problem) => (await import('./jax.ts')).jaxContestant(problem),
  convnetjs: async (problem) => (await import('./peers.ts')).convnetContestant(problem),
  'brain.js': async (problem) => (await import('./peers.ts')).brainContestant(problem),
};

export async function compareOthers({ builds, tape }: Engines): Promise<Others> {
  const problem = problemOf({ width: 32, depth: 30 }, defaultArms.slice(0, 1));
  const fused = Object.fromEntries(
    Object.entries(builds).map(([build, host]) => [build, engineContestant(engineOn(host), problem)]),
  );
  const rest: Record<string, Contestant> = { tape: engineContestant(tape, problem), loops: loopsContestant(problem) };
  const skipped: Record<string, string> = {};
  for (const [name, load] of Object.entries(libraries)) {
    try {
      const contestant = await load(problem);
      await checkEqual({ loops: loopsContestant(problem), [name]: contestant });
      rest[name] = contestant;
    } catch (error) {
      skipped[name] = error instanceof Error ? error.message : String(error);
    }
  }
  const milliseconds = await inTurns({
    ...Object.fromEntries(Object.entries(fused).map(([name, contestant]) => [name, quick(contestant)])),
    ...Object.fromEntries(Object.entries(rest).map(([name, contestant]) => [name, slow(contestant)])),
  });
  for (const contestant of [...Object.values(fused), ...Object.values(rest)]) contestant.dispose();
  return { milliseconds, skipped };
}
