import * as tf from '@tensorflow/tfjs';

class PaddedShortcut extends tf.layers.Layer {
  static className = 'PaddedShortcut';
  constructor({ name, filters, stride }) {
    super({ name });
    Object.assign(this, { filters, stride });
  }
  computeOutputShape([batch, height, width]) {
    return [batch, Math.ceil(height / this.stride), Math.ceil(width / this.stride), this.filters];
  }
  call(inputs) {
    return tf.tidy(() => {
      const x = Array.isArray(inputs) ? inputs[0] : inputs;
      const kept = this.stride === 1 ? x : tf.avgPool(x, 1, this.stride, 'valid');
      return tf.pad(kept, [[0, 0], [0, 0], [0, 0], [0, this.filters - x.shape[3]]]);
    });
  }
  getConfig() {
    return { ...super.getConfig(), filters: this.filters, stride: this.stride };
  }
}
tf.serialization.registerClass(PaddedShortcut);

const kernelInitializer = 'heNormal';
const input = tf.input({ shape: [6, 6, 8] });
let x = input, y, shortcut;

// res3a: 6×6×8 -> 3×3×16
y = tf.layers.conv2d({ name: 'res3a_branch2a', filters: 16, kernelSize: 3, strides: 2, padding: 'same', useBias: false, kernelInitializer }).apply(x);
y = tf.layers.batchNormalization({ name: 'bn3a_branch2a' }).apply(y);
y = tf.layers.reLU({ name: 'bn3a_branch2a_relu' }).apply(y);
y = tf.layers.conv2d({ name: 'res3a_branch2b', filters: 16, kernelSize: 3, strides: 1, padding: 'same', useBias: false, kernelInitializer }).apply(y);
y = tf.layers.batchNormalization({ name: 'bn3a_branch2b' }).apply(y);
shortcut = new PaddedShortcut({ name: 'res3a_pad', filters: 16, stride: 2 }).apply(x);
y = tf.layers.add({ name: 'res3a_add' }).apply([y, shortcut]);
x = tf.layers.reLU({ name: 'res3a_relu' }).apply(y);

export const model = tf.model({ inputs: input, outputs: x, name: 'res3a' });
model.summary();
