/**
 * The fast engine: a whole training step of the MLP family, telemetry included, is one call of the WebAssembly SIMD kernel
 * in kernel/. It agrees with the tape, which is the definition, to the rounding of float32.
 */
import type { Examples } from '../data/dataset.ts';
import type { Parameters } from '../network/parameters.ts';
import type { NetworkSpec } from '../network/specification.ts';
import { layoutOf, read, type Score } from '../telemetry.ts';
import { describe } from './description.ts';
import type { Engine, Task, Trainee } from './engine.ts';
import { type Host, startKernel } from './host.ts';
import { pack, padded, storedSize, unpack, withoutPadding } from './packing.ts';
import { checkState, momentCounts, type OptimizerState } from './state.ts';

/**
 * Starts the engine. All its networks live in one memory, which grows to the largest demand and is used again after
 * `dispose`.
 * @param bytes a compiled kernel: build/kernel.wasm, or build/relaxed.wasm where `relaxedSupported`
 * @throws {WebAssembly.CompileError} where SIMD is missing or the bytes are damaged
 */
export const fusedEngine = async (bytes: BufferSource): Promise<Engine> => engineOn(await startKernel(bytes));

/** The engine of a kernel that was started before. */
export const engineOn = (host: Host): Engine => ({
  name: 'fused',
  backend: 'simd',
  create: (network, parameters, task, state) => create(host, network, parameters, task, state),
});

/** What the kernel's loss has room for. */
const mostOutputs = 256;
/** Rows of one pass of an evaluation, where rows do not depend on each other: few enough to stay in the cache. */
const part = 128;

function create(host: Host, network: NetworkSpec, initial: Parameters, task: Task, state?: OptimizerState): Trainee {
  if (state) checkState(network, state);
  const { kernel, arena } = host;
  const layout = layoutOf(network);
  const inputSize = initial.stem.kernel.length / network.width;
  const outputSize = initial.head.bias.length;
  const targetSize = task === 'classify' ? 1 : outputSize;
  if (outputSize > mostOutputs) throw new RangeError(`${outputSize} outputs are more than ${mostOutputs}.`);
  const shape = structuredClone(initial);

  // One stretch of memory: the network's description, a telemetry row, the parameters, the optimizer's moments.
  const size = storedSize(initial);
  const arrays = 1 + momentCounts[network.optimizer];
  const head = Math.ceil((kernel.networkBytes() + 4 * layout.stride) / 64) * 64;
  const net = arena.take(head + 4 * size * arrays);
  const rowAt = net + kernel.networkBytes();
  const parametersAt = net + head;
  describe(new DataView(kernel.memory.buffer, net), {
    network,
    task,
    inputSize,
    outputSize,
    initial,
    parametersAt,
    parameterBytes: 4 * size,
    steps: state?.steps ?? 0,
  });
  host.numbers(parametersAt, size * arrays).fill(0);
  for (const [k, values] of [initial, ...(state?.moments ?? [])].entries())
    pack(values, host.numbers(parametersAt + 4 * size * k, size));
  let steps = state?.steps ?? 0;
  let disposed = false;

  /** The set that was found right last: batches are picked from one again and again. */
  let right: Examples | undefined;
  const load = (examples: Examples, from: number, to: number, training: boolean) => {
    if (disposed) throw new Error('This network was disposed.');
    host.prepare(net, to - from, training);
    host.load(examples, from, to);
  };
  const check = (examples: Examples) => {
    const set = examples.picked?.from ?? examples;
    if (set === right) return;
    const { inputs, targets, count } = set;
    if (inputs.length !== count * inputSize)
      throw new RangeError(`${count} inputs cannot be ${inputs.length} numbers.`);
    if (targets.length !== count * targetSize) {
      throw new RangeError(`${count} targets cannot be ${targets.length} numbers.`);
    }
    // The kernel writes at the target's class.
    if (task === 'classify' && !targets.every((target) => target >= 0 && target < outputSize)) {
      throw new RangeError(`Some target is no class below ${outputSize}.`);
    }
    right = set;
  };
  /** Predicts part by part, or all at once where batch norm makes the rows depend on each other. */
  const inParts = (examples: Examples, visit: (from: number, to: number) => void) => {
    const most = network.normalization === 'batch' ? examples.count : part;
    for (let from = 0; from < examples.count; from += most) {
      const to = Math.min(from + most, examples.count);
      load(examples, from, to, false);
      kernel.predict(net);
      visit(from, to);
    }
  };

  return {
    layout,
    step(batch, rows, offset) {
      check(batch);
      load(batch, 0, batch.count, true);
      const learned = kernel.step(net, rowAt) !== 0;
      const row = host.numbers(rowAt, layout.stride);
      rows.set(row, offset);
      if (learned) {
        steps++;
        return undefined;
      }
      const layer = read(layout, row, 0, 'stateNorm').findIndex((norm) => !Number.isFinite(norm));
      return { step: steps, layer: layer < 0 ? layout.units : layer };
    },
    evaluate(examples): Score {
      check(examples);
      let [loss, answers] = [0, 0];
      inParts(examples, () => {
        loss += kernel.lossSum(net);
        answers += kernel.accuracySum(net);
      });
      return { loss: Math.fround(loss / examples.count), accuracy: answers / examples.count };
    },
    predict(inputs, count) {
      const examples = { inputs, targets: new Float32Array(count * targetSize), count };
      check(examples);
      const outputs = new Float32Array(count * outputSize);
      inParts(examples, (from, to) => {
        const stored = host.numbers(kernel.outputs(), (to - from) * padded(outputSize));
        outputs.set(withoutPadding(stored, outputSize, to - from), from * outputSize);
      });
      return outputs;
    },
    parameters: () => unpack(host.numbers(parametersAt, size), shape),
    state: () => ({
      steps,
      moments: Array.from({ length: arrays - 1 }, (_, k) =>
        unpack(host.numbers(parametersAt + 4 * size * (k + 1), size), shape),
      ),
    }),
    dispose() {
      if (!disposed) arena.give(net);
      disposed = true;
    },
  };
}
