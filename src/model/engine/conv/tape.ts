/** The definition of the convolutional family: tfjs autodiff, on any backend of tfjs. Slow, and there to be compared with. */
import * as tf from '@tensorflow/tfjs';
import {
  accuracyOf,
  answersOf,
  type ConvEngine,
  type ConvEngineName,
  type ConvTrainee,
  confusionOf,
  divergedAbove,
  kernelsAt,
  type StateMaps,
} from '../../conv/engine.ts';
import type { ConvParameters } from '../../conv/parameters.ts';
import type { ConvShape } from '../../conv/shape.ts';
import { type ConvSpec, classCount, lastFilters, planOf } from '../../conv/specification.ts';
import type { Examples } from '../../data/dataset.ts';
import { scoped } from '../scope.ts';

const epsilon = 1e-5;

/** One per tensor of the parameters, in order: kernel, gamma, beta of each convolution, then the dense layer's two. */
function tensorsOf({ convolutions }: ReturnType<typeof planOf>, { layers, head }: ConvParameters): tf.Tensor[] {
  return [
    ...convolutions.flatMap(({ size, channels, filters }, i) => {
      const layer = layers[i];
      if (!layer) throw new RangeError(`These parameters have no convolution ${i}.`);
      return [
        tf.tensor4d(layer.kernel, [size, size, channels, filters]),
        tf.tensor1d(layer.gamma),
        tf.tensor1d(layer.beta),
      ];
    }),
    tf.tensor2d(head.kernel, [lastFilters, classCount]),
    tf.tensor1d(head.bias),
  ];
}

/** Batch norm over all pixels of all images. */
function normed(x: tf.Tensor4D, gamma: tf.Tensor, beta: tf.Tensor): tf.Tensor4D {
  const centred = tf.sub(x, tf.mean(x, [0, 1, 2], true));
  const variance = tf.mean(tf.square(centred), [0, 1, 2], true);
  return tf.add(tf.mul(tf.mul(centred, tf.rsqrt(tf.add(variance, epsilon))), gamma), beta);
}

/** Every second pixel of each row and column, of an even or odd number; tfjs's own strided slice has no gradient. */
function everySecond(x: tf.Tensor4D): tf.Tensor4D {
  const [images, height, width, channels] = x.shape;
  const [down, across] = [Math.ceil(height / 2), Math.ceil(width / 2)];
  const even = tf.pad(x, [
    [0, 0],
    [0, 2 * down - height],
    [0, 2 * across - width],
    [0, 0],
  ]);
  const rows = tf.slice(even.reshape([images * down, 2, 2 * across * channels]), [0, 0, 0], [-1, 1, -1]);
  const columns = tf.slice(rows.reshape([images * down * across, 2, channels]), [0, 0, 0], [-1, 1, -1]);
  return columns.reshape([images, down, across, channels]);
}

function shortcutOf(x: tf.Tensor4D, { stride, channels, filters }: ConvShape): tf.Tensor4D {
  const near = stride === 1 ? x : everySecond(x);
  if (filters === channels) return near;
  return tf.pad(near, [
    [0, 0],
    [0, 0],
    [0, 0],
    [0, filters - channels],
  ]);
}

const norm = (values: ArrayLike<number>): number => {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += (values[i] ?? 0) ** 2;
  return Math.sqrt(sum);
};

/** The engine on the backend that tfjs uses now. */
export const convTapeEngine = (backend: ConvEngineName['backend']): ConvEngine => ({
  name: 'tape',
  backend,
  create,
});

function create(spec: ConvSpec, initial: ConvParameters): ConvTrainee {
  const plan = planOf(spec.depth);
  const { convolutions, blocks } = plan;
  const variables = scoped(() => tensorsOf(plan, initial).map((tensor) => tf.variable(tensor)));
  const moments = variables.map((variable) => scoped(() => tf.variable(tf.zerosLike(variable))));
  const [side, first] = [convolutions[0]?.height ?? 0, variables[0]];
  if (!first) throw new RangeError('These parameters have no convolution.');

  const layer = (x: tf.Tensor4D, i: number): tf.Tensor4D => {
    const [kernel = first, gamma = first, beta = first] = variables.slice(3 * i);
    return normed(tf.conv2d(x, kernel.as4D(...shapeOf(i)), convolutions[i]?.stride ?? 1, 'same'), gamma, beta);
  };
  const shapeOf = (i: number): [number, number, number, number] => {
    const { size = 0, channels = 0, filters = 0 } = convolutions[i] ?? {};
    return [size, size, channels, filters];
  };
  const forward = (x: tf.Tensor4D, visit: (state: tf.Tensor4D) => void = () => {}): tf.Tensor2D => {
    let state: tf.Tensor4D = tf.relu(layer(x, 0));
    visit(state);
    for (const { first: index, shortcut } of blocks) {
      const branch = layer(tf.relu(layer(state, index)), index + 1);
      const sum: tf.Tensor4D =
        spec.shortcutScale === 0 ? branch : tf.add(branch, tf.mul(shortcutOf(state, shortcut), spec.shortcutScale));
      state = tf.relu(sum);
      visit(state);
    }
    const [kernel = first, bias = first] = variables.slice(-2);
    return tf.add(tf.matMul(tf.mean(state, [1, 2]), kernel.as2D(lastFilters, classCount)), bias).as2D(-1, classCount);
  };
  const inputsOf = ({ inputs, count }: Examples) => tf.tensor4d(inputs, [count, side, side, 1]);
  const lossOf = (logits: tf.Tensor2D, { targets, count }: Examples): tf.Scalar => {
    const wanted = tf.oneHot(tf.tensor1d(targets, 'int32'), classCount).toFloat().as2D(count, classCount);
    return tf.neg(tf.mean(tf.sum(tf.mul(wanted, tf.logSoftmax(logits)), 1)));
  };

  return {
    step: (batch, rate, row) =>
      scoped(() => {
        const x = inputsOf(batch);
        const { value, grads } = tf.variableGrads(() => {
          const logits = forward(x);
          const answers = answersOf(logits.dataSync(), batch.count, classCount);
          row[1] = answers.filter((answer, i) => answer === batch.targets[i]).length / batch.count;
          return lossOf(logits, batch);
        }, variables);
        const loss = value.dataSync()[0] ?? Number.NaN;
        row[0] = loss;
        for (let i = 0; i < spec.depth; i++) {
          const kernel = variables[3 * i];
          row[kernelsAt + i] = norm(grads[kernel?.name ?? '']?.dataSync() ?? []);
        }
        if (!(loss <= divergedAbove)) return false;
        for (const [i, variable] of variables.entries()) {
          const [moment, gradient] = [moments[i], grads[variable.name]];
          if (!moment || !gradient) throw new Error(`Tensor ${i} has no gradient.`);
          moment.assign(tf.add(tf.mul(moment, spec.momentum), gradient));
          variable.assign(tf.sub(variable, tf.mul(moment, rate)));
        }
        return true;
      }),
    evaluate: (examples, shown) =>
      scoped(() => {
        const states: StateMaps[] = [];
        const logits = forward(inputsOf(examples), (state) => {
          const [, height, , channels] = state.shape;
          const picked = shown.map((image) => tf.slice(state, [image, 0, 0, 0], [1, -1, -1, -1]));
          const values = picked.length > 0 ? tf.concat(picked, 0).dataSync<'float32'>() : new Float32Array();
          states.push({ side: height, channels, values });
        });
        const answers = answersOf(logits.dataSync(), examples.count, classCount);
        const confusion = confusionOf(answers, examples.targets, classCount);
        const loss = lossOf(logits, examples).dataSync()[0] ?? Number.NaN;
        return { loss, accuracy: accuracyOf(confusion, classCount), confusion, states };
      }),
    parameters() {
      const values = variables.map((variable) => variable.dataSync<'float32'>().slice());
      const empty = new Float32Array();
      return {
        layers: convolutions.map((_, i) => {
          const [kernel = empty, gamma = empty, beta = empty] = values.slice(3 * i);
          return { kernel, gamma, beta };
        }),
        head: { kernel: values.at(-2) ?? empty, bias: values.at(-1) ?? empty },
      };
    },
    dispose: () => tf.dispose([...variables, ...moments]),
  };
}

/**
 * tfjs on its cpu backend: where nothing faster starts.
 * @throws {Error} where that does not start either
 */
export async function cpuConvEngine(): Promise<ConvEngine> {
  tf.enableProdMode();
  if (!((await tf.setBackend('cpu')) && tf.getBackend() === 'cpu')) throw new Error('tfjs did not start on cpu');
  return convTapeEngine('cpu');
}
