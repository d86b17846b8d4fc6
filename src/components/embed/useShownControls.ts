/** The controls that a guest page shows: those that its link names, out of those that there are. */
import type { FieldName } from '../../model/experiment.ts';
import { fields } from '../../model/experiment.ts';
import { fieldNames } from '../../model/permalink-reading.ts';
import { useMode } from '../shell/mode.ts';

interface Shown {
  readonly preset: boolean;
  readonly controls: readonly FieldName[];
  readonly more: readonly FieldName[];
  /** Names in the link that no control has. */
  readonly unknown: readonly string[];
}

/** A field by its own name, or by its short one in links. */
const fieldOf = (name: string): FieldName | undefined =>
  fieldNames.find((field) => field === name || fields[field].key === name);

/** @param asked names in a link; none leaves everything as it is */
export function shownControls(
  asked: readonly string[] | undefined,
  controls: readonly FieldName[],
  more: readonly FieldName[],
): Shown {
  if (!asked) return { preset: true, controls, more, unknown: [] };
  const found = asked.map((name) => ({ name, field: fieldOf(name) }));
  return {
    preset: asked.includes('preset'),
    controls: [...new Set(found.flatMap(({ field }) => field ?? []))],
    more: [],
    unknown: found.filter(({ name, field }) => !field && name !== 'preset').map(({ name }) => name),
  };
}

export const useShownControls = (controls: readonly FieldName[], more: readonly FieldName[]): Shown =>
  shownControls(useMode().controls, controls, more);
