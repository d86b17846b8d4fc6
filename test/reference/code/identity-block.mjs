import * as tf from '@tensorflow/tfjs';

const kernelInitializer = 'heNormal';
const input = tf.input({ shape: [6, 6, 8] });
let x = input, y;

// res2b: 6×6×8 -> 6×6×8
y = tf.layers.conv2d({ name: 'res2b_branch2a', filters: 4, kernelSize: 1, strides: 1, padding: 'valid', kernelInitializer }).apply(x);
y = tf.layers.batchNormalization({ name: 'bn2b_branch2a' }).apply(y);
y = tf.layers.reLU({ name: 'bn2b_branch2a_relu' }).apply(y);
y = tf.layers.conv2d({ name: 'res2b_branch2b', filters: 4, kernelSize: 3, strides: 1, padding: 'same', kernelInitializer }).apply(y);
y = tf.layers.batchNormalization({ name: 'bn2b_branch2b' }).apply(y);
y = tf.layers.reLU({ name: 'bn2b_branch2b_relu' }).apply(y);
y = tf.layers.conv2d({ name: 'res2b_branch2c', filters: 8, kernelSize: 1, strides: 1, padding: 'valid', kernelInitializer }).apply(y);
y = tf.layers.batchNormalization({ name: 'bn2b_branch2c' }).apply(y);
y = tf.layers.add({ name: 'res2b_add' }).apply([y, x]);
x = tf.layers.reLU({ name: 'res2b_relu' }).apply(y);

export const model = tf.model({ inputs: input, outputs: x, name: 'res2b' });
model.summary();
