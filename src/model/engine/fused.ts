/**
 * The fast engine: a whole training step of the MLP family in one call of the WebAssembly SIMD kernel (kernel/). Agrees with
 * the tape, which is the definition, to the rounding of float32.
 */
import type { Examples } from '../data/dataset.ts';
import type { Parameters } from '../network/parameters.ts';
import { type NetworkSpec, unitsOf } from '../network/specification.ts';
import { type Divergence, type Layout, layoutOf, read, type Score } from '../telemetry.ts';
import { type Arena, arenaOf } from './arena.ts';
import type { Engine, Task, Trainee } from './engine.ts';
import { pack, padded, storedSize, unpack, withoutPadding } from './packing.ts';

const calls = [
  'memoryStart',
  'networkBytes',
  'prepare',
  'inputs',
  'targets',
  'outputs',
  'step',
  'predict',
  'accuracySum',
  'lossSum',
] as const;
/** What kernel/index.ts exports. */
type Kernel = { readonly memory: WebAssembly.Memory } & Readonly<
  Record<(typeof calls)[number], (...values: number[]) => number>
>;

const isKernel = (exports: WebAssembly.Exports): exports is WebAssembly.Exports & Kernel =>
  exports.memory instanceof WebAssembly.Memory && calls.every((name) => typeof exports[name] === 'function');

/** Whether this machine runs WebAssembly SIMD: a module of one function with one vector is valid. */
export const fusedSupported = (): boolean =>
  typeof WebAssembly === 'object' &&
  WebAssembly.validate(
    // (module (func (drop (i8x16.splat (i32.const 0)))))
    Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 10, 9, 1, 7, 0, 65, 0, 253, 15, 26, 11),
  );

/**
 * Starts the engine. All its networks live in one memory, which grows to the largest demand and is used again after
 * `dispose`.
 * @param bytes the compiled kernel, kernel/build/kernel.wasm
 * @throws {WebAssembly.CompileError} where SIMD is missing or the bytes are damaged
 */
export async function fusedEngine(bytes: BufferSource): Promise<Engine> {
  const { exports } = await WebAssembly.instantiate(await WebAssembly.compile(bytes));
  if (!isKernel(exports)) throw new WebAssembly.LinkError('This module is not the training kernel.');
  const host = hostOf(exports);
  return {
    name: 'fused',
    backend: 'simd',
    create: (network, parameters, task) => create(host, network, parameters, task),
  };
}

/** The kernel with the room it works in. */
interface Host {
  readonly kernel: Kernel;
  readonly arena: Arena;
  /** Lays out the next pass in the room that all networks share, since only one works at a time. */
  prepare(network: number, rows: number, training: boolean): void;
  /** The memory as numbers; valid until the memory grows. */
  floats(): Float32Array<ArrayBuffer>;
}

function hostOf(kernel: Kernel): Host {
  const { memory } = kernel;
  const arena = arenaOf(memory, kernel.memoryStart());
  let view = new Float32Array(memory.buffer);
  let room = { at: arena.take(0), bytes: 0 };
  return {
    kernel,
    arena,
    prepare(network, rows, training) {
      const bytes = kernel.prepare(network, room.at, rows, Number(training)) - room.at;
      if (bytes <= room.bytes) return;
      arena.give(room.at);
      room = { at: arena.take(bytes), bytes };
      kernel.prepare(network, room.at, rows, Number(training));
    },
    floats() {
      if (view.buffer !== memory.buffer) view = new Float32Array(memory.buffer);
      return view;
    },
  };
}

const choices = {
  order: ['pre', 'post'],
  activation: ['relu', 'tanh', 'sigmoid', 'linear'],
  normalization: ['none', 'batch', 'layer'],
  optimizer: ['sgd', 'momentum', 'adam', 'adamw'],
  task: ['classify', 'regress'],
} as const satisfies { [K in keyof NetworkSpec]?: readonly NetworkSpec[K][] } & { task: readonly Task[] };

const moments = { sgd: 0, momentum: 1, adam: 2, adamw: 2 } as const;

/** Rows of one pass of an evaluation, where rows do not depend on each other. */
const chunk = 256;

function create({ kernel, arena, prepare, floats }: Host, network: NetworkSpec, initial: Parameters, task: Task): Trainee {
  const layout = layoutOf(network);
  const inputSize = initial.stem.kernel.length / network.width;
  const outputSize = initial.head.bias.length;
  const targetSize = task === 'classify' ? 1 : outputSize;
  const size = storedSize(initial);
  const shape = structuredClone(initial);

  const rowAt = kernel.networkBytes();
  const parametersAt = Math.ceil((rowAt + 4 * layout.stride) / 64) * 64;
  const net = arena.take(parametersAt + 4 * size * (1 + moments[network.optimizer]));
  const stored = (at: number, count: number) => floats().subarray((net + at) >> 2, ((net + at) >> 2) + count);
  describe(new DataView(kernel.memory.buffer, net), {
    network,
    task,
    layout,
    inputSize,
    outputSize,
    bytes: 4 * size,
    parameters: net + parametersAt,
    finalNorm: initial.finalNorm !== undefined,
    learnedScale: initial.units.some(({ scale }) => scale !== undefined),
  });
  stored(parametersAt, size * (1 + moments[network.optimizer])).fill(0);
  pack(initial, stored(parametersAt, size));
  let steps = 0;
  let alive = true;

  const load = (inputs: Float32Array, count: number, training: boolean) => {
    if (!alive) throw new Error('This network was disposed.');
    if (inputs.length !== count * inputSize) throw new RangeError(`${count} inputs have ${inputs.length} numbers.`);
    prepare(net, count, training);
    floats().set(inputs, kernel.inputs() >> 2);
  };
  const loadTargets = (targets: Float32Array, count: number) => {
    if (targets.length !== count * targetSize) throw new RangeError(`${count} targets have ${targets.length} numbers.`);
    floats().set(targets, kernel.targets() >> 2);
  };
  /** Predicts part by part; batch norm needs the whole set at once. */
  const inParts = (inputs: Float32Array, count: number, visit: (from: number, rows: number) => void) => {
    const part = network.normalization === 'batch' ? count : chunk;
    for (let from = 0; from < count; from += part) {
      const rows = Math.min(part, count - from);
      load(inputs.subarray(from * inputSize, (from + rows) * inputSize), rows, false);
      kernel.predict(net);
      visit(from, rows);
    }
  };

  return {
    layout,
    step({ inputs, targets, count }, rows, offset) {
      load(inputs, count, true);
      loadTargets(targets, count);
      const learned = kernel.step(net, net + rowAt) !== 0;
      rows.set(stored(rowAt, layout.stride), offset);
      if (learned) steps++;
      return learned ? undefined : divergenceOf(layout, stored(rowAt, layout.stride), steps);
    },
    evaluate({ inputs, targets, count }): Score {
      let [loss, right] = [0, 0];
      inParts(inputs, count, (from, rows) => {
        loadTargets(targets.subarray(from * targetSize, (from + rows) * targetSize), rows);
        right += kernel.accuracySum(net);
        loss += kernel.lossSum(net);
      });
      return { loss: Math.fround(loss / count), accuracy: right / count };
    },
    predict(inputs, count) {
      const outputs = new Float32Array(count * outputSize);
      inParts(inputs, count, (from, rows) => {
        const at = kernel.outputs() >> 2;
        const part = floats().subarray(at, at + rows * padded(outputSize));
        outputs.set(withoutPadding(part, outputSize, rows), from * outputSize);
      });
      return outputs;
    },
    parameters: () => unpack(stored(parametersAt, size), shape),
    dispose() {
      if (alive) arena.give(net);
      alive = false;
    },
  };
}

/** The first state whose norm is not finite, or the last one where only the loss is lost. */
function divergenceOf(layout: Layout, row: Float32Array, step: number): Divergence {
  const layer = read(layout, row, 0, 'stateNorm').findIndex((norm) => !Number.isFinite(norm));
  return { step, layer: layer < 0 ? layout.units : layer };
}

interface Description {
  readonly network: NetworkSpec;
  readonly task: Task;
  readonly layout: Layout;
  readonly inputSize: number;
  readonly outputSize: number;
  /** Of all parameters, and where they begin. */
  readonly bytes: number;
  readonly parameters: number;
  readonly finalNorm: boolean;
  readonly learnedScale: boolean;
}

/** Writes what the kernel's network.ts and optimizers.ts declare, word for word. */
function describe(view: DataView, { network, task, layout, ...own }: Description): void {
  let at = 0;
  const integer = (value: number) => {
    view.setInt32(at, value, true);
    at += 4;
  };
  const real = (value: number) => {
    view.setFloat32(at, value, true);
    at += 4;
  };
  integer(choices.optimizer.indexOf(network.optimizer));
  real(network.rate);
  real(network.decay);
  real(network.momentum);
  view.setFloat64(at, 1, true);
  view.setFloat64(at + 8, 1, true);
  at += 16;
  integer(own.bytes);
  integer(own.parameters);
  integer(own.inputSize);
  integer(own.outputSize);
  integer(network.width);
  integer(unitsOf(network));
  integer(network.layersPerUnit);
  integer(choices.order.indexOf(network.order));
  integer(choices.activation.indexOf(network.activation));
  integer(choices.normalization.indexOf(network.normalization));
  integer(Number(own.finalNorm));
  integer(Number(own.learnedScale));
  integer(choices.task.indexOf(task));
  real(network.shortcutScale);
  real(network.branchFactor);
  for (const quantity of ['kernelGradNorm', 'stateGradNorm', 'stateNorm', 'branchNorm', 'weightNorm'] as const) {
    integer(layout.at[quantity]);
  }
}
