/** The attributes of the custom kernel come back from tfjs without their types. */
import { fields } from '../experiment.ts';
import type { NetworkSpec } from '../network/specification.ts';
import type { Task } from './engine.ts';

export const isTask = (value: unknown): value is Task => value === 'classify' || value === 'regress';

/** Whether every field is there and of its type; ranges are the engine's own affair. */
export function isNetwork(value: unknown): value is NetworkSpec {
  if (typeof value !== 'object' || value === null) return false;
  const given: Readonly<Record<string, unknown>> = { ...value };
  const isNumber = (name: string) => typeof given[name] === 'number';
  return (
    isNumber('branchFactor') &&
    isNumber('momentum') &&
    Object.entries(fields).every(([name, field]) =>
      field.kind === 'choice'
        ? field.options.some((option) => option === given[name])
        : field.kind === 'switch'
          ? typeof given[name] === 'boolean'
          : isNumber(name),
    )
  );
}
