/** The losses of exported scripts, run by PyTorch, beside those of our engine and what it measures of rounding. */
// Relaxed SIMD, as browsers have it.
import '../engine/kernel.ts';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { engineNamed } from '../../../scripts/headless.ts';
import { answer } from '../../../src/model/analysis/question.ts';
import { dataOf } from '../../../src/model/data/load.ts';
import type { OwnData } from '../../../src/model/data/ownData.ts';
import { arithmeticOf } from '../../../src/model/engine/arithmetic.ts';
import type { Engine } from '../../../src/model/engine/engine.ts';
import type { Experiment } from '../../../src/model/experiment.ts';
import { type Rounding, roundingOf, roundingQuestion } from '../../../src/model/export/rounding.ts';
import { read } from '../../../src/model/telemetry.ts';
import { runExperiment } from '../../../src/model/train.ts';
import { pythonWithTorch } from './python.ts';

/** Of one seed of one arm, step after step; null stands for a loss that is no number. */
export type Losses = readonly (number | null)[];
/** Of each seed, in each of them of each arm. */
type OfSeeds = readonly (readonly Losses[])[];

/** One process for all scripts, since importing PyTorch takes longer than training. */
const driver = `import json, math, runpy, sys
exact = None if sys.argv[1] == "default" else int(sys.argv[1])
for path in sys.argv[2:]:
    lab = runpy.run_path(path)
    lab["torch"].set_num_threads(1)
    seeds = []
    for seed in lab["EXPERIMENT"]["seeds"]:
        arms = {}
        for row in lab["train"](seed, steps=20, quiet=True, exact=exact):
            arms.setdefault(row["arm"], []).append(row["loss"] if math.isfinite(row["loss"]) else None)
        seeds.append(list(arms.values()))
    print(json.dumps(seeds))
`;

/**
 * The first 20 losses by each script; arms of a script have names of their own.
 * @param exact how many steps are computed in the page's own arithmetic; otherwise as many as the script says
 */
export function lossesByTorch(scripts: readonly string[], exact?: number): readonly OfSeeds[] {
  const folder = mkdtempSync(join(tmpdir(), 'losses-'));
  try {
    const paths = scripts.map((script, i) => {
      const path = join(folder, `${i}.py`);
      writeFileSync(path, script);
      return path;
    });
    const { status, stdout, stderr } = spawnSync(
      pythonWithTorch ?? '',
      ['-c', driver, `${exact ?? 'default'}`, ...paths],
      {
        encoding: 'utf8',
        maxBuffer: 2 ** 26,
      },
    );
    if (status !== 0) throw new Error(stderr);
    return stdout
      .trim()
      .split('\n')
      .map((line): OfSeeds => JSON.parse(line));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const none = () => Promise.reject(new Error('these data are in no file'));

/** The same by our engine. */
export async function lossesHere(experiment: Experiment, own?: OwnData, engine?: Engine): Promise<OfSeeds> {
  const asked = { ...experiment, steps: Math.min(20, experiment.steps) };
  const used = engine ?? (await engineNamed('fused'));
  const { arms } = await runExperiment(asked, (seed) => dataOf(asked.dataset, seed, none, own), used);
  return asked.seeds.map((_, s) =>
    arms.map(({ layout, seeds }) => {
      const { rows = new Float32Array(), steps = 0 } = seeds[s] ?? {};
      return Array.from({ length: steps }, (_, step) => {
        const [loss = Number.NaN] = read(layout, rows, step, 'loss');
        return Number.isFinite(loss) ? loss : null;
      });
    }),
  );
}

/** What the page measures of the experiment before it writes its code. */
export async function roundingHere(experiment: Experiment, own?: OwnData): Promise<Rounding> {
  const engine = await engineNamed('fused');
  return roundingOf(
    await answer(roundingQuestion(experiment), (seed) => dataOf(experiment.dataset, seed, none, own), engine),
    arithmeticOf(engine.name),
  );
}

/** The largest difference, as a share of the loss where that is above 1; a loss that only one of them has is wholly another. */
export const apart = (one: Losses, other: Losses): number =>
  Math.max(
    ...one.slice(0, other.length).map((a, step) => {
      const b = other[step] ?? null;
      if (a === null || b === null) return a === b ? 0 : 1;
      return Math.abs(a - b) / Math.max(1, a, b);
    }),
  );
