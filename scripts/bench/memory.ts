/** What 200 resets and changes of architecture leave behind. */

import { engineOn } from '../../src/model/engine/fused.ts';
import { tensorCount } from '../../src/model/engine/tape.ts';
import type { ArmSettings } from '../../src/model/experiment.ts';
import type { Engines } from './compare.ts';
import { engineContestant } from './engines.ts';
import { problemOf } from './problem.ts';

interface Growth {
  readonly before: number;
  readonly after: number;
}
export interface Memory {
  readonly resets: number;
  /** Tensors alive in tfjs. */
  readonly tensors: Growth;
  /** Bytes of the kernel's memory. */
  readonly bytes: Growth;
}

const resets = 200;
const kinds: readonly Partial<ArmSettings>[] = [
  { width: 8, depth: 4 },
  { width: 31, depth: 6, normalization: 'batch', finalNorm: true, optimizer: 'momentum' },
  { width: 5, depth: 2, normalization: 'layer', branchScale: 'learned', optimizer: 'adam' },
  { width: 64, depth: 3, layersPerUnit: 3, order: 'post', optimizer: 'adamw' },
];

export function memoryAfterResets({ builds, tape }: Engines): Memory {
  const [host] = Object.values(builds);
  if (!host) throw new Error('No build of the kernel runs here.');
  const engines = [engineOn(host), tape];
  const reset = (i: number) => {
    for (const engine of engines) {
      const contestant = engineContestant(engine, problemOf(kinds[i % kinds.length] ?? {}));
      contestant.step();
      contestant.dispose();
    }
  };
  const now = () => ({ tensors: tensorCount(), bytes: host.kernel.memory.buffer.byteLength });
  for (const i of kinds.keys()) reset(i);
  const before = now();
  for (let i = 0; i < resets; i++) reset(i);
  const after = now();
  return {
    resets,
    tensors: { before: before.tensors, after: after.tensors },
    bytes: { before: before.bytes, after: after.bytes },
  };
}
