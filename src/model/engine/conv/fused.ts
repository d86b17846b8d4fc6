/**
 * The fast engine of the convolutional family: forward, backward and update as calls of the SIMD kernel in kernel/conv/,
 * laid out here. A step makes about a dozen calls a block, each of tens of microseconds, so the calls themselves cost nothing.
 */
import {
  accuracyOf,
  answersOf,
  type ConvEngine,
  type ConvTrainee,
  confusionOf,
  divergedAbove,
  kernelsAt,
  type StateMaps,
} from '../../conv/engine.ts';
import type { ConvParameters } from '../../conv/parameters.ts';
import { type ConvShape, filterSize } from '../../conv/shape.ts';
import { type ConvSpec, classCount, lastFilters, planOf } from '../../conv/specification.ts';
import { type ConvHost, startConvKernel } from './host.ts';

/** @param bytes build/conv.wasm, or build/conv-relaxed.wasm where `relaxedSupported` */
export const fusedConvEngine = async (bytes: BufferSource): Promise<ConvEngine> =>
  convEngineOn(await startConvKernel(bytes));

export const convEngineOn = (host: ConvHost): ConvEngine => ({
  name: 'fused',
  backend: 'simd',
  create: (spec, parameters) => create(host, spec, parameters),
});

/** Classes as they are stored: whole vectors. */
const stored = 4 * Math.ceil(classCount / 4);
const inputOf = ({ height, width, channels }: ConvShape) => height * width * channels;
const outputOf = ({ outHeight, outWidth, filters }: ConvShape) => outHeight * outWidth * filters;

/** Where each tensor lies behind the first parameter, in numbers; gradients and moments lie alike. */
function placesOf(shapes: readonly ConvShape[]) {
  let end = 0;
  const next = (size: number) => {
    const at = end;
    end += size;
    return at;
  };
  const layers = shapes.map((shape) => ({
    kernel: next(filterSize(shape)),
    gamma: next(shape.filters),
    beta: next(shape.filters),
  }));
  const head = { kernel: next(lastFilters * stored), bias: next(stored) };
  return { layers, head, size: end };
}

/** Room for a pass over some images. Training keeps what the way back needs, layer by layer; scoring shares one place. */
interface Room {
  readonly images: number;
  readonly inputs: number;
  readonly targets: number;
  /** States x_0 ... and what lies between a block's convolutions. */
  readonly states: readonly number[];
  readonly inner: readonly number[];
  readonly kept: readonly number[];
  readonly deviations: readonly number[];
  readonly pooled: number;
  readonly logits: number;
  readonly taken: readonly number[];
}

function create(host: ConvHost, spec: ConvSpec, initial: ConvParameters): ConvTrainee {
  const { kernel, arena, numbers } = host;
  const { convolutions, blocks } = planOf(spec.depth);
  const { shortcutScale } = spec;
  const places = placesOf(convolutions);
  const at = convolutions.map((shape) => host.shape(shape));
  const shortcuts = blocks.map(({ shortcut }) => host.shape(shortcut));
  const parametersAt = arena.take(4 * places.size);
  const momentsAt = arena.take(4 * places.size);
  const gradientsAt = arena.take(4 * places.size);
  const parameter = (place: number) => parametersAt + 4 * place;
  const gradient = (place: number) => gradientsAt + 4 * place;
  numbers(momentsAt, places.size).fill(0);
  write(numbers(parametersAt, places.size), initial, places);
  const last = convolutions.at(-1) ?? blank;
  const pixels = last.outHeight * last.outWidth;
  const largest = Math.max(...convolutions.map(outputOf));
  let room: (Room & { readonly work: readonly number[] }) | undefined;
  let disposed = false;

  const roomFor = (images: number, training: boolean): Room => {
    if (disposed) throw new Error('This network was disposed.');
    const taken: number[] = [];
    const take = (count: number) => {
      const place = arena.take(4 * count);
      taken.push(place);
      return place;
    };
    const each = (sizes: readonly number[], shared: readonly number[]) => {
      if (training) return sizes.map((size) => take(images * size));
      const common = shared.map((size) => take(images * size));
      return sizes.map((_, i) => common[i % common.length] ?? 0);
    };
    const second = blocks.map(({ first }) => outputOf(convolutions[first + 1] ?? blank));
    return {
      images,
      inputs: take(images * inputOf(convolutions[0] ?? blank)),
      targets: take(images),
      states: each([largest, ...second], [largest, largest]),
      inner: each(second, [largest]),
      kept: each(convolutions.map(outputOf), [largest]),
      deviations: convolutions.map(({ filters }) => take(filters)),
      pooled: take(images * lastFilters),
      logits: take(images * stored),
      taken,
    };
  };
  const release = (old: Room | undefined) => {
    for (const place of old?.taken ?? []) arena.give(place);
  };

  /** Convolution and batch norm number `i`. */
  const layer = (i: number, x: number, y: number, r: Room) => {
    const shape = convolutions[i] ?? blank;
    const { kernel: weights = 0, gamma = 0 } = places.layers[i] ?? {};
    kernel.convolve(at[i] ?? 0, x, parameter(weights), y, r.images);
    const rows = r.images * shape.outHeight * shape.outWidth;
    kernel.normForward(y, r.kept[i] ?? 0, r.deviations[i] ?? 0, parameter(gamma), rows, shape.filters);
  };
  const forward = (r: Room, visit: (state: number, shape: ConvShape, place: number) => void = () => {}) => {
    const { images } = r;
    const [stem = blank] = convolutions;
    const start = r.states[0] ?? 0;
    layer(0, r.inputs, start, r);
    kernel.rectify(start, images * outputOf(stem));
    visit(0, stem, start);
    for (const [b, { first }] of blocks.entries()) {
      const [x = 0, inner = 0, next = 0] = [r.states[b], r.inner[b], r.states[b + 1]];
      const shape = convolutions[first + 1] ?? blank;
      const count = images * outputOf(shape);
      layer(first, x, inner, r);
      kernel.rectify(inner, count);
      layer(first + 1, inner, next, r);
      kernel.addShortcut(shortcuts[b] ?? 0, x, shortcutScale, next, images);
      kernel.rectify(next, count);
      visit(b + 1, shape, next);
    }
    kernel.poolAll(r.states[blocks.length] ?? 0, r.pooled, images, pixels, lastFilters);
    const { kernel: weights, bias } = places.head;
    const columns = stored;
    kernel.product(
      r.pooled,
      lastFilters,
      1,
      parameter(weights),
      r.logits,
      images,
      columns,
      lastFilters,
      parameter(bias),
    );
  };

  /** The gradient at convolution `i`'s output, in place of that behind its norm; the kernel's own gradient besides. */
  const layerBack = (i: number, x: number, g: number, r: Room) => {
    const shape = convolutions[i] ?? blank;
    const { kernel: weights = 0, gamma = 0 } = places.layers[i] ?? {};
    const rows = r.images * shape.outHeight * shape.outWidth;
    const [kept = 0, deviation = 0] = [r.kept[i], r.deviations[i]];
    kernel.normBack(g, kept, deviation, parameter(gamma), gradient(gamma), rows, shape.filters);
    kernel.filterGradient(at[i] ?? 0, x, g, gradient(weights), r.images);
  };
  const inputBack = (i: number, g: number, to: number, images: number) =>
    kernel.inputGradient(at[i] ?? 0, g, parameter(places.layers[i]?.kernel ?? 0), to, images);

  /** From dE/dlogits in the logits' place to the gradient of every parameter. */
  const backward = (r: Room, work: readonly number[]) => {
    const { images } = r;
    let [g = 0, branch = 0] = work;
    const [next = 0, turned = 0] = work.slice(2);
    const { kernel: weights, bias } = places.head;
    kernel.product(r.pooled, 1, lastFilters, r.logits, gradient(weights), lastFilters, stored, images, 0);
    kernel.sumOfRows(r.logits, gradient(bias), images, stored);
    kernel.transpose(parameter(weights), turned, lastFilters, stored);
    kernel.product(r.logits, stored, 1, turned, r.pooled, images, lastFilters, stored, 0);
    kernel.poolAllBack(r.pooled, g, images, pixels, lastFilters);
    for (let b = blocks.length - 1; b >= 0; b--) {
      const first = blocks[b]?.first ?? 0;
      const count = images * outputOf(convolutions[first + 1] ?? blank);
      const [x = 0, a = 0, y = 0] = [r.states[b], r.inner[b], r.states[b + 1]];
      kernel.rectifyBack(y, g, count);
      // The norm works in place, and the shortcut needs the gradient of the sum as it is.
      new Uint8Array(kernel.memory.buffer).copyWithin(branch, g, g + 4 * count);
      layerBack(first + 1, a, branch, r);
      inputBack(first + 1, branch, next, images);
      kernel.rectifyBack(a, next, count);
      layerBack(first, x, next, r);
      inputBack(first, next, branch, images);
      kernel.addShortcutBack(shortcuts[b] ?? 0, g, shortcutScale, branch, images);
      [g, branch] = [branch, g];
    }
    const start = r.states[0] ?? 0;
    kernel.rectifyBack(start, g, images * outputOf(convolutions[0] ?? blank));
    layerBack(0, r.inputs, g, r);
  };

  const load = (r: Room, inputs: Float32Array, targets: Float32Array) => {
    const wanted = r.images * inputOf(convolutions[0] ?? blank);
    if (inputs.length !== wanted || targets.length !== r.images) {
      throw new RangeError(`${r.images} images cannot be ${inputs.length} numbers and ${targets.length} classes.`);
    }
    if (!targets.every((target) => target >= 0 && target < classCount)) {
      throw new RangeError(`Some target is no class below ${classCount}.`);
    }
    numbers(r.inputs, inputs.length).set(inputs);
    numbers(r.targets, targets.length).set(targets);
  };

  return {
    step({ inputs, targets, count }, rate, row) {
      if (room?.images !== count) {
        const before = room;
        room = undefined;
        release(before);
        const fresh = roomFor(count, true);
        const work = [...[1, 2, 3].map(() => arena.take(4 * count * largest)), arena.take(4 * lastFilters * stored)];
        room = { ...fresh, work, taken: [...fresh.taken, ...work] };
      }
      const { work, logits } = room;
      load(room, inputs, targets);
      forward(room);
      const loss = kernel.crossEntropy(logits, room.targets, count, classCount) / count;
      row[0] = loss;
      row[1] = kernel.rightAnswers() / count;
      backward(room, work);
      for (const [i, shape] of convolutions.entries()) {
        row[kernelsAt + i] = kernel.normOf(gradient(places.layers[i]?.kernel ?? 0), 1, filterSize(shape));
      }
      row[kernelsAt + convolutions.length] = kernel.normOf(gradient(places.head.kernel), lastFilters, classCount);
      const learns = loss <= divergedAbove;
      if (learns) kernel.descend(parametersAt, gradientsAt, momentsAt, places.size, rate, spec.momentum);
      return learns;
    },
    evaluate({ inputs, targets, count }, shown) {
      const r = roomFor(count, false);
      try {
        load(r, inputs, targets);
        const states: StateMaps[] = [];
        forward(r, (_, shape, place) => {
          const size = outputOf(shape);
          const values = new Float32Array(size * shown.length);
          for (const [k, image] of shown.entries()) values.set(numbers(place + 4 * image * size, size), k * size);
          states.push({ side: shape.outHeight, channels: shape.filters, values });
        });
        const answers = answersOf(numbers(r.logits, count * stored), count, classCount, stored);
        const confusion = confusionOf(answers, targets, classCount);
        const loss = kernel.crossEntropy(r.logits, r.targets, count, classCount) / count;
        return { loss, accuracy: accuracyOf(confusion, classCount), confusion, states };
      } finally {
        release(r);
      }
    },
    parameters: () => read(numbers(parametersAt, places.size), initial, places),
    dispose() {
      if (disposed) return;
      disposed = true;
      release(room);
      room = undefined;
      for (const place of [...at, ...shortcuts, parametersAt, momentsAt, gradientsAt]) arena.give(place);
    },
  };
}

const blank: ConvShape = {
  height: 0,
  width: 0,
  channels: 0,
  outHeight: 0,
  outWidth: 0,
  filters: 0,
  size: 0,
  stride: 1,
  top: 0,
  left: 0,
};

type Places = ReturnType<typeof placesOf>;

/** The parameters into their places; the dense layer's rows are stored padded. */
function write(to: Float32Array, { layers, head }: ConvParameters, places: Places): void {
  to.fill(0);
  for (const [i, place] of places.layers.entries()) {
    const layer = layers[i];
    if (!layer) throw new RangeError(`These parameters have no convolution ${i}.`);
    to.set(layer.kernel, place.kernel);
    to.set(layer.gamma, place.gamma);
    to.set(layer.beta, place.beta);
  }
  for (let row = 0; row < lastFilters; row++) {
    to.set(head.kernel.subarray(row * classCount, (row + 1) * classCount), places.head.kernel + row * stored);
  }
  to.set(head.bias, places.head.bias);
}

/** A copy of the parameters from their places, in the shapes of `like`. */
function read(from: Float32Array, like: ConvParameters, places: Places): ConvParameters {
  const part = (at: number, size: number) => from.slice(at, at + size);
  const kernel = new Float32Array(lastFilters * classCount);
  for (let row = 0; row < lastFilters; row++) {
    kernel.set(part(places.head.kernel + row * stored, classCount), row * classCount);
  }
  return {
    layers: places.layers.map((place, i) => ({
      kernel: part(place.kernel, like.layers[i]?.kernel.length ?? 0),
      gamma: part(place.gamma, like.layers[i]?.gamma.length ?? 0),
      beta: part(place.beta, like.layers[i]?.beta.length ?? 0),
    })),
    head: { kernel, bias: part(places.head.bias, classCount) },
  };
}
