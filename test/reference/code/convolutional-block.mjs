import * as tf from '@tensorflow/tfjs';

const kernelInitializer = 'heNormal';
const input = tf.input({ shape: [6, 6, 8] });
let x = input, y, shortcut;

// res3a: 6×6×8 -> 3×3×16
y = tf.layers.conv2d({ name: 'res3a_branch2a', filters: 4, kernelSize: 1, strides: 2, padding: 'valid', kernelInitializer }).apply(x);
y = tf.layers.batchNormalization({ name: 'bn3a_branch2a' }).apply(y);
y = tf.layers.reLU({ name: 'bn3a_branch2a_relu' }).apply(y);
y = tf.layers.conv2d({ name: 'res3a_branch2b', filters: 4, kernelSize: 3, strides: 1, padding: 'same', kernelInitializer }).apply(y);
y = tf.layers.batchNormalization({ name: 'bn3a_branch2b' }).apply(y);
y = tf.layers.reLU({ name: 'bn3a_branch2b_relu' }).apply(y);
y = tf.layers.conv2d({ name: 'res3a_branch2c', filters: 16, kernelSize: 1, strides: 1, padding: 'valid', kernelInitializer }).apply(y);
y = tf.layers.batchNormalization({ name: 'bn3a_branch2c' }).apply(y);
shortcut = tf.layers.conv2d({ name: 'res3a_branch1', filters: 16, kernelSize: 1, strides: 2, padding: 'valid', kernelInitializer }).apply(x);
shortcut = tf.layers.batchNormalization({ name: 'bn3a_branch1' }).apply(shortcut);
y = tf.layers.add({ name: 'res3a_add' }).apply([y, shortcut]);
x = tf.layers.reLU({ name: 'res3a_relu' }).apply(y);

export const model = tf.model({ inputs: input, outputs: x, name: 'res3a' });
model.summary();
