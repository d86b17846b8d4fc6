import * as tf from '@tensorflow/tfjs';

const kernelInitializer = 'heNormal';
const input = tf.input({ shape: [14, 14, 1] });
let x = input, y, shortcut;

// stem: 14×14×1 -> 14×14×8
x = tf.layers.conv2d({ name: 'conv1', filters: 8, kernelSize: 3, strides: 1, padding: 'same', useBias: false, kernelInitializer }).apply(x);
x = tf.layers.batchNormalization({ name: 'bn_conv1' }).apply(x);
x = tf.layers.reLU({ name: 'bn_conv1_relu' }).apply(x);

// conv2_x, res2a: 14×14×8 -> 14×14×8
y = tf.layers.conv2d({ name: 'res2a_branch2a', filters: 8, kernelSize: 3, strides: 1, padding: 'same', useBias: false, kernelInitializer }).apply(x);
y = tf.layers.batchNormalization({ name: 'bn2a_branch2a' }).apply(y);
y = tf.layers.reLU({ name: 'bn2a_branch2a_relu' }).apply(y);
y = tf.layers.conv2d({ name: 'res2a_branch2b', filters: 8, kernelSize: 3, strides: 1, padding: 'same', useBias: false, kernelInitializer }).apply(y);
y = tf.layers.batchNormalization({ name: 'bn2a_branch2b' }).apply(y);
y = tf.layers.add({ name: 'res2a_add' }).apply([y, x]);
x = tf.layers.reLU({ name: 'res2a_relu' }).apply(y);

// conv3_x, res3a: 14×14×8 -> 7×7×16
y = tf.layers.conv2d({ name: 'res3a_branch2a', filters: 16, kernelSize: 3, strides: 2, padding: 'same', useBias: false, kernelInitializer }).apply(x);
y = tf.layers.batchNormalization({ name: 'bn3a_branch2a' }).apply(y);
y = tf.layers.reLU({ name: 'bn3a_branch2a_relu' }).apply(y);
y = tf.layers.conv2d({ name: 'res3a_branch2b', filters: 16, kernelSize: 3, strides: 1, padding: 'same', useBias: false, kernelInitializer }).apply(y);
y = tf.layers.batchNormalization({ name: 'bn3a_branch2b' }).apply(y);
shortcut = tf.layers.conv2d({ name: 'res3a_branch1', filters: 16, kernelSize: 1, strides: 2, padding: 'valid', useBias: false, kernelInitializer }).apply(x);
shortcut = tf.layers.batchNormalization({ name: 'bn3a_branch1' }).apply(shortcut);
y = tf.layers.add({ name: 'res3a_add' }).apply([y, shortcut]);
x = tf.layers.reLU({ name: 'res3a_relu' }).apply(y);

// conv4_x, res4a: 7×7×16 -> 4×4×32
y = tf.layers.conv2d({ name: 'res4a_branch2a', filters: 32, kernelSize: 3, strides: 2, padding: 'same', useBias: false, kernelInitializer }).apply(x);
y = tf.layers.batchNormalization({ name: 'bn4a_branch2a' }).apply(y);
y = tf.layers.reLU({ name: 'bn4a_branch2a_relu' }).apply(y);
y = tf.layers.conv2d({ name: 'res4a_branch2b', filters: 32, kernelSize: 3, strides: 1, padding: 'same', useBias: false, kernelInitializer }).apply(y);
y = tf.layers.batchNormalization({ name: 'bn4a_branch2b' }).apply(y);
shortcut = tf.layers.conv2d({ name: 'res4a_branch1', filters: 32, kernelSize: 1, strides: 2, padding: 'valid', useBias: false, kernelInitializer }).apply(x);
shortcut = tf.layers.batchNormalization({ name: 'bn4a_branch1' }).apply(shortcut);
y = tf.layers.add({ name: 'res4a_add' }).apply([y, shortcut]);
x = tf.layers.reLU({ name: 'res4a_relu' }).apply(y);

// head: 4×4×32 -> 10
x = tf.layers.globalAveragePooling2d({ name: 'avg_pool' }).apply(x);
x = tf.layers.dense({ name: 'fc10', units: 10, kernelInitializer }).apply(x);

export const model = tf.model({ inputs: input, outputs: x, name: 'ResNet-8 (14×14)' });
model.summary();
