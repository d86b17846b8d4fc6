/** Which engine trains convolutions: the fused one where SIMD runs, tfjs autodiff everywhere else. */
import type { ConvEngine } from '../../conv/engine.ts';
import { fusedSupported, relaxedSupported } from '../support.ts';
import { fusedConvEngine } from './fused.ts';

export interface ConvEngineSources {
  /** The compiled kernel, or its build for relaxed SIMD. */
  readonly kernel: (relaxed: boolean) => Promise<BufferSource>;
  /** Loads tfjs; only called where it is needed. */
  readonly tape: () => Promise<ConvEngine>;
}

/** @throws whatever `tape` throws, where neither engine starts */
export async function startConvEngine({ kernel, tape }: ConvEngineSources): Promise<ConvEngine> {
  if (fusedSupported()) {
    try {
      return await fusedConvEngine(await kernel(relaxedSupported()));
    } catch {
      // The kernel did not arrive or is damaged: tfjs computes the same, far slower, and the page names it.
    }
  }
  return tape();
}
