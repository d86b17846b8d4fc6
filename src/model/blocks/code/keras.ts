/** A block or network as a script for Keras 3; it prints the summary. */
import type { Block, Network } from '../graph.ts';
import type { Trace } from '../trace.ts';
import {
  type Initializer,
  type Line,
  type Made,
  oneLine,
  partsOf,
  quoted,
  type Statement,
  usesPadded,
} from './listing.ts';

/** @throws {Error} for a graph with a problem */
export function keras(graph: Block | Network, trace: Trace, initializer: Initializer = 'he'): Line[] {
  const parts = partsOf(graph, trace);
  const start = initializer === 'he' ? 'he_normal' : 'glorot_uniform';
  const lines: Line[] = [
    { text: 'import keras' },
    { text: 'from keras import layers' },
    { text: '' },
    ...(usesPadded(parts) ? padded.map((text) => ({ text })) : []),
    { text: `inputs = keras.Input((${trace.input.join(', ')}))` },
    { text: 'x = inputs' },
    { text: '' },
  ];
  for (const { heading, statements } of parts) {
    lines.push({ text: `# ${oneLine(heading)}` });
    for (const statement of statements) lines.push({ text: lineOf(statement, start), layer: statement.layer.name });
    lines.push({ text: '' });
  }
  lines.push({ text: `model = keras.Model(inputs, x, name=${quoted(graph.name)})` });
  lines.push({ text: 'model.summary()' });
  return lines;
}

function lineOf({ layer, from, to }: Statement, start: string): string {
  const input = from.length > 1 ? `[${from.join(', ')}]` : from.join();
  return `${to} = ${madeBy(layer, start)}(${input})`;
}

function madeBy(layer: Made, start: string): string {
  const name = `name=${quoted(layer.name)}`;
  switch (layer.kind) {
    case 'conv': {
      const { filters, kernel, stride, padding, bias } = layer;
      const settings = `${filters}, ${kernel}, strides=${stride}, padding="${padding}"${bias ? '' : ', use_bias=False'}`;
      return `layers.Conv2D(${settings}, kernel_initializer="${start}", ${name})`;
    }
    case 'batchNorm':
      return `layers.BatchNormalization(${name})`;
    case 'relu':
      return `layers.ReLU(${name})`;
    case 'maxPool':
      return `layers.MaxPooling2D(${layer.size}, strides=${layer.stride}, padding="${layer.padding}", ${name})`;
    case 'globalAvgPool':
      return `layers.GlobalAveragePooling2D(${name})`;
    case 'flatten':
      return `layers.Flatten(${name})`;
    case 'dense':
      return `layers.Dense(${layer.units}, kernel_initializer="${start}", ${name})`;
    case 'zeroPad':
      return `layers.ZeroPadding2D(${layer.size}, ${name})`;
    case 'padded':
      return `PaddedShortcut(${layer.filters}, ${layer.stride}, ${name})`;
    case 'add':
      return `layers.Add(${name})`;
  }
}

const padded = `
class PaddedShortcut(layers.Layer):
    def __init__(self, filters, stride, **kwargs):
        super().__init__(**kwargs)
        self.filters = filters
        self.stride = stride

    def call(self, x):
        kept = x[:, :: self.stride, :: self.stride, :]
        return keras.ops.pad(kept, [[0, 0], [0, 0], [0, 0], [0, self.filters - x.shape[-1]]])

    def get_config(self):
        return {**super().get_config(), "filters": self.filters, "stride": self.stride}

`.split('\n');
