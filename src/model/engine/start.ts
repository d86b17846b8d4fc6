/** Which engine trains: the fused one where SIMD runs, the tape everywhere else. */
import type { Engine } from './engine.ts';
import { fusedEngine } from './fused.ts';
import { fusedSupported, relaxedSupported } from './support.ts';

export interface EngineSources {
  /** The compiled kernel, or its build for relaxed SIMD. */
  readonly kernel: (relaxed: boolean) => Promise<BufferSource>;
  /** Loads tfjs; only called where it is needed. */
  readonly tape: () => Promise<Engine>;
}

/** @throws whatever `tape` throws, where neither engine starts */
export async function startEngine({ kernel, tape }: EngineSources): Promise<Engine> {
  if (fusedSupported()) {
    try {
      return await fusedEngine(await kernel(relaxedSupported()));
    } catch {
      // The kernel did not arrive or is damaged: tfjs computes the same, and the page names it.
    }
  }
  return tape();
}
