/** Numbers on their way from tfjs: all that a pass has to tell comes in one reading, at once or when the card is ready. */
import * as tf from '@tensorflow/tfjs';
import { scoped } from '../scope.ts';

export interface Reading<R> {
  readonly told: tf.Tensor1D;
  /** Goes on with the values. The tensors that it needs are alive until `over`. */
  readonly finish: (values: Float32Array) => R;
  readonly over: () => void;
}

/**
 * Runs a pass that ends in tensors, keeps those, and lets go of the others.
 * @param finish gets their values, in their order
 */
export function reading<R>(
  pass: () => readonly tf.Tensor[],
  finish: (values: readonly Float32Array[], tensors: readonly tf.Tensor[]) => R,
): Reading<R> {
  const { told, tensors } = scoped(() => {
    const tensors = pass().map((tensor) => tf.keep(tensor));
    return { told: tf.keep(tf.concat1d(tensors.map((tensor) => tensor.flatten()))), tensors };
  });
  return {
    told,
    finish: (values) => {
      let end = 0;
      const parts = tensors.map(({ size }) => {
        const start = end;
        end += size;
        return values.subarray(start, end);
      });
      return scoped(() => finish(parts, tensors));
    },
    over: () => tf.dispose([told, ...tensors]),
  };
}

/** The result at once, where the backend can wait. */
export function now<R>({ told, finish, over }: Reading<R>): R {
  try {
    return finish(told.dataSync<'float32'>());
  } finally {
    over();
  }
}

/** The result when the backend has it. @param here runs what needs the backend again */
export async function later<R>({ told, finish, over }: Reading<R>, here: (work: () => R) => R): Promise<R> {
  try {
    const values = await told.data<'float32'>();
    return here(() => finish(values));
  } finally {
    over();
  }
}
