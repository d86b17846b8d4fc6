/** The compiled kernel, and the one memory in which all its networks live. */
import type { Examples } from '../data/dataset.ts';
import { type Arena, arenaOf } from './arena.ts';

const calls = [
  'memoryStart',
  'networkBytes',
  'prepare',
  'inputs',
  'targets',
  'outputs',
  'gather',
  'read',
  'step',
  'predict',
  'accuracySum',
  'lossSum',
  'product',
] as const;
/** What kernel/index.ts exports: addresses, counts and flags are numbers. */
type Kernel = { readonly memory: WebAssembly.Memory } & Readonly<
  Record<(typeof calls)[number], (...values: number[]) => number>
>;

export interface Host {
  readonly kernel: Kernel;
  readonly arena: Arena;
  /** Lays out the next pass in the room that all networks share, since only one works at a time. */
  prepare(network: number, rows: number, training: boolean): void;
  /**
   * Brings rows `from` to `to` of the examples to where the next pass reads them, unless they are what lies there: arms
   * that go in lockstep share their batches. The set that batches are picked from stays in the memory, where it is read
   * without being copied.
   */
  load(examples: Examples, from: number, to: number): void;
  /** The `count` numbers from `address` on; valid until the memory grows. */
  numbers(address: number, count: number): Float32Array<ArrayBuffer>;
}

/**
 * @param bytes the compiled kernel, kernel/build/kernel.wasm
 * @throws {WebAssembly.CompileError} where SIMD is missing or the bytes are damaged
 * @throws {WebAssembly.LinkError} when the bytes are another module
 */
export async function startKernel(bytes: BufferSource): Promise<Host> {
  const { exports } = await WebAssembly.instantiate(await WebAssembly.compile(bytes));
  if (!isKernel(exports)) throw new WebAssembly.LinkError('This module is not the training kernel.');
  return hostOf(exports);
}

const isKernel = (exports: WebAssembly.Exports): exports is WebAssembly.Exports & Kernel =>
  exports.memory instanceof WebAssembly.Memory && calls.every((name) => typeof exports[name] === 'function');

function hostOf(kernel: Kernel): Host {
  const { memory } = kernel;
  const arena = arenaOf(memory, kernel.memoryStart());
  let room = { at: arena.take(0), bytes: 0 };
  let loaded: { readonly examples: Examples; readonly from: number; readonly to: number } | undefined;
  /** The set that batches are picked from: inputs, targets, and which rows the last batch took. */
  let home:
    | { readonly set: Examples; readonly inputs: number; readonly targets: number; readonly rows: number }
    | undefined;
  const numbers: Host['numbers'] = (address, count) => new Float32Array(memory.buffer, address, count);
  const copy = (values: Float32Array, count: number, from: number, to: number, address: number) => {
    const size = values.length / count;
    numbers(address, (to - from) * size).set(values.subarray(from * size, to * size));
  };
  const settle = (set: Examples) => {
    if (home?.set === set) return home;
    if (home) arena.give(home.inputs);
    home = undefined;
    const inputs = arena.take(4 * (set.inputs.length + set.targets.length + set.count));
    const targets = inputs + 4 * set.inputs.length;
    numbers(inputs, set.inputs.length).set(set.inputs);
    numbers(targets, set.targets.length).set(set.targets);
    home = { set, inputs, targets, rows: targets + 4 * set.targets.length };
    return home;
  };
  const pick = (set: Examples, rows: Uint32Array) => {
    const { inputs, targets, rows: at } = settle(set);
    new Uint32Array(memory.buffer, at, rows.length).set(rows);
    kernel.gather(inputs, set.inputs.length / set.count, at, rows.length, kernel.inputs());
    kernel.gather(targets, set.targets.length / set.count, at, rows.length, kernel.targets());
  };
  return {
    kernel,
    arena,
    prepare(network, rows, training) {
      const bytes = kernel.prepare(network, room.at, rows, Number(training)) - room.at;
      if (bytes <= room.bytes) return;
      arena.give(room.at);
      loaded = undefined;
      room = { at: arena.take(bytes), bytes };
      kernel.prepare(network, room.at, rows, Number(training));
    },
    load(examples, from, to) {
      if (loaded?.examples === examples && loaded.from === from && loaded.to === to) return;
      const { count, picked } = examples;
      if (home?.set === examples) {
        const size = (values: Float32Array) => (4 * from * values.length) / count;
        kernel.read(home.inputs + size(examples.inputs), home.targets + size(examples.targets));
        loaded = undefined;
        return;
      }
      if (picked) pick(picked.from, picked.rows.subarray(from, to));
      else {
        copy(examples.inputs, count, from, to, kernel.inputs());
        copy(examples.targets, count, from, to, kernel.targets());
      }
      loaded = { examples, from, to };
    },
    numbers,
  };
}
