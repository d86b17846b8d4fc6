/**
 * An experiment as a query string, short enough to read: `data=spiral&depth=30&seeds=1-3&arm=plain,lambda:0&arm=residual`.
 * Only what differs from the default experiment is written. Reading never fails: what is wrong is clamped or left out,
 * and told in a list of notices.
 */
import {
  type Arm,
  armFieldNames,
  armFields,
  defaultExperiment,
  type Experiment,
  fieldNames,
  fields,
  isExperiment,
  wholeDepth,
} from './experiment.ts';
import {
  gather,
  invisible,
  type Notice,
  type Report,
  readArms,
  readDepth,
  readFields,
  readPairs,
  readSeeds,
} from './permalink-reading.ts';

export type { Notice } from './permalink-reading.ts';

const mostNotices = 20;

/** The key under which a link says which version of this format it is in. */
export const versionKey = 'v';

const keys: ReadonlySet<string> = new Set(['seeds', ...fieldNames.map((name) => fields[name].key)]);

/**
 * The query of a link to the experiment, without `?`; empty for the default experiment.
 * @param base what is left out because it is the same there
 */
export function printPermalink(experiment: Experiment, base: Experiment = defaultExperiment): string {
  const k = experiment.layersPerUnit;
  const implied = { ...base, depth: wholeDepth(base.depth, k) };
  const whole = { ...experiment, depth: wholeDepth(experiment.depth, k) };
  const parts = fieldNames
    .filter((name) => whole[name] !== implied[name])
    .map((name) => `${fields[name].key}=${printValue(whole[name])}`);
  const seeds = printSeeds(experiment.seeds);
  if (seeds !== printSeeds(base.seeds)) parts.push(`seeds=${seeds}`);
  const arms = printArms(experiment);
  if (arms !== printArms(base)) parts.push(arms);
  return parts.join('&');
}

const printArms = ({ arms, layersPerUnit }: Experiment): string =>
  arms.map((arm) => `arm=${printArm(arm, layersPerUnit)}`).join('&');

/** The same with the version of the format in front, so that it is never empty: what a page puts into its address. */
export const printAddress = (experiment: Experiment): string =>
  [`${versionKey}=1`, printPermalink(experiment)].filter(Boolean).join('&');

const printValue = (value: string | number | boolean): string => String(typeof value === 'boolean' ? +value : value);

/** The arm with a depth of whole units, if it has one of its own. */
function wholeArm(arm: Arm, k: number): Arm {
  const { depth, layersPerUnit = k } = arm.overrides;
  return depth === undefined
    ? arm
    : { ...arm, overrides: { ...arm.overrides, depth: wholeDepth(depth, layersPerUnit) } };
}

/** Commas and colons part the pieces of an arm, so those of its name are escaped once more. */
function printArm(arm: Arm, k: number): string {
  const { name, overrides: whole } = wholeArm(arm, k);
  const pieces = [name.replace(invisible, '').replace(/[%,:]/g, encodeURIComponent)];
  for (const field of armFieldNames) {
    const value = whole[field];
    if (value !== undefined) pieces.push(`${armFields[field].key}:${printValue(value)}`);
  }
  return encodeURIComponent(pieces.join(',')).replaceAll('%2C', ',').replaceAll('%3A', ':');
}

/** 1, 2, 3, 7 as `1-3,7`. */
function printSeeds(seeds: readonly number[]): string {
  const runs: { from: number; to: number }[] = [];
  for (const seed of seeds) {
    const run = runs.at(-1);
    if (run && seed === run.to + 1) run.to = seed;
    else runs.push({ from: seed, to: seed });
  }
  return runs.map(({ from, to }) => (from === to ? `${from}` : `${from}-${to}`)).join(',');
}

/** Where the remarks of one reading go: the first of them as they are, the rest counted. */
export function noticeList(): { readonly report: Report; readonly all: () => Notice[] } {
  const notices: Notice[] = [];
  let unlisted = 0;
  return {
    report(notice) {
      if (notices.length < mostNotices) notices.push(notice);
      else unlisted++;
    },
    all: () => (unlisted > 0 ? [...notices, { kind: 'more', count: unlisted }] : notices),
  };
}

/**
 * The experiment that a query string describes, and what was not taken as it stood. Never throws, whatever the string.
 * Keys in `ignore` belong to the page and are passed over.
 */
export function parsePermalink(
  query: string,
  ignore: readonly string[] = [],
): { experiment: Experiment; notices: Notice[] } {
  const { report, all } = noticeList();
  const pairs = readPairs(query, report).filter(([key]) => key !== versionKey && !ignore.includes(key));
  const experiment = readExperiment(pairs, report);
  return { experiment, notices: all() };
}

/**
 * The experiment that these pairs of a link describe.
 * @param base what they leave as it is
 */
export function readExperiment(
  pairs: readonly (readonly [key: string, text: string])[],
  report: Report,
  base: Experiment = defaultExperiment,
): Experiment {
  const given = gather(
    pairs.filter(([key]) => key !== 'arm'),
    keys,
    report,
  );
  const settings = readFields(fieldNames, given, report);
  const k = Number(settings.layersPerUnit ?? base.layersPerUnit);
  const seeds = given.get('seeds');
  const arms = pairs.filter(([key]) => key === 'arm').map(([, text]) => text);
  const candidate = {
    ...base,
    ...settings,
    depth: readDepth(settings.depth, k, report) ?? wholeDepth(base.depth, k),
    arms: arms.length === 0 ? base.arms.map((arm) => wholeArm(arm, k)) : readArms(arms, k, report),
    seeds: seeds === undefined ? base.seeds : readSeeds(seeds, report, base.seeds),
  };
  return isExperiment(candidate) ? candidate : base;
}
