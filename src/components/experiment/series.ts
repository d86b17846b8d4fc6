/** From a run's telemetry to what the charts draw. */

import { type LayeredQuantity, read } from '../../model/telemetry.ts';
import type { ArmRun, RunSnapshot, SeedRun } from '../../model/worker/snapshot.ts';
import type { LayerWhat } from '../charts/layerValues.ts';

/** A seed's run is replaced when it grows, so what was read from it stays true as long as it lives. */
const known = new WeakMap<SeedRun, Float32Array>();

/** The loss of each finished step; the same array for the same run. */
function losses(run: SeedRun, stride: number): Float32Array {
  const before = known.get(run);
  if (before) return before;
  const values = new Float32Array(run.steps);
  for (let step = 0; step < run.steps; step++) values[step] = run.rows[step * stride] ?? Number.NaN;
  known.set(run, values);
  return values;
}

/** Seeds that have begun. */
const begun = ({ seeds }: ArmRun): readonly SeedRun[] => seeds.filter(({ steps }) => steps > 0);

export const lossSeries = (snapshot: RunSnapshot, label: (name: string) => string) =>
  snapshot.arms.map((arm) => ({
    name: arm.name,
    label: label(arm.name),
    seeds: begun(arm).map((run) => ({
      seed: run.seed,
      values: losses(run, arm.layout.stride),
      ...(run.divergence && { divergedAt: run.divergence.step }),
    })),
  }));

/** A layered quantity of each arm and seed at one step; seeds that ended earlier show their last row. */
export const layerSeries = (
  snapshot: RunSnapshot,
  quantity: LayeredQuantity,
  step: number,
  label: (name: string) => string,
) =>
  snapshot.arms.map((arm) => ({
    name: arm.name,
    label: label(arm.name),
    seeds: begun(arm).map(({ rows, steps }) => [...read(arm.layout, rows, Math.min(step, steps - 1), quantity)]),
  }));

/** One seed's layered quantity over all steps so far: `values[step][layer]`. */
export const heatSeries = (snapshot: RunSnapshot, quantity: LayeredQuantity, label: (name: string) => string) =>
  snapshot.arms.map((arm) => {
    const first = arm.seeds[0];
    const steps = first?.steps ?? 0;
    return {
      name: arm.name,
      label: label(arm.name),
      values: Array.from({ length: steps }, (_, step) =>
        read(arm.layout, first?.rows ?? new Float32Array(), step, quantity),
      ),
    };
  });

/** What the charts call a measured quantity. */
export const whatOf = {
  stateGradNorm: 'state',
  kernelGradNorm: 'kernel',
  stateNorm: 'size',
  branchNorm: 'branch',
  weightNorm: 'weight',
} as const satisfies Record<LayeredQuantity, LayerWhat>;
