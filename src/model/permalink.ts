/**
 * An experiment as a query string, short enough to read: `data=spiral&depth=30&seeds=1-3&arm=plain,lambda:0&arm=residual`.
 * Only what differs from the default experiment is written. Reading never fails: what is wrong is clamped or left out,
 * and told in a list of notices.
 */
import {
  type Arm,
  armFields,
  defaultArms,
  defaultExperiment,
  type Experiment,
  fields,
  isExperiment,
  wholeDepth,
} from './experiment.ts';
import {
  armFieldNames,
  fieldNames,
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
const versionKey = 'v';

const keys: ReadonlySet<string> = new Set(['seeds', ...fieldNames.map((name) => fields[name].key)]);

/** The query of a link to the experiment, without `?`; empty for the default experiment. */
export function printPermalink(experiment: Experiment): string {
  const k = experiment.layersPerUnit;
  const implied = { ...defaultExperiment, depth: wholeDepth(defaultExperiment.depth, k) };
  const whole = { ...experiment, depth: wholeDepth(experiment.depth, k) };
  const parts = fieldNames
    .filter((name) => whole[name] !== implied[name])
    .map((name) => `${fields[name].key}=${printValue(whole[name])}`);
  const seeds = printSeeds(experiment.seeds);
  if (seeds !== printSeeds(defaultExperiment.seeds)) parts.push(`seeds=${seeds}`);
  const arms = experiment.arms.map((arm) => `arm=${printArm(arm, k)}`).join('&');
  if (arms !== defaultArms.map((arm) => `arm=${printArm(arm, k)}`).join('&')) parts.push(arms);
  return parts.join('&');
}

/** The same with the version of the format in front, so that it is never empty: what a page puts into its address. */
export const printAddress = (experiment: Experiment): string =>
  [`${versionKey}=1`, printPermalink(experiment)].filter(Boolean).join('&');

const printValue = (value: string | number | boolean): string => String(typeof value === 'boolean' ? +value : value);

/** Commas and colons part the pieces of an arm, so those of its name are escaped once more. */
function printArm({ name, overrides }: Arm, k: number): string {
  const depth = overrides.depth;
  const whole =
    depth === undefined ? overrides : { ...overrides, depth: wholeDepth(depth, overrides.layersPerUnit ?? k) };
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

/**
 * The experiment that a query string describes, and what was not taken as it stood. Never throws, whatever the string.
 * Keys in `ignore` belong to the page and are passed over.
 */
export function parsePermalink(
  query: string,
  ignore: readonly string[] = [],
): { experiment: Experiment; notices: Notice[] } {
  const notices: Notice[] = [];
  let unlisted = 0;
  const report: Report = (notice) => {
    if (notices.length < mostNotices) notices.push(notice);
    else unlisted++;
  };
  const pairs = readPairs(query, report).filter(([key]) => key !== versionKey && !ignore.includes(key));
  const given = gather(
    pairs.filter(([key]) => key !== 'arm'),
    keys,
    report,
  );
  const settings = readFields(fieldNames, given, report);
  const k = Number(settings.layersPerUnit ?? defaultExperiment.layersPerUnit);
  const seeds = given.get('seeds');
  const arms = pairs.filter(([key]) => key === 'arm').map(([, text]) => text);
  const candidate = {
    ...defaultExperiment,
    ...settings,
    depth: readDepth(settings.depth, k, report) ?? wholeDepth(defaultExperiment.depth, k),
    arms: arms.length === 0 ? defaultArms : readArms(arms, k, report),
    seeds: seeds === undefined ? defaultExperiment.seeds : readSeeds(seeds, report),
  };
  if (unlisted > 0) notices.push({ kind: 'more', count: unlisted });
  return { experiment: isExperiment(candidate) ? candidate : defaultExperiment, notices };
}
