import * as tf from '@tensorflow/tfjs';

/** Runs `work` and disposes every tensor that it made, also when it throws. Variables stay. tf.tidy, for plain results. */
export function scoped<T>(work: () => T): T {
  tf.engine().startScope();
  try {
    return work();
  } finally {
    tf.engine().endScope();
  }
}
