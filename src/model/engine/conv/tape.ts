/** The definition of the convolutional family: tfjs autodiff, on any backend of tfjs. Slow, and there to be compared with. */
import * as tf from '@tensorflow/tfjs';
import {
  accuracyOf,
  answersOf,
  type CardEngine,
  type ConvEngine,
  type ConvEngineName,
  type ConvScore,
  confusionOf,
  divergedAbove,
  kernelsAt,
} from '../../conv/engine.ts';
import type { ConvParameters } from '../../conv/parameters.ts';
import { type ConvSpec, classCount } from '../../conv/specification.ts';
import type { Examples } from '../../data/dataset.ts';
import { scoped } from '../scope.ts';
import { later, now, type Reading, reading } from './reading.ts';
import { lossOf, tapeNetwork } from './tapeNetwork.ts';

const norm = (values: ArrayLike<number>): number => {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += (values[i] ?? 0) ** 2;
  return Math.sqrt(sum);
};

interface TapeTrainee {
  step(batch: Examples, rate: number, row: Float32Array): Reading<boolean>;
  evaluate(examples: Examples, shown: readonly number[]): Reading<ConvScore>;
  parameters(): Reading<ConvParameters>;
  dispose(): void;
}

function create(spec: ConvSpec, initial: ConvParameters): TapeTrainee {
  const { variables, forward } = tapeNetwork(spec, initial);
  const moments = variables.map((variable) => scoped(() => tf.variable(tf.zerosLike(variable))));
  /** A variable is let go with its network, a tensor with its reading. */
  const copies = () => variables.map((variable) => tf.clone(variable));

  return {
    step: (batch, rate, row) =>
      reading(
        () => {
          let logits: tf.Tensor | undefined;
          const { value, grads } = tf.variableGrads(() => {
            const answered = forward(batch);
            logits = tf.keep(answered.clone());
            return lossOf(answered, batch);
          }, [...variables]);
          const gradients = variables.map(({ name }) => grads[name]);
          return [value, logits, ...gradients].map((tensor, i) => {
            if (!tensor) throw new Error(`Tensor ${i} of the step is missing.`);
            return tensor;
          });
        },
        ([[loss = Number.NaN] = [], logits = [], ...values], [, , ...gradients]) => {
          const answers = answersOf(logits, batch.count, classCount);
          row[0] = loss;
          row[1] = answers.filter((answer, i) => answer === batch.targets[i]).length / batch.count;
          for (let i = 0; i < spec.depth; i++) row[kernelsAt + i] = norm(values[3 * i] ?? []);
          if (!(loss <= divergedAbove)) return false;
          for (const [i, variable] of variables.entries()) {
            const [moment, gradient] = [moments[i], gradients[i]];
            if (!moment || !gradient) throw new Error(`Tensor ${i} has no gradient.`);
            moment.assign(tf.add(tf.mul(moment, spec.momentum), gradient));
            variable.assign(tf.sub(variable, tf.mul(moment, rate)));
          }
          return true;
        },
      ),
    evaluate: (examples, shown) =>
      reading(
        () => {
          const states: tf.Tensor[] = [];
          const logits = forward(examples, (state) => {
            const picked = shown.map((image) => tf.slice(state, [image, 0, 0, 0], [1, -1, -1, -1]));
            if (picked.length > 0) states.push(tf.concat(picked, 0));
          });
          return [lossOf(logits, examples), logits, ...states];
        },
        ([[loss = Number.NaN] = [], logits = [], ...values], [, , ...states]) => {
          const answers = answersOf(logits, examples.count, classCount);
          const confusion = confusionOf(answers, examples.targets, classCount);
          return {
            loss,
            accuracy: accuracyOf(confusion, classCount),
            confusion,
            states: states.map(({ shape: [, side = 0, , channels = 0] }, i) => {
              return { side, channels, values: values[i]?.slice() ?? new Float32Array() };
            }),
          };
        },
      ),
    parameters: () =>
      reading(copies, (values) => {
        const empty = new Float32Array();
        const own = values.map((one) => one.slice());
        return {
          layers: initial.layers.map((_, i) => {
            const [kernel = empty, gamma = empty, beta = empty] = own.slice(3 * i);
            return { kernel, gamma, beta };
          }),
          head: { kernel: own.at(-2) ?? empty, bias: own.at(-1) ?? empty },
        };
      }),
    dispose: () => tf.dispose([...variables, ...moments]),
  };
}

/** Runs work on a backend of tfjs that has started; others may have used another one in between. */
const hereOn =
  (backend: ConvEngineName['backend']) =>
  <T>(work: () => T): T => {
    if (!tf.findBackend(backend)) throw new Error(`tfjs has not started on ${backend}.`);
    // A backend that has started is changed to at once; the promise tells nothing more.
    if (tf.getBackend() !== backend) void tf.setBackend(backend);
    return work();
  };

/** The engine on a backend that has started and can wait for its numbers. */
export function convTapeEngine(backend: ConvEngineName['backend']): ConvEngine {
  const here = hereOn(backend);
  return {
    name: 'tape',
    backend,
    create(spec, parameters) {
      const trainee = here(() => create(spec, parameters));
      return {
        step: (batch, rate, row) => here(() => now(trainee.step(batch, rate, row))),
        evaluate: (examples, shown) => here(() => now(trainee.evaluate(examples, shown))),
        parameters: () => here(() => now(trainee.parameters())),
        dispose: trainee.dispose,
      };
    },
  };
}

/** The engine on a backend that has started and gives its numbers later. */
export function laterConvTapeEngine(backend: ConvEngineName['backend']): CardEngine {
  const here = hereOn(backend);
  return {
    name: 'tape',
    backend,
    create(spec, parameters) {
      const trainee = here(() => create(spec, parameters));
      return {
        step: async (batch, rate, row) =>
          later(
            here(() => trainee.step(batch, rate, row)),
            here,
          ),
        evaluate: async (examples, shown) =>
          later(
            here(() => trainee.evaluate(examples, shown)),
            here,
          ),
        parameters: async () => later(here(trainee.parameters), here),
        dispose: trainee.dispose,
      };
    },
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
