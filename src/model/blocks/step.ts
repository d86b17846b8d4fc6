/** One layer: the shape it puts out, its cost, and how far its pixels see. */
import type { Layer, PaddedShortcut, Padding, Shape } from './graph.ts';
import type { Cost, Unfit } from './trace.ts';

/** `size` pixels of the input along one side are seen by one pixel here; the next pixel here is `stride` further on. */
export interface ReceptiveField {
  readonly size: number;
  readonly stride: number;
}

type Taken = Cost & { readonly output: Shape };
type Refusal = Pick<Unfit, 'reason'>;
type Step = Layer | PaddedShortcut;

const cost = (trainable: number, fixed = 0, multiplyAdds = 0): Cost => ({ trainable, fixed, multiplyAdds });

/** Pixels along one side after windows of `window`, `stride` apart. */
const slide = (size: number, window: number, stride: number, padding: Padding): number =>
  padding === 'same' ? Math.ceil(size / stride) : Math.floor((size - window) / stride) + 1;

const settingsOf = (layer: Step): readonly number[] => {
  switch (layer.kind) {
    case 'conv':
      return [layer.filters, layer.kernel, layer.stride];
    case 'maxPool':
      return [layer.size, layer.stride];
    case 'padded':
      return [layer.filters, layer.stride];
    case 'dense':
      return [layer.units];
    case 'zeroPad':
      return [layer.size];
    default:
      return [];
  }
};

/** What the layer makes of an input of this shape, or why it cannot. */
export function step(layer: Step, input: Shape): Taken | Refusal {
  if (!settingsOf(layer).every((value) => Number.isSafeInteger(value) && value >= 1)) return { reason: 'setting' };
  if (layer.kind === 'relu') return { output: input, ...cost(0) };
  if (layer.kind === 'batchNorm') {
    const channels = input[input.length - 1] ?? 0;
    return { output: input, ...cost(2 * channels, 2 * channels) };
  }
  if (layer.kind === 'dense') {
    if (input.length !== 1) return { reason: 'flat' };
    const [from] = input;
    return { output: [layer.units], ...cost(from * layer.units + layer.units, 0, from * layer.units) };
  }
  if (input.length !== 3) return { reason: 'image' };
  const [height, width, channels] = input;
  const windows = (
    window: number,
    stride: number,
    padding: Padding,
    out: number,
  ): readonly [number, number, number] => [
    slide(height, window, stride, padding),
    slide(width, window, stride, padding),
    out,
  ];
  const small = (window: number, padding: Padding) => padding === 'valid' && window > Math.min(height, width);
  switch (layer.kind) {
    case 'conv': {
      const { kernel, filters, stride, padding, bias } = layer;
      if (small(kernel, padding)) return { reason: 'size' };
      const output = windows(kernel, stride, padding, filters);
      const weights = kernel * kernel * channels * filters;
      return { output, ...cost(weights + (bias ? filters : 0), 0, output[0] * output[1] * weights) };
    }
    case 'maxPool':
      if (small(layer.size, layer.padding)) return { reason: 'size' };
      return { output: windows(layer.size, layer.stride, layer.padding, channels), ...cost(0) };
    case 'padded':
      if (layer.filters < channels) return { reason: 'setting' };
      return { output: windows(1, layer.stride, 'valid', layer.filters), ...cost(0) };
    case 'zeroPad':
      return { output: [height + 2 * layer.size, width + 2 * layer.size, channels], ...cost(0) };
    case 'globalAvgPool':
      return { output: [channels], ...cost(0) };
    case 'flatten':
      return { output: [height * width * channels], ...cost(0) };
  }
}

/** The receptive field behind the layer: a window of k adds (k - 1) strides of what came before. */
export function field(layer: Step, { size, stride }: ReceptiveField): ReceptiveField {
  switch (layer.kind) {
    case 'conv':
      return { size: size + (layer.kernel - 1) * stride, stride: stride * layer.stride };
    case 'maxPool':
      return { size: size + (layer.size - 1) * stride, stride: stride * layer.stride };
    case 'padded':
      return { size, stride: stride * layer.stride };
    default:
      return { size, stride };
  }
}
