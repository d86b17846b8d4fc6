/** The definition: tfjs autodiff on wasm or cpu. Slow, general, always there to be compared with. */
import * as tf from '@tensorflow/tfjs';
import { setThreadsCount, setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import type { Examples } from '../data/dataset.ts';
import type { Parameters } from '../network/parameters.ts';
import type { NetworkSpec } from '../network/specification.ts';
import { type Divergence, layoutOf, type Score } from '../telemetry.ts';
import type { Engine, Task, Trainee } from './engine.ts';
import { forward, type Taps } from './forward.ts';
import { optimizerOf } from './optimizer.ts';
import { scoped } from './scope.ts';
import { checkState, freshState, type OptimizerState } from './state.ts';
import { kernelsOf, listOf, parametersOf, variablesOf } from './variables.ts';

/** A loss above this has left every scale of the course's tasks: the arm counts as diverged. */
const divergedAbove = 1e6;

/** Euclidean norm in float64, so that squares of small float32 numbers do not underflow. */
function norm(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) {
    const v = values[i] as number;
    sum += v * v;
  }
  return Math.sqrt(sum);
}

const lossOf = (task: Task, outputs: tf.Tensor2D, targets: tf.Tensor2D): tf.Scalar =>
  task === 'classify'
    ? tf.neg(tf.mean(tf.sum(tf.mul(targets, tf.logSoftmax(outputs)), 1)))
    : tf.mean(tf.square(tf.sub(outputs, targets)));

/** Targets as the loss takes them: one-hot rows [count, classes], or the values themselves. */
const targetsOf = (task: Task, { targets, count }: Examples, size: number): tf.Tensor2D =>
  task === 'classify'
    ? tf.oneHot(tf.tensor1d(targets, 'int32'), size).toFloat().as2D(count, size)
    : tf.tensor2d(targets, [count, size]);

/** Share of rows whose largest output is the target's class; 0 for regression. */
function accuracyOf(task: Task, outputs: ArrayLike<number>, { targets, count }: Examples): number {
  if (task === 'regress') return 0;
  const size = outputs.length / count;
  let right = 0;
  for (let i = 0; i < count; i++) {
    let best = 0;
    for (let c = 1; c < size; c++) {
      if ((outputs[i * size + c] as number) > (outputs[i * size + best] as number)) best = c;
    }
    if (best === targets[i]) right++;
  }
  return right / count;
}

/** Passes x through and hands the gradient that comes back to `listen`. */
const listening = (x: tf.Tensor2D, listen: (gradient: tf.Tensor) => void): tf.Tensor2D =>
  tf.customGrad((value) => ({
    value: (value as tf.Tensor2D).clone(),
    gradFunc: (gradient: tf.Tensor) => {
      listen(gradient);
      return gradient.clone();
    },
  }))(x) as tf.Tensor2D;

function create(network: NetworkSpec, initial: Parameters, task: Task, state?: OptimizerState): Trainee {
  if (state) checkState(network, state);
  const layout = layoutOf(network);
  const inputSize = initial.stem.kernel.length / network.width;
  const outputSize = initial.head.bias.length;
  const variables = variablesOf(initial);
  const list = listOf(variables);
  const kernels = kernelsOf(variables);
  const start = state ?? freshState(network, inputSize, outputSize);
  const moments = start.moments.map(variablesOf);
  const optimizer = optimizerOf(network, list, moments.map(listOf), start.steps);

  const score = (examples: Examples): Score =>
    scoped(() => {
      const outputs = forward(network, variables, tf.tensor2d(examples.inputs, [examples.count, inputSize]));
      const loss = lossOf(task, outputs, targetsOf(task, examples, outputSize));
      return { loss: loss.dataSync()[0] ?? Number.NaN, accuracy: accuracyOf(task, outputs.dataSync(), examples) };
    });

  return {
    layout,
    evaluate: score,
    step: (batch, rows, offset) =>
      scoped((): Divergence | undefined => {
        const put = (at: number, value: number) => {
          rows[offset + at] = value;
        };
        const { at } = layout;
        const taps: Taps = {
          state(index, x) {
            put(at.stateNorm + index, norm(x.dataSync()));
            return listening(x, (gradient) => put(at.stateGradNorm + index, norm(gradient.dataSync())));
          },
          branch(index, f) {
            put(at.branchNorm + index, norm(f.dataSync()));
            return f;
          },
        };
        const inputs = tf.tensor2d(batch.inputs, [batch.count, inputSize]);
        const targets = targetsOf(task, batch, outputSize);
        const { value, grads } = tf.variableGrads(() => {
          const outputs = forward(network, variables, inputs, taps);
          put(at.accuracy, accuracyOf(task, outputs.dataSync(), batch));
          return lossOf(task, outputs, targets);
        }, list);
        const loss = value.dataSync()[0] ?? Number.NaN;
        put(at.loss, loss);
        for (const [i, kernel] of kernels.entries()) {
          put(at.weightNorm + i, norm(kernel.dataSync()));
          put(at.kernelGradNorm + i, norm(grads[kernel.name]?.dataSync() ?? []));
        }
        if (!(loss <= divergedAbove)) {
          const states = rows.subarray(offset + at.stateNorm, offset + at.stateNorm + layout.units + 1);
          const layer = states.findIndex((n) => !Number.isFinite(n));
          return { step: optimizer.steps, layer: layer < 0 ? layout.units : layer };
        }
        optimizer.apply(grads);
        return undefined;
      }),
    predict: (values, count) =>
      scoped(() => forward(network, variables, tf.tensor2d(values, [count, inputSize])).dataSync<'float32'>()),
    parameters: () => parametersOf(variables),
    state: () => ({ steps: optimizer.steps, moments: moments.map(parametersOf) }),
    dispose() {
      for (const variable of [variables, ...moments].flatMap(listOf)) variable.dispose();
    },
  };
}

/** Where the wasm files are; without it tfjs looks beside its own script, which is right in Node. */
export interface TapeOptions {
  readonly backend?: 'wasm' | 'cpu';
  readonly wasmPaths?: Exclude<globalThis.Parameters<typeof setWasmPaths>[0], string>;
}

async function use(backend: 'wasm' | 'cpu'): Promise<boolean> {
  try {
    return (await tf.setBackend(backend)) && tf.getBackend() === backend;
  } catch {
    return false;
  }
}

/**
 * Starts tfjs on wasm, or on cpu where wasm cannot start.
 * @throws {Error} where neither starts
 */
export async function tapeEngine({ backend = 'wasm', wasmPaths }: TapeOptions = {}): Promise<Engine> {
  tf.enableProdMode();
  // Threads need cross-origin isolation, and hang there once the script is bundled.
  tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
  setThreadsCount(1);
  if (wasmPaths) setWasmPaths(wasmPaths);
  const used = backend === 'wasm' && (await use('wasm')) ? 'wasm' : (await use('cpu')) ? 'cpu' : undefined;
  if (!used) throw new Error('tfjs started neither its wasm nor its cpu backend');
  return { name: 'tape', backend: used, create };
}

/** Tensors alive now: for tests of ownership and for the page's own record. */
export const tensorCount = (): number => tf.memory().numTensors;
