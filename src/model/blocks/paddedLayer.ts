/** Option A of He et al. 2015 as a tfjs layer: every stride-th pixel, then zeros for the channels that are new. */
import * as tf from '@tensorflow/tfjs';

interface PaddedConfig {
  readonly name: string;
  readonly filters: number;
  readonly stride: number;
}

/** [batch, height, width, channels] -> [batch, ceil(height / stride), ceil(width / stride), filters] */
export class PaddedLayer extends tf.layers.Layer {
  static readonly className = 'PaddedShortcut';
  private readonly filters: number;
  private readonly stride: number;

  constructor({ name, filters, stride }: PaddedConfig) {
    super({ name });
    this.filters = filters;
    this.stride = stride;
  }

  override computeOutputShape(inputShape: tf.Shape | tf.Shape[]): tf.Shape {
    const [batch, height, width] = inputShape.flat();
    const side = (size: number | null | undefined) => (typeof size === 'number' ? Math.ceil(size / this.stride) : null);
    return [batch ?? null, side(height), side(width), this.filters];
  }

  override call(inputs: tf.Tensor | tf.Tensor[]): tf.Tensor {
    const input = Array.isArray(inputs) ? inputs[0] : inputs;
    if (input?.rank !== 4) throw new TypeError(`${this.name} takes one [batch, height, width, channels].`);
    return tf.tidy(() => {
      const image = input.as4D(...sizesOf(input));
      // A mean over one pixel is that pixel: the way to skip pixels that has a gradient on every backend.
      const kept = this.stride === 1 ? image : tf.avgPool(image, 1, this.stride, 'valid');
      const missing = this.filters - (image.shape[3] ?? 0);
      return tf.pad4d(kept, [
        [0, 0],
        [0, 0],
        [0, 0],
        [0, missing],
      ]);
    });
  }

  override getConfig(): tf.serialization.ConfigDict {
    return { ...super.getConfig(), filters: this.filters, stride: this.stride };
  }
}

const sizesOf = ({ shape: [a = 0, b = 0, c = 0, d = 0] }: tf.Tensor): [number, number, number, number] => [a, b, c, d];

tf.serialization.registerClass(PaddedLayer);
