/** The same network in other coordinates: the shortcut moved into the weights, W = I + A. */
import { withTrunkKernels } from './kernels.ts';
import type { Subject } from './subject.ts';

/**
 * The plain network that computes what this residual one computes: each kernel A becomes I + A, the shortcut goes. Their
 * gradients are equal, so are their SGD and Adam trajectories without decay.
 * @throws {RangeError} unless units are one linear layer in order `pre`, without norm, with lambda and alpha 1
 */
export function shortcutInWeights({ network, parameters, task }: Subject): Subject {
  const { layersPerUnit, activation, normalization, order, shortcutScale, branchFactor, width } = network;
  const linear = layersPerUnit === 1 && activation === 'linear' && normalization === 'none' && order === 'pre';
  if (!linear || shortcutScale !== 1 || branchFactor !== 1 || parameters.units.some(({ scale }) => scale)) {
    throw new RangeError('Only units of one linear layer can take the shortcut into their weights.');
  }
  return {
    network: { ...network, shortcutScale: 0 },
    parameters: withTrunkKernels(parameters, (kernel) => kernel.map((a, i) => a + (i % (width + 1) === 0 ? 1 : 0))),
    task,
  };
}
