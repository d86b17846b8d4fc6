/** Experiments that differ in everything that the exported script has to do again. */
import { defaultExperiment, type Experiment } from '../../../src/model/experiment.ts';

const small: Experiment = {
  ...defaultExperiment,
  dataset: 'spiral',
  depth: 6,
  width: 8,
  steps: 20,
  batch: 32,
  seeds: [1],
};
const spanning = (changes: Partial<Experiment>): Experiment => ({ ...small, ...changes });

export const members: Readonly<Record<string, Experiment>> = {
  'relu, momentum, Fashion-MNIST': spanning({ dataset: 'fashion', depth: 10, width: 16, rate: 0.01, seeds: [3] }),
  'batch norm, sgd, digits': spanning({
    dataset: 'digits',
    normalization: 'batch',
    finalNorm: true,
    optimizer: 'sgd',
    rate: 0.1,
    seeds: [4, 4294967295],
  }),
  'layer norm, adam, rings, post-activation': spanning({
    dataset: 'rings',
    normalization: 'layer',
    optimizer: 'adam',
    rate: 0.003,
    order: 'post',
    decay: 0.01,
    initializer: 'he',
  }),
  'identity task, adamw, tanh, orthogonal': spanning({
    dataset: 'identity',
    activation: 'tanh',
    initializer: 'orthogonal',
    gain: 1.05,
    optimizer: 'adamw',
    rate: 0.002,
    decay: 0.1,
  }),
  'identity start, units of three, scaled branches': spanning({
    initializer: 'identity',
    spread: 0.05,
    layersPerUnit: 3,
    branchScale: 'sqrt',
    batch: 1000,
    decay: 0.001,
  }),
  'learned scale, sigmoid, normal start, own widths': spanning({
    activation: 'sigmoid',
    initializer: 'normal',
    spread: 0.2,
    branchScale: 'learned',
    layersPerUnit: 1,
    arms: [
      { name: 'a "name" \\ of “its” own 恒', overrides: { shortcutScale: 0.5, width: 5 } },
      {
        name: '=formula',
        overrides: { branchScale: 'zero', activation: 'linear', normalization: 'layer' },
      },
      { name: 'units', overrides: { branchScale: 'units', shortcutScale: -1, depth: 4 } },
    ],
  }),
};
