/** The parameters of a network, in the shape of the reference files. Kernels are [in, out] row-major: y = x K + b. */
export interface Dense {
  readonly kernel: Float32Array;
  readonly bias: Float32Array;
}
export interface Norm {
  readonly gamma: Float32Array;
  readonly beta: Float32Array;
}
export interface TrunkLayer extends Dense {
  readonly norm?: Norm;
}
export interface Unit {
  readonly layers: readonly TrunkLayer[];
  /** The learned branch scale, one number; only where the branch scale is `learned`. */
  readonly scale?: Float32Array;
}
export interface Parameters {
  readonly stem: Dense;
  readonly units: readonly Unit[];
  readonly finalNorm?: Norm;
  readonly head: Dense;
}
