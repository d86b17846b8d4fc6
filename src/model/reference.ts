/** Reference cases: a network, its batches, and what PyTorch measured in float64 (format residual-reference/1). */
import * as z from 'zod/mini';
import type { Examples } from './data/dataset.ts';
import type { Engine, Task } from './engine/engine.ts';
import { defaultExperiment } from './experiment.ts';
import type { Dense, Norm, Parameters } from './network/parameters.ts';
import { type NetworkSpec, networkOf } from './network/specification.ts';
import { type Quantity, read } from './telemetry.ts';

/** The file is not of the format. The message says where. */
export class ReferenceError extends Error {
  override readonly name = 'ReferenceError';
}
