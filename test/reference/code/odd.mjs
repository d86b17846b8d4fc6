import * as tf from '@tensorflow/tfjs';

const kernelInitializer = 'heNormal';
const input = tf.input({ shape: [6, 5, 3] });
let x = input;

// stem: 6×5×3 -> 4×4×4
x = tf.layers.conv2d({ name: 'stem', filters: 4, kernelSize: 4, strides: 1, padding: 'same', useBias: false, kernelInitializer }).apply(x);
x = tf.layers.zeroPadding2d({ name: 'around', padding: 1 }).apply(x);
x = tf.layers.maxPooling2d({ name: 'pool', poolSize: 3, strides: 2, padding: 'same' }).apply(x);

// conv2_x, res2a: 4×4×4 -> 2×2×4
x = tf.layers.conv2d({ name: 'res2a_branch2a', filters: 4, kernelSize: 3, strides: 2, padding: 'same', kernelInitializer }).apply(x);

// conv2_x, res2b: 2×2×4 -> 2×2×4
x = tf.layers.add({ name: 'res2b_add' }).apply([x, x]);

// head: 2×2×4 -> 3
x = tf.layers.batchNormalization({ name: 'bn_last' }).apply(x);
x = tf.layers.reLU({ name: 'bn_last_relu' }).apply(x);
x = tf.layers.flatten({ name: 'flat' }).apply(x);
x = tf.layers.dense({ name: 'fc3', units: 3, kernelInitializer }).apply(x);

export const model = tf.model({ inputs: input, outputs: x, name: 'odd "net"' });
model.summary();
