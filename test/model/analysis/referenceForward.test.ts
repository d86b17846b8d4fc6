import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { referenceForward } from '../../../src/model/analysis/referenceForward.ts';
import { measure, withTrainee } from '../../../src/model/analysis/subject.ts';
import { norm } from '../../../src/model/analysis/vectors.ts';
import type { Engine } from '../../../src/model/engine/engine.ts';
import { tapeEngine } from '../../../src/model/engine/tape.ts';
import { random } from '../../../src/model/random.ts';
import { anyMember, batchOf, memberOf } from '../engine/members.ts';
import { fused, scalarSubject } from './cases.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await fused();
});

describe('the reference forward pass', () => {
  it('computes what can be computed by hand', () => {
    // x_0 = 2 * 3 = 6; residual: x_1 = 6 + 0.5 * 6 = 9; x_2 = 9 - 1 * 9 = 0; y = 4 * 0.
    const { network, parameters } = scalarSubject([0.5, -1], { shortcutScale: 1 }, { stem: 2, head: 4 });
    const { states, branches, outputs } = referenceForward(network, parameters, [3], 1);
    expect(states.map(([x]) => x)).toEqual([6, 9, 0]);
    expect(branches.map(([f]) => f)).toEqual([3, -9]);
    expect([...outputs]).toEqual([0]);
  });

  it('refuses inputs of another size', () => {
    const { network, parameters } = scalarSubject([1]);
    expect(() => referenceForward(network, parameters, [1, 2], 1)).toThrow(RangeError);
  });

  const agrees = (on: Engine, runs: number) =>
    fc.assert(
      fc.property(anyMember, (member) => {
        const batch = batchOf(member, member.batch, random(1, 'reference'));
        const { states, branches, outputs } = referenceForward(
          member.network,
          member.parameters,
          batch.inputs,
          batch.count,
        );
        const predicted = withTrainee(on, member, (trainee) => trainee.predict(batch.inputs, batch.count));
        const largest = Math.max(...outputs.map(Math.abs));
        const row = measure(on, member, batch);
        const pairs = [
          ...[...outputs].map((value, i) => [(predicted[i] ?? 0) / largest, value / largest] as const),
          ...states.map((x, l) => [(row.read('stateNorm')[l] ?? 0) / norm(x), 1] as const),
          ...branches.map((f, l) => [(row.read('branchNorm')[l] ?? 0) / (norm(f) || 1), norm(f) && 1] as const),
        ];
        // Norms over one or two examples magnify float32's last digits some hundredfold.
        expect(Math.max(...pairs.map(([a, b]) => Math.abs(a - b)))).toBeLessThan(2e-3);
      }),
      { numRuns: runs, seed: 1 },
    );

  it('agrees with the fused engine: outputs, states and branches of any member of the family', () =>
    agrees(engine, 100));

  it('agrees with the tape', async () => agrees(await tapeEngine(), 15));

  it('agrees to float32 where nothing magnifies rounding', () => {
    const member = memberOf({ width: 24, depth: 12, normalization: 'layer', branchScale: 'learned', finalNorm: true });
    const { inputs } = batchOf(member, 32, random(2, 'reference'));
    const { outputs } = referenceForward(member.network, member.parameters, inputs, 32);
    const predicted = withTrainee(engine, member, (trainee) => trainee.predict(inputs, 32));
    for (const [i, value] of outputs.entries()) expect(predicted[i]).toBeCloseTo(value, 5);
  });
});
