/** A network as the kernel reads it. */
import type { Parameters } from '../network/parameters.ts';
import { type NetworkSpec, unitsOf } from '../network/specification.ts';
import { layoutOf } from '../telemetry.ts';
import type { Task } from './engine.ts';

export interface Description {
  readonly network: NetworkSpec;
  readonly task: Task;
  readonly inputSize: number;
  readonly outputSize: number;
  /** Tells which learned tensors there are. */
  readonly initial: Parameters;
  /** Where the parameters are stored, and how many bytes they take. */
  readonly parametersAt: number;
  readonly parameterBytes: number;
  /** Updates made so far. */
  readonly steps: number;
}

/** The kernel's numbers for each choice are the positions here. */
const optimizers: readonly NetworkSpec['optimizer'][] = ['sgd', 'momentum', 'adam', 'adamw'];
const orders: readonly NetworkSpec['order'][] = ['pre', 'post'];
const activations: readonly NetworkSpec['activation'][] = ['relu', 'tanh', 'sigmoid', 'linear'];
const normalizations: readonly NetworkSpec['normalization'][] = ['none', 'batch', 'layer'];
const tasks: readonly Task[] = ['classify', 'regress'];

/** Writes the fields of `Recipe` (kernel/optimizers.ts) and `Network` (kernel/network.ts), in their order and types. */
export function describe(view: DataView, description: Description): void {
  const { network, task, inputSize, outputSize, initial, parametersAt, parameterBytes, steps } = description;
  let at = 0;
  const integers = (...values: number[]) => {
    for (const value of values) {
      view.setInt32(at, value, true);
      at += 4;
    }
  };
  const reals = (...values: number[]) => {
    for (const value of values) {
      view.setFloat32(at, value, true);
      at += 4;
    }
  };
  integers(optimizers.indexOf(network.optimizer));
  reals(network.rate, network.decay, network.momentum);
  for (const power of [0.9 ** steps, 0.999 ** steps]) {
    view.setFloat64(at, power, true);
    at += 8;
  }
  integers(parameterBytes, parametersAt, inputSize, outputSize);
  integers(network.width, unitsOf(network), network.layersPerUnit);
  integers(orders.indexOf(network.order), activations.indexOf(network.activation));
  integers(normalizations.indexOf(network.normalization), Number(initial.finalNorm !== undefined));
  integers(Number(initial.units.some(({ scale }) => scale)), tasks.indexOf(task));
  reals(network.shortcutScale, network.branchFactor);
  const { at: row } = layoutOf(network);
  integers(row.kernelGradNorm, row.stateGradNorm, row.stateNorm, row.branchNorm, row.weightNorm);
}
