/** Convolutional races in Node. The engine and the data are loaded for the first one. */
import './kernel.ts';
import { readFile } from 'node:fs/promises';
import type { Race } from '../src/components/prose/claim.ts';
import type { ConvArmRun } from '../src/model/conv/train.ts';
import { runConv } from '../src/model/conv/train.ts';
import { parseFashion } from '../src/model/data/fashion.ts';
import { startConvEngine } from '../src/model/engine/conv/start.ts';

const fileOf = (name: string) => readFile(new URL(name, import.meta.url));

async function start() {
  const engine = await startConvEngine({
    kernel: (relaxed) => fileOf(`../src/model/engine/kernel/build/${relaxed ? 'conv-relaxed' : 'conv'}.wasm`),
    tape: () => Promise.reject(new Error('Races need WebAssembly SIMD, which this Node does not have.')),
  });
  const data = parseFashion(new Uint8Array(await fileOf('../public/data/fashion14.bin')).buffer);
  return { engine, data };
}

/** @returns a function that runs equal races once; it rejects where the engine cannot start or the data are damaged */
export function racer(): Race {
  let ready: ReturnType<typeof start> | undefined;
  const known = new Map<string, Promise<readonly ConvArmRun[]>>();
  return (experiment) => {
    const key = JSON.stringify(experiment);
    const result =
      known.get(key) ??
      (async () => {
        ready ??= start();
        const { engine, data } = await ready;
        return runConv(experiment, data, engine);
      })();
    known.set(key, result);
    return result;
  };
}
