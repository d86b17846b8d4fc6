/** The kernels of a network, without its biases and norms. */
import type { Dense, Parameters } from '../network/parameters.ts';

/** In the order of telemetry: stem, trunk layers, head. */
export const kernelsOf = ({ stem, units, head }: Parameters): Float32Array[] => [
  stem.kernel,
  ...units.flatMap(({ layers }) => layers.map(({ kernel }) => kernel)),
  head.kernel,
];

/** Gives a new kernel for the one at `index` (0 the stem, the last one the head), which is [in, columns] row-major. */
export type KernelChange = (kernel: Float32Array, index: number, columns: number) => Float32Array;

/** The parameters with every kernel replaced. */
export function withKernels(parameters: Parameters, change: KernelChange): Parameters {
  let index = 0;
  const next = <T extends Dense>(dense: T): T => ({
    ...dense,
    kernel: change(dense.kernel, index++, dense.bias.length),
  });
  const stem = next(parameters.stem);
  const units = parameters.units.map((unit) => ({ ...unit, layers: unit.layers.map(next) }));
  return { ...parameters, stem, units, head: next(parameters.head) };
}

/** The parameters with the kernels of the trunk replaced; stem and head keep theirs. */
export function withTrunkKernels(parameters: Parameters, change: KernelChange): Parameters {
  const last = kernelsOf(parameters).length - 1;
  return withKernels(parameters, (kernel, index, columns) =>
    index === 0 || index === last ? kernel : change(kernel, index, columns),
  );
}
