/**
 * One layer as modules of PyTorch. Padding 'same' is spelt out: where the zeros are not the same on both sides, they
 * come from a module of their own, since TensorFlow puts the odd one below and to the right. Norms have Keras' epsilon
 * and momentum.
 */
import type { Padding, Shape } from '../graph.ts';
import type { Made } from './listing.ts';

interface Module {
  readonly name: string;
  readonly module: string;
}

/** The modules of a layer that takes [height, width, channels] or [length]. */
export function modulesOf(layer: Made, input: Shape): Module[] {
  const { name } = layer;
  const one = (module: string): Module[] => [{ name, module }];
  const channels = input[input.length - 1] ?? 0;
  switch (layer.kind) {
    case 'conv': {
      const { filters, kernel, stride, padding, bias } = layer;
      const around = paddingOf(input, kernel, stride, padding);
      const settings = [channels, filters, kernel, ...(stride > 1 ? [`stride=${stride}`] : [])];
      const module = `nn.Conv2d(${settings.join(', ')}${around.even ?? ''}${bias ? '' : ', bias=False'})`;
      return around.even === undefined ? [zeros(name, `nn.ZeroPad2d(${around.sides})`), { name, module }] : one(module);
    }
    case 'batchNorm':
      return one(`nn.BatchNorm${input.length === 3 ? 2 : 1}d(${channels}, eps=1e-3, momentum=0.01)`);
    case 'relu':
      return one('nn.ReLU()');
    case 'maxPool': {
      const { size, stride, padding } = layer;
      const around = paddingOf(input, size, stride, padding);
      const module = `nn.MaxPool2d(${size}, stride=${stride}${around.even ?? ''})`;
      // Never zeros: a maximum would see them.
      const pad = `nn.ConstantPad2d(${around.sides}, float("-inf"))`;
      return around.even === undefined ? [zeros(name, pad), { name, module }] : one(module);
    }
    case 'globalAvgPool':
      return [...one('nn.AdaptiveAvgPool2d(1)'), { name: `${name}_flat`, module: 'nn.Flatten()' }];
    case 'flatten':
      return [{ name: `${name}_last`, module: 'ChannelsLast()' }, ...one('nn.Flatten()')];
    case 'dense':
      return one(`nn.Linear(${channels}, ${layer.units})`);
    case 'zeroPad':
      return one(`nn.ZeroPad2d(${layer.size})`);
    case 'padded':
      return one(`PaddedShortcut(${layer.filters - channels}, ${layer.stride})`);
    case 'add':
      return [];
  }
}

const zeros = (name: string, module: string): Module => ({ name: `${name}_around`, module });

/**
 * Zeros around the image: as a module's argument (`even`, empty for none) where both sides get the same number, else
 * as (left, right, top, bottom).
 */
function paddingOf([height = 0, width = 0]: Shape, window: number, stride: number, padding: Padding) {
  const total = (size: number) =>
    padding === 'valid' ? 0 : Math.max(0, (Math.ceil(size / stride) - 1) * stride + window - size);
  const [high, wide] = [total(height), total(width)];
  const [top, left] = [Math.floor(high / 2), Math.floor(wide / 2)];
  const sides = `(${left}, ${wide - left}, ${top}, ${high - top})`;
  if (high % 2 === 1 || wide % 2 === 1) return { sides };
  const even = top === left ? (top === 0 ? '' : `, padding=${top}`) : `, padding=(${top}, ${left})`;
  return { sides, even };
}
