/** The controls that a page shows: those that its link names, out of those that there are. */
import { useMemo, useSyncExternalStore } from 'react';
import { type FieldName, fieldNames, fields } from '../../model/experiment.ts';
import { listOf, useMode } from '../shell/mode.ts';

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

const never = () => () => {};
const inAddress = () => new URLSearchParams(window.location.search).get('controls');

/** The names in the link: of a guest or a talk for as long as it lasts, of a page in whatever address it has now. */
export function useNamedControls(): readonly string[] | undefined {
  const { kind, controls } = useMode();
  const text = useSyncExternalStore(never, inAddress, () => null);
  const ofPage = useMemo(() => listOf(text), [text]);
  return kind === 'page' ? ofPage : controls;
}

export const useShownControls = (controls: readonly FieldName[], more: readonly FieldName[]): Shown =>
  shownControls(useNamedControls(), controls, more);
