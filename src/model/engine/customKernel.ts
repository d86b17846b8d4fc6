/**
 * The fused training step as a kernel of tfjs, for its wasm and cpu backends: tensors in, tensors out, so that parameters
 * and optimizer state are ordinary tensors, and tfjs itself can go on from any step.
 */
import * as tf from '@tensorflow/tfjs';
import { blank } from '../network/blank.ts';
import type { Parameters } from '../network/parameters.ts';
import { type NetworkSpec, parameterCount } from '../network/specification.ts';
import { layoutOf, read } from '../telemetry.ts';
import { isNetwork, isTask } from './attributes.ts';
import type { Engine, Task, Trainee } from './engine.ts';
import { flatten, flattenState, joined, unflatten, unflattenState } from './flat.ts';
import type { OptimizerState } from './state.ts';

const kernelName = 'ResidualTraining';
const backends = ['wasm', 'cpu'];

/** Registers the step with tfjs; `engine` does the work. A second call replaces the engine. */
export function registerFused(engine: Engine): void {
  for (const backendName of backends) {
    if (tf.getKernel(kernelName, backendName)) tf.unregisterKernel(kernelName, backendName);
    tf.registerKernel({
      kernelName,
      backendName,
      kernelFunc: ({ inputs, backend, attrs }) => {
        if (!(backend instanceof tf.KernelBackend)) throw new TypeError('This is no backend of tfjs.');
        return run(engine, backend, inputs, attrs ?? {});
      },
    });
  }
}

// An alias: tfjs's tidy takes objects that any string may index.
type Trained = {
  /** [networks, P]: the parameters, as `flatten` lays them out. */
  readonly parameters: tf.Tensor;
  /** [networks, S]: the optimizer's state, as `flattenState` lays it out. */
  readonly state: tf.Tensor;
  /** [networks, steps, stride]: a row for each step, see telemetry.ts; NaN after a network has diverged. */
  readonly telemetry: tf.Tensor;
};

/**
 * Trains several networks, arms or seeds, for several steps in one call. `registerFused` has to be called before.
 * @param networks one for each row of `parameters` and `state`; they differ in what changes no shape (shortcut scale,
 *   activation, rate ...)
 * @param parameters [networks, P]
 * @param state [networks, S]
 * @param inputs [steps, batch, inputSize], the same for all networks, or [networks, steps, batch, inputSize]
 * @param targets class numbers [steps, batch], or values [steps, batch, outputSize]; one more axis as with the inputs
 * @returns new tensors; those passed in stay as they are
 * @throws {RangeError} where shapes do not fit; {Error} on other backends and where the kernel is not registered
 */
export function fusedSteps(
  networks: readonly NetworkSpec[],
  task: Task,
  parameters: tf.Tensor,
  state: tf.Tensor,
  inputs: tf.Tensor,
  targets: tf.Tensor,
): Trained {
  const [newParameters, newState, telemetry] = tf
    .engine()
    .runKernel<[tf.Tensor, tf.Tensor, tf.Tensor]>(
      kernelName,
      { parameters, state, inputs, targets },
      { networks: networks.map((network) => ({ ...network })), task },
    );
  return { parameters: newParameters, state: newState, telemetry };
}

/**
 * The registered step as an engine: between any two steps its parameters and state are tensors of tfjs.
 * @param engine does the work; it is registered
 */
export function kernelEngine(engine: Engine): Engine {
  registerFused(engine);
  return { name: engine.name, backend: engine.backend, create };

  function create(network: NetworkSpec, initial: Parameters, task: Task, state?: OptimizerState): Trainee {
    const layout = layoutOf(network);
    const use = <T>(from: Parameters, at: OptimizerState | undefined, look: (trainee: Trainee) => T): T => {
      const trainee = engine.create(network, from, task, at);
      try {
        return look(trainee);
      } finally {
        trainee.dispose();
      }
    };
    const row = (values: Float32Array) => tf.tensor2d(values, [1, values.length]);
    let [parameters, moments]: [tf.Tensor, tf.Tensor] = use(initial, state, (trainee) => [
      row(flatten(trainee.parameters())),
      row(flattenState(trainee.state())),
    ]);
    const present = () => unflatten(parameters.dataSync<'float32'>(), initial);
    const remembered = () => unflattenState(moments.dataSync<'float32'>(), initial);
    return {
      layout,
      step({ inputs, targets, count }, rows, offset) {
        const before = remembered().steps;
        const shape = task === 'classify' ? [1, count] : [1, count, targets.length / count];
        const trained = tf.tidy(() => {
          const batch = tf.tensor3d(inputs, [1, count, inputs.length / count]);
          return fusedSteps([network], task, parameters, moments, batch, tf.tensor(targets, shape, 'float32'));
        });
        const measured = trained.telemetry.dataSync<'float32'>();
        rows.set(measured, offset);
        tf.dispose([parameters, moments, trained.telemetry]);
        [parameters, moments] = [trained.parameters, trained.state];
        if (remembered().steps > before) return undefined;
        const layer = read(layout, measured, 0, 'stateNorm').findIndex((norm) => !Number.isFinite(norm));
        return { step: before, layer: layer < 0 ? layout.units : layer };
      },
      evaluate: (examples) => use(present(), remembered(), (trainee) => trainee.evaluate(examples)),
      predict: (inputs, count) => use(present(), remembered(), (trainee) => trainee.predict(inputs, count)),
      parameters: present,
      state: remembered,
      dispose: () => tf.dispose([parameters, moments]),
    };
  }
}

/** The kernel itself: reads the tensors, trains one network after the other, and writes three new tensors. */
function run(engine: Engine, backend: tf.KernelBackend, given: tf.NamedTensorInfoMap, attrs: tf.NamedAttrMap) {
  const { networks, task } = attrs;
  if (!Array.isArray(networks) || !isTask(task)) throw new TypeError('These attributes name no networks and no task.');
  const [parameters, state, inputs, targets] = [given.parameters, given.state, given.inputs, given.targets].map(
    (tensor) => numbersOf(backend, tensor),
  );
  if (!parameters || !state || !inputs || !targets) throw new TypeError('A tensor is missing.');
  const [steps = 0, count = 0, inputSize = 0] = inputs.shape.slice(-3);
  const separate = inputs.shape.length > 3;
  if (parameters.shape[0] !== networks.length || state.shape[0] !== networks.length) {
    throw new RangeError(`${networks.length} networks need as many rows of parameters and of state.`);
  }

  const results = networks.map((network, k) => {
    if (!isNetwork(network)) throw new TypeError(`Network ${k} is none.`);
    const own = rowOf(parameters, k);
    const outputSize = (own.length - parameterCount(network, inputSize, 0)) / (network.width + 1);
    const shape = blank(network, inputSize, outputSize);
    const [ownInputs, ownTargets] = separate ? [rowOf(inputs, k), rowOf(targets, k)] : [inputs.values, targets.values];
    const trainee = engine.create(network, unflatten(own, shape), task, unflattenState(rowOf(state, k), shape));
    try {
      const { stride } = trainee.layout;
      const rows = new Float32Array(steps * stride).fill(Number.NaN);
      for (let step = 0; step < steps; step++) {
        const batch = { count, inputs: part(ownInputs, step, steps), targets: part(ownTargets, step, steps) };
        if (trainee.step(batch, rows, step * stride)) break;
      }
      return { parameters: flatten(trainee.parameters()), state: flattenState(trainee.state()), rows };
    } finally {
      trainee.dispose();
    }
  });

  const tensor = (values: Float32Array, ...shape: number[]): tf.TensorInfo => {
    return { dataId: backend.write(values, shape, 'float32'), shape, dtype: 'float32' };
  };
  const rows = joined(results.map((one) => one.rows));
  return [
    tensor(joined(results.map((one) => one.parameters)), ...parameters.shape),
    tensor(joined(results.map((one) => one.state)), ...state.shape),
    tensor(rows, networks.length, steps, rows.length / networks.length / steps),
  ];
}

interface Numbers {
  readonly values: Float32Array;
  readonly shape: readonly number[];
}

/** @throws {TypeError} where there is no tensor or it holds other than float32 */
function numbersOf(backend: tf.KernelBackend, tensor: tf.TensorInfo | undefined): Numbers {
  const values = tensor && backend.readSync(tensor.dataId);
  if (!(values instanceof Float32Array)) throw new TypeError('Parameters, state, inputs and targets are float32.');
  return { values, shape: tensor?.shape ?? [] };
}

/** Part `index` of `parts` equal ones. */
const part = (values: Float32Array, index: number, parts: number): Float32Array => {
  const size = values.length / parts;
  return values.subarray(index * size, (index + 1) * size);
};
const rowOf = ({ values, shape }: Numbers, row: number): Float32Array => part(values, row, shape[0] ?? 1);
