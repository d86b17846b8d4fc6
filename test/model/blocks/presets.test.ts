import { describe, expect, it } from 'vitest';
import {
  type CifarDepth,
  cifar,
  type ImageNetDepth,
  imageNet,
  notesResNet50,
  type PresetName,
  plainNetwork,
  preactivatedNetwork,
  presets,
  small,
} from '../../../src/model/blocks/presets.ts';
import { trace } from '../../../src/model/blocks/trace.ts';

const total = ({ trainable, fixed }: { trainable: number; fixed: number }) => trainable + fixed;
const outputs = (name: PresetName) => trace(presets[name]()).stages.map(({ output }) => output.join('×'));

describe('ResNet for ImageNet', () => {
  it('has the parameters of Keras, biases and moving statistics included', () => {
    const { trainable, fixed } = trace(imageNet(50));
    expect([trainable + fixed, trainable, fixed]).toEqual([25_636_712, 25_583_592, 53_120]);
    expect(total(trace(imageNet(101)))).toBe(44_707_176);
    expect(total(trace(imageNet(152)))).toBe(60_419_944);
  });

  // torchvision's resnet18 to resnet152: no biases in convolutions, option B.
  it.each<[ImageNetDepth, number]>([
    [18, 11_689_512],
    [34, 21_797_672],
    [50, 25_557_032],
    [101, 44_549_160],
    [152, 60_192_808],
  ])('ResNet-%i without biases trains as many parameters as torchvision: %i', (depth, trainable) => {
    expect(trace(imageNet(depth, { bias: false })).trainable).toBe(trainable);
  });

  // He et al. 2015, Table 1. They print one digit; our 3.858 stands there as 3.8.
  it.each<[ImageNetDepth, number, number]>([
    [18, 1.8, 1.795],
    [34, 3.6, 3.644],
    [50, 3.8, 3.858],
    [101, 7.6, 7.57],
    [152, 11.3, 11.282],
  ])('ResNet-%i needs the %f thousand million multiply-adds of the paper: %f', (depth, paper, ours) => {
    const giga = trace(imageNet(depth, { option: 'A' })).multiplyAdds / 1e9;
    expect(giga).toBeCloseTo(ours, 3);
    expect(Math.abs(giga - paper)).toBeLessThan(0.06);
  });

  it('halves the image at each stage', () => {
    expect(outputs('resnet18')).toEqual(['56×56×64', '28×28×128', '14×14×256', '7×7×512']);
    expect(outputs('resnet34')).toEqual(outputs('resnet18'));
    const deep = ['56×56×256', '28×28×512', '14×14×1024', '7×7×2048'];
    for (const name of ['resnet50', 'resnet101', 'resnet152'] as const) expect(outputs(name)).toEqual(deep);
    for (const name of ['resnet18', 'resnet50', 'resnet152'] as const) {
      expect(trace(presets[name]()).output).toEqual([1000]);
    }
  });

  // Araujo, Norris, Sim, Computing Receptive Fields of Convolutional Neural Networks (Distill 2019): 483, 1027, 1507.
  it.each<[ImageNetDepth, number]>([
    [18, 435],
    [34, 899],
    [50, 483],
    [101, 1027],
    [152, 1507],
  ])('ResNet-%i sees %i pixels', (depth, size) => {
    expect(trace(imageNet(depth)).field).toEqual({ size, stride: 32 });
  });

  it('names blocks by letters, and by numbers where letters run out', () => {
    const namesOf = (depth: ImageNetDepth) => imageNet(depth).stages[2]?.blocks.map(({ name }) => name) ?? [];
    expect(namesOf(50)).toEqual(['res4a', 'res4b', 'res4c', 'res4d', 'res4e', 'res4f']);
    expect(namesOf(101).at(-1)).toBe('res4w');
    expect(namesOf(152).slice(0, 3)).toEqual(['res4a', 'res4b1', 'res4b2']);
    expect(namesOf(152).at(-1)).toBe('res4b35');
  });
});

describe("the notes' ResNet-50", () => {
  it('has two versions of stage 5', () => {
    expect(total(trace(notesResNet50('paper')))).toBe(23_600_006);
    expect(total(trace(notesResNet50('notes')))).toBe(17_958_790);
  });
  it('brings 64×64 to 2×2', () => {
    expect(outputs('notes50')).toEqual(['15×15×256', '8×8×512', '4×4×1024', '2×2×2048']);
    expect(outputs('paper50')).toEqual(outputs('notes50'));
    expect(trace(notesResNet50('notes')).output).toEqual([6]);
  });
  it("carries the notes' layer names", () => {
    const names = trace(notesResNet50('notes')).layers.map(({ name }) => name);
    for (const name of ['conv1', 'bn_conv1', 'res2a_branch1', 'bn2a_branch1', 'res5c_branch2c', 'avg_pool', 'fc6']) {
      expect(names).toContain(name);
    }
  });
});

describe('ResNet for CIFAR-10', () => {
  // He et al. 2015, Table 6, in millions.
  it.each<[CifarDepth, number, number, string]>([
    [20, 269_722, 272_474, '0.27'],
    [32, 464_154, 466_906, '0.46'],
    [44, 658_586, 661_338, '0.66'],
    [56, 853_018, 855_770, '0.85'],
    [110, 1_727_962, 1_730_714, '1.7'],
  ])('ResNet-%i trains %i parameters with option A, %i with B: the %sM of the paper', (depth, a, b, millions) => {
    const [A, B] = [trace(cifar(depth, 'A')), trace(cifar(depth, 'B'))];
    expect([A.trainable, B.trainable]).toEqual([a, b]);
    expect((A.trainable / 1e6).toFixed(millions.length - 2)).toBe(millions);
    // Two projections: 16 x 32 and 32 x 64 weights, and the gamma and beta of 32 and 64 channels.
    expect(b - a).toBe(16 * 32 + 32 * 64 + 2 * (32 + 64));
    expect(A.stages.map(({ output }) => output)).toEqual([
      [32, 32, 16],
      [16, 16, 32],
      [8, 8, 64],
    ]);
    expect(B.output).toEqual([10]);
  });
  it('sees 8 pixels more with each further layer of the last stage', () => {
    // ResNet-20: 1 + 2 (stem) + 6 x 2 + (2 x 1 + 5 x 2 x 2) + (2 x 2 + 5 x 2 x 4) = 81.
    expect(trace(cifar(20)).field).toEqual({ size: 81, stride: 4 });
    expect(trace(cifar(32)).field.size - trace(cifar(20)).field.size).toBe(4 * (2 + 4 + 8));
  });
});

describe('the small network', () => {
  it('takes 14×14 grey images', () => {
    expect(outputs('small8')).toEqual(['14×14×8', '7×7×16', '4×4×32']);
    expect(trace(small(14)).output).toEqual([10]);
    // 8 convolutions in the trunk's blocks, 1 stem, 1 dense: 6n + 2.
    const weightLayers = ({ kind, path }: { kind: string; path: string }) =>
      path !== 'shortcut' && (kind === 'conv' || kind === 'dense');
    expect(trace(small(14)).layers.filter(weightLayers).length).toBe(14);
  });
});

describe('variants', () => {
  it('plain: nothing is added, and what only the shortcuts trained is gone', () => {
    const [residual, plain] = [trace(small(8)), trace(plainNetwork(small(8)))];
    expect(plain.layers.some(({ kind }) => kind === 'add')).toBe(false);
    // Projections of 8 -> 16 and 16 -> 32 with gamma and beta.
    expect(residual.trainable - plain.trainable).toBe(8 * 16 + 32 + 16 * 32 + 64);
  });
  it('pre-activation: the norm comes first, and stands before the head', () => {
    const { layers, problem } = trace(preactivatedNetwork(small(8)));
    expect(problem).toBeUndefined();
    expect(layers.slice(0, 4).map(({ kind }) => kind)).toEqual(['conv', 'batchNorm', 'relu', 'conv']);
    expect(layers.slice(-4).map(({ kind }) => kind)).toEqual(['batchNorm', 'relu', 'globalAvgPool', 'dense']);
  });
  it('all names differ within each preset', () => {
    for (const make of Object.values(presets)) {
      const names = trace(make()).layers.map(({ name }) => name);
      expect(new Set(names).size).toBe(names.length);
    }
  });
});
