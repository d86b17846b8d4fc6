/** Everything a run needs in Node: an engine and the data file. */
import './kernel.ts';
import { readFile } from 'node:fs/promises';
import { type Answer, answer, type Kind, type Question } from '../src/model/analysis/question.ts';
import { dataOf } from '../src/model/data/load.ts';
import type { Engine, EngineName } from '../src/model/engine/engine.ts';
import { startEngine } from '../src/model/engine/start.ts';
import type { Experiment } from '../src/model/experiment.ts';
import { type RunResult, runExperiment } from '../src/model/train.ts';

const fashionFile = new URL('../public/data/fashion14.bin', import.meta.url);
const kernels = new URL('../src/model/engine/kernel/build/', import.meta.url);

export const engineNames = ['fused', 'tape'] as const satisfies readonly EngineName['name'][];

/** @throws {Error} where the engine asked for cannot start */
export async function engineNamed(name: EngineName['name']): Promise<Engine> {
  // tfjs takes seconds to load, so only those wait who ask for it.
  if (name === 'tape') return (await import('../src/model/engine/tape.ts')).tapeEngine();
  return startEngine({
    kernel: (relaxed) => readFile(new URL(relaxed ? 'relaxed.wasm' : 'kernel.wasm', kernels)),
    tape: () => Promise.reject(new Error('The fused engine needs WebAssembly SIMD, which this Node does not have.')),
  });
}

interface Headless {
  readonly engine: EngineName;
  /** Trains all arms and seeds to the end. Equal experiments are trained once. */
  run(experiment: Experiment): Promise<RunResult>;
  /** Asks the networks of all arms and seeds. */
  ask<K extends Kind>(question: Question<K>): Promise<Answer<K>>;
}

/** The function, called once for each different argument. */
function once<A, R>(work: (argument: A) => R): (argument: A) => R {
  const results = new Map<string, R>();
  return (argument) => {
    const key = JSON.stringify(argument);
    const result = results.get(key) ?? work(argument);
    results.set(key, result);
    return result;
  };
}

/** @throws {Error} where the engine cannot start; `run` rejects when the data file is missing or damaged. */
export async function headless(name: EngineName['name'] = 'fused'): Promise<Headless> {
  const engine = await engineNamed(name);
  let bytes: Promise<ArrayBuffer> | undefined;
  const loadFashion = () => {
    bytes ??= readFile(fashionFile).then((file) => new Uint8Array(file).buffer);
    return bytes;
  };
  const dataFor =
    ({ dataset }: Experiment) =>
    (seed: number) =>
      dataOf(dataset, seed, loadFashion);
  return {
    engine: { name: engine.name, backend: engine.backend },
    run: once((experiment) => runExperiment(experiment, dataFor(experiment), engine)),
    ask: (question) => answer(question, dataFor(question.experiment), engine),
  };
}
