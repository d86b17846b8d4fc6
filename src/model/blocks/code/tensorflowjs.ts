/** A block or network as a module for TensorFlow.js; it prints the summary and exports the model. */
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
export function tensorflowjs(graph: Block | Network, trace: Trace, initializer: Initializer = 'he'): Line[] {
  const parts = partsOf(graph, trace);
  const seeded = parts.some(({ statements }) =>
    statements.some(({ layer }) => layer.kind === 'conv' || layer.kind === 'dense'),
  );
  const start = initializer === 'he' ? 'heNormal' : 'glorotUniform';
  const lines: Line[] = [
    { text: "import * as tf from '@tensorflow/tfjs';" },
    { text: '' },
    ...(usesPadded(parts) ? padded.map((text) => ({ text })) : []),
    ...(seeded ? [{ text: `const kernelInitializer = '${start}';` }] : []),
    { text: `const input = tf.input({ shape: [${trace.input.join(', ')}] });` },
    { text: `let ${['x = input', ...variablesOf(parts.flatMap(({ statements }) => statements))].join(', ')};` },
    { text: '' },
  ];
  for (const { heading, statements } of parts) {
    lines.push({ text: `// ${oneLine(heading)}` });
    for (const statement of statements) lines.push({ text: lineOf(statement), layer: statement.layer.name });
    lines.push({ text: '' });
  }
  lines.push({ text: `export const model = tf.model({ inputs: input, outputs: x, name: ${single(graph.name)} });` });
  lines.push({ text: 'model.summary();' });
  return lines;
}

/** A string literal in this project's own quotes where they hold it. */
const single = (text: string): string => (/^[^'\\\p{Cc}\u2028\u2029]*$/u.test(text) ? `'${text}'` : quoted(text));

const variablesOf = (statements: readonly Statement[]): string[] =>
  (['y', 'shortcut'] as const).filter((name) => statements.some(({ to }) => to === name));

function lineOf({ layer, from, to }: Statement): string {
  const input = from.length > 1 ? `[${from.join(', ')}]` : from.join();
  return `${to} = ${madeBy(layer)}.apply(${input});`;
}

function madeBy(layer: Made): string {
  const name = `name: ${single(layer.name)}`;
  switch (layer.kind) {
    case 'conv': {
      const { filters, kernel, stride, padding, bias } = layer;
      const settings = `filters: ${filters}, kernelSize: ${kernel}, strides: ${stride}, padding: '${padding}'`;
      return `tf.layers.conv2d({ ${name}, ${settings}${bias ? '' : ', useBias: false'}, kernelInitializer })`;
    }
    case 'batchNorm':
      return `tf.layers.batchNormalization({ ${name} })`;
    case 'relu':
      return `tf.layers.reLU({ ${name} })`;
    case 'maxPool':
      return `tf.layers.maxPooling2d({ ${name}, poolSize: ${layer.size}, strides: ${layer.stride}, padding: '${layer.padding}' })`;
    case 'globalAvgPool':
      return `tf.layers.globalAveragePooling2d({ ${name} })`;
    case 'flatten':
      return `tf.layers.flatten({ ${name} })`;
    case 'dense':
      return `tf.layers.dense({ ${name}, units: ${layer.units}, kernelInitializer })`;
    case 'zeroPad':
      return `tf.layers.zeroPadding2d({ ${name}, padding: ${layer.size} })`;
    case 'padded':
      return `new PaddedShortcut({ ${name}, filters: ${layer.filters}, stride: ${layer.stride} })`;
    case 'add':
      return `tf.layers.add({ ${name} })`;
  }
}

const padded = `class PaddedShortcut extends tf.layers.Layer {
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
`.split('\n');
