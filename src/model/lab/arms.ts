/** Changes to the arms of an experiment. Names stay distinct, because charts and links tell arms apart by them. */
import {
  type Arm,
  type ArmFieldName,
  type ArmSettings,
  armFieldNames,
  type Experiment,
  isArmFieldName,
  limits,
  settingsOf,
} from '../experiment.ts';
import { invisible } from '../permalink-reading.ts';

/** Why a name cannot be given. */
export type NameFault = 'empty' | 'taken';

const withArms = (experiment: Experiment, arms: readonly Arm[]): Experiment => ({ ...experiment, arms });

/** A name as an arm may carry it: nothing invisible, no spaces around it, at most `limits.nameLength` characters. */
export const cleanName = (text: string): string =>
  text
    .replace(invisible, '')
    .trim()
    .slice(0, limits.nameLength)
    .replace(/\p{Cs}/gu, '')
    .trim();

/** The experiment with another name for one arm, or why not. */
export function renamed(experiment: Experiment, index: number, text: string): Experiment | NameFault {
  const name = cleanName(text);
  if (name === '') return 'empty';
  const { arms } = experiment;
  if (arms.some((arm, i) => i !== index && arm.name === name)) return 'taken';
  return withArms(
    experiment,
    arms.map((arm, i) => (i === index ? { ...arm, name } : arm)),
  );
}

/**
 * One more arm, a copy of the last one; the same experiment where no more fit.
 * @param nameOf a name by number, tried from the new arm's place on until one is free
 */
export function addedArm(experiment: Experiment, nameOf: (number: number) => string): Experiment {
  const { arms } = experiment;
  if (arms.length >= limits.arms) return experiment;
  let number = arms.length + 1;
  while (arms.some(({ name }) => name === cleanName(nameOf(number)))) number++;
  return withArms(experiment, [...arms, { name: cleanName(nameOf(number)), overrides: { ...arms.at(-1)?.overrides } }]);
}

/** Without this arm; the last one stays. */
export const removedArm = (experiment: Experiment, index: number): Experiment =>
  experiment.arms.length > 1 ? withArms(experiment, experiment.arms.toSpliced(index, 1)) : experiment;

/** One arm sets these for itself. */
export const overridden = (experiment: Experiment, index: number, part: Partial<ArmSettings>): Experiment =>
  withArms(
    experiment,
    experiment.arms.map((arm, i) => {
      if (i !== index) return arm;
      const merged = { ...arm, overrides: { ...arm.overrides, ...part } };
      if (merged.overrides.depth === undefined) return merged;
      return { ...merged, overrides: { ...merged.overrides, depth: settingsOf(experiment, merged).depth } };
    }),
  );

/** One arm takes this from the experiment again. */
export const released = (experiment: Experiment, index: number, field: ArmFieldName): Experiment =>
  withArms(
    experiment,
    experiment.arms.map((arm, i) => {
      if (i !== index) return arm;
      const { [field]: _gone, ...overrides } = arm.overrides;
      return { ...arm, overrides };
    }),
  );

/** What an arm sets for itself, in the order of the table of fields. */
export const ownFields = ({ overrides }: Arm): readonly ArmFieldName[] =>
  armFieldNames.filter((field) => overrides[field] !== undefined);

/** Whether changing the experiment's own value would change no arm. */
export const setByAll = (experiment: Experiment, field: string): boolean =>
  isArmFieldName(field) && experiment.arms.every(({ overrides }) => overrides[field] !== undefined);

/** The same experiment with every name once: a link may give two arms one name. */
export function distinct(experiment: Experiment): Experiment {
  const taken = new Set<string>();
  const arms = experiment.arms.map((arm): Arm => {
    let name = arm.name;
    for (let number = 2; taken.has(name); number++) {
      name = `${arm.name.slice(0, limits.nameLength - 4)} ${number}`;
    }
    taken.add(name);
    return name === arm.name ? arm : { ...arm, name };
  });
  return arms.every((arm, i) => arm === experiment.arms[i]) ? experiment : withArms(experiment, arms);
}
