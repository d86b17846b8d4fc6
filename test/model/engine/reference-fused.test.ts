import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../../src/model/engine/engine.ts';
import { fusedEngine } from '../../../src/model/engine/fused.ts';
import { readReference } from '../../../src/model/reference.ts';
import { verify } from '../../../src/model/verify.ts';
import { kernelBytes } from './kernel.ts';

const folder = new URL('../../reference/', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.json'));

it('has the nine cases', () => expect(files.length).toBeGreaterThanOrEqual(9));

describe.each(['kernel', 'relaxed'] as const)('the fused engine (%s.wasm) against PyTorch in float64', (build) => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await fusedEngine(await kernelBytes(build));
  });

  // Float32 carries 7 digits; the longest chains of these cases lose one or two of them.
  it.each(files)('%s: outputs, norms and ten losses within 1e-5', (file) => {
    const deviations = verify(readReference(readFileSync(new URL(file, folder), 'utf8')), engine);
    expect(deviations.length).toBe(6);
    for (const deviation of deviations) expect(deviation).toSatisfy(({ error }) => error <= 1e-5);
  });
});
