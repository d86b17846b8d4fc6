import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../../src/model/engine/engine.ts';
import { fusedEngine } from '../../../src/model/engine/fused.ts';
import { tapeEngine } from '../../../src/model/engine/tape.ts';
import type { Settings } from '../../../src/model/experiment.ts';
import type { Parameters } from '../../../src/model/network/parameters.ts';
import { random } from '../../../src/model/random.ts';
import { type Divergence, type Layout, quantities, read } from '../../../src/model/telemetry.ts';
import { kernelBytes } from './kernel.ts';
import { anyMember, batchOf, type Member, memberOf } from './members.ts';

let fused: Engine;
let tape: Engine;
beforeAll(async () => {
  fused = await fusedEngine(await kernelBytes());
  tape = await tapeEngine();
});

/** The same parameters, each moved up or down by one unit in its last place: by 2^-23 of its size. */
function lastDigitMoved({ stem, units, finalNorm, head }: Parameters): Parameters {
  const stream = random(1, 'last digit');
  const move = (values: Float32Array) => values.map((v) => v * (1 + (stream.below(2) === 0 ? -1 : 1) * 2 ** -23));
  const dense = (one: Parameters['stem']) => ({ kernel: move(one.kernel), bias: move(one.bias) });
  const norm = (one: NonNullable<Parameters['finalNorm']>) => ({ gamma: move(one.gamma), beta: move(one.beta) });
  return {
    stem: dense(stem),
    units: units.map(({ layers, scale }) => ({
      layers: layers.map((layer) => ({ ...dense(layer), ...(layer.norm && { norm: norm(layer.norm) }) })),
      ...(scale && { scale: move(scale) }),
    })),
    ...(finalNorm && { finalNorm: norm(finalNorm) }),
    head: dense(head),
  };
}

/**
 * The largest relative difference of one row's numbers. Behind a normalization some gradients are zero but for rounding:
 * numbers below a thousandth of the largest of their kind count as if they were that large.
 */
function difference(layout: Layout, normed: boolean, a: Float32Array, b: Float32Array): number {
  let most = 0;
  for (const quantity of quantities.filter((name) => name !== 'accuracy')) {
    const [left, right] = [read(layout, a, 0, quantity), read(layout, b, 0, quantity)];
    const floor = normed ? 1e-3 * Math.max(...right) : 0;
    for (const [i, value] of right.entries()) {
      const other = left[i] ?? 0;
      if (other === value || !(Number.isFinite(other) || Number.isFinite(value))) continue;
      const error = Math.abs(other - value) / Math.max(value, floor);
      most = Math.max(most, Number.isNaN(error) ? Number.POSITIVE_INFINITY : error);
    }
  }
  return most;
}

interface Comparison {
  /** Difference of the engines at each step, and what the last digit of the parameters had changed by then. */
  readonly steps: readonly { readonly error: number; readonly sensitivity: number }[];
  /** Where fused and tape diverged, if they did. */
  readonly diverged: readonly [Divergence | undefined, Divergence | undefined];
}

/** Trains a member for twenty steps on both engines, and on the fast one again with the last digits moved. */
function compare(member: Member & { readonly batch: number }): Comparison {
  const { network, parameters, task, batch } = member;
  const a = fused.create(network, parameters, task);
  const b = tape.create(network, parameters, task);
  const c = fused.create(network, lastDigitMoved(parameters), task);
  const { layout } = a;
  const row = () => new Float32Array(layout.stride);
  const [ofA, ofB, ofC] = [row(), row(), row()];
  const stream = random(1, 'comparison');
  const normed = network.normalization !== 'none';
  const steps: { error: number; sensitivity: number }[] = [];
  let sensitivity = 0;
  let diverged: Comparison['diverged'] = [undefined, undefined];
  while (steps.length < 20 && !diverged[0] && !diverged[1]) {
    const examples = batchOf(member, batch, stream);
    diverged = [a.step(examples, ofA, 0), b.step(examples, ofB, 0)];
    c.step(examples, ofC, 0);
    sensitivity = Math.max(sensitivity, difference(layout, normed, ofC, ofA));
    steps.push({ error: difference(layout, normed, ofA, ofB), sensitivity });
  }
  for (const trainee of [a, b, c]) trainee.dispose();
  return { steps, diverged };
}

describe('fused against tape', () => {
  // Two programs that add in different orders differ by the rounding of float32, 6e-8, and training lets that grow. How
  // fast depends on the network, so each is asked itself: the tolerance is 1e-4, or a hundred times what moving the last
  // digit of every parameter changes where that is more.
  it('agrees over twenty steps on random members of the family', () => {
    let chaotic = 0;
    let members = 0;
    fc.assert(
      fc.property(anyMember, (member) => {
        const { steps, diverged } = compare(member);
        for (const { error, sensitivity } of steps) {
          expect(error).toBeLessThanOrEqual(Math.max(1e-4, 100 * sensitivity));
        }
        expect(diverged[0]).toEqual(diverged[1]);
        members++;
        if ((steps.at(-1)?.sensitivity ?? 0) > 1e-3) chaotic++;
      }),
      { numRuns: 200, seed: 20 },
    );
    // The tolerance says something only where training is not chaotic: in at least four of five members.
    expect(chaotic / members).toBeLessThan(0.2);
  }, 180_000);

  it.each([
    ['explodes', { depth: 40, gain: 4, rate: 0.01 }],
    ['learns too fast', { depth: 6, rate: 10, optimizer: 'momentum' }],
    ['explodes at once', { depth: 100, gain: 10, shortcutScale: 2 }],
  ] satisfies [string, Partial<Settings>][])('diverges at the same step and layer: %s', (_, settings) => {
    const { diverged } = compare({ ...memberOf({ width: 12, ...settings }), batch: 16 });
    expect(diverged[0]).toBeDefined();
    expect(diverged[0]).toEqual(diverged[1]);
  });
});
