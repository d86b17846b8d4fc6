/** Where two programs that compute the same need not meet: rounding errors that grow from step to step. */
import { type Arm, type Experiment, type Settings, settingsOf } from '../experiment.ts';

/**
 * Whether rounding alone may part the losses within a few steps. A branch that starts at 0 hands its norm, or the norm of the next
 * unit, values with a variance near 0; dividing by sqrt(variance + 1e-5) makes them up to 316 times as large, their rounding errors
 * too, and so on the way back, unit after unit. Float32 and float64 then part in PyTorch itself.
 */
const amplifiesRounding = ({ normalization, branchScale }: Settings): boolean =>
  normalization !== 'none' && (branchScale === 'zero' || branchScale === 'learned');

/** The networks of a comparison that do. */
export const amplifyingArms = (experiment: Experiment): readonly Arm[] =>
  experiment.arms.filter((arm) => amplifiesRounding(settingsOf(experiment, arm)));
