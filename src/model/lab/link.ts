/**
 * Links of the lab: the experiment, its chart, the open panels, and runs to pin. A pinned run is its name and colour followed by the
 * settings in which it differs from the link's own: `v=1&data=spiral&pin=slow,teal&pin=fast,gold&lr=0.1`.
 */
import { type ListedKind as Kind, kinds } from '../analysis/kinds.ts';
import { type Experiment, type Field, type FieldName, fieldNames, fields } from '../experiment.ts';
import { noticeList, printAddress, printPermalink, readExperiment, versionKey } from '../permalink.ts';
import { gather, invisible, shown as quoted, type Report, readPairs } from '../permalink-reading.ts';
import { type ChartChoice, type LinkFormat, printView, readView, viewKeys } from '../permalink-view.ts';
import type { FieldValue } from '../worker/sweep.ts';
import { type PinColour, pinColours, pinLimits } from './pins.ts';
import { mostValues, typedValues, valuesOf } from './sweepValues.ts';
import { printUnits, readUnits, type UnitsShown } from './unitsShown.ts';

/** A run to pin, by value: what is trained, and how it is told from the others. */
export interface LinkedPin {
  readonly name: string;
  readonly colour: PinColour;
  readonly experiment: Experiment;
}
/** What is shown of the lab's experiment. A panel that is not named is closed. */
export interface LabShown extends ChartChoice {
  /** The network, counted from 0, and the seed of the panel that shows one batch. */
  readonly table?: { readonly arm: number; readonly seed: number };
  readonly units?: UnitsShown;
  readonly sweep?: { readonly field: FieldName; readonly values: readonly FieldValue[] };
  readonly ask?: { readonly kind: Kind; readonly trained: boolean };
  readonly pins: readonly LinkedPin[];
}

/** Runs in one link at most, and letters of the query up to which runs are added: readers take 4,096. */
export const linkLimits = { pins: 8, letters: 2000 } as const;

const labKeys: readonly string[] = [...viewKeys, 'table', 'units', 'sweep', 'ask'];

const write = (value: FieldValue): string => String(typeof value === 'boolean' ? +value : value);

function printPanels({ table, units, sweep, ask }: LabShown, experiment: Experiment): string[] {
  return [
    ...(table ? [`table=${table.arm + 1},${table.seed}`] : []),
    ...(units ? [`units=${printUnits(units, experiment)}`] : []),
    ...(sweep ? [`sweep=${fields[sweep.field].key}:${sweep.values.map(write).join(',')}`] : []),
    ...(ask ? [`ask=${ask.kind},${ask.trained ? 'trained' : 'initial'}`] : []),
  ];
}

function printPin({ name, colour, experiment }: LinkedPin, base: Experiment): string {
  const escaped = encodeURIComponent(name.replace(/[%,]/g, encodeURIComponent));
  return [`pin=${escaped},${colour}`, printPermalink(experiment, base)].filter(Boolean).join('&');
}

/** The query, and how many of the runs did not fit. Runs on the reader's own data cannot be in a link. */
export function printLab(experiment: Experiment, shown: LabShown): { readonly query: string; readonly left: number } {
  let query = [printAddress(experiment), printView(shown), ...printPanels(shown, experiment)].filter(Boolean).join('&');
  let taken = 0;
  for (const pin of shown.pins) {
    if (pin.experiment.dataset === 'own') continue;
    const longer = `${query}&${printPin(pin, experiment)}`;
    if (taken === linkLimits.pins || longer.length > linkLimits.letters) break;
    query = longer;
    taken++;
  }
  return { query, left: shown.pins.length - taken };
}

type Pairs = readonly (readonly [key: string, text: string])[];

/** Name and colour, and the settings that follow; what was not usable is counted. */
function readPin(text: string, rest: Pairs, base: Experiment, number: number, report: Report): LinkedPin[] {
  let bent = 0;
  const count: Report = () => {
    bent++;
  };
  const [written = '', asked = ''] = text.split(',');
  const cleaned = plain(written)
    .replace(invisible, '')
    .trim()
    .slice(0, pinLimits.name)
    .replace(/\p{Cs}/gu, '')
    .trim();
  const name = cleaned || String(number);
  const colour = pinColours.find((one) => one === asked) ?? pinColours[(number - 1) % pinColours.length] ?? 'grey';
  if (name !== plain(written) || colour !== asked) bent++;
  const experiment = readExperiment(rest, count, base);
  if (experiment.dataset === 'own') {
    report({ kind: 'own-pin', name });
    return [];
  }
  if (bent > 0) report({ kind: 'bent-pin', name, count: bent });
  return [{ name, colour, experiment }];
}

function plain(escaped: string): string {
  try {
    return decodeURIComponent(escaped);
  } catch {
    return escaped;
  }
}

const listed = (values: readonly FieldValue[]) => values.map(write).join();

function readSweep(text: string, experiment: Experiment): LabShown['sweep'] {
  const at = text.indexOf(':');
  const field = fieldNames.find((name) => fields[name].key === text.slice(0, at));
  if (!field) return undefined;
  const list = text.slice(at + 1);
  const known: Field = fields[field];
  const options: readonly FieldValue[] = known.kind === 'choice' ? known.options : [false, true];
  const values =
    known.kind === 'number'
      ? typedValues(experiment, field, list).values
      : valuesOf(
          experiment,
          field,
          list.split(',').flatMap((piece) => options.find((one) => write(one) === piece) ?? []),
        );
  return values.length > 0 ? { field, values: values.slice(0, mostValues) } : undefined;
}

/** The panels that a link opens; what it says of one and cannot be shown is told. */
function readPanels(given: ReadonlyMap<string, string>, experiment: Experiment, report: Report): Partial<LabShown> {
  const [tableText, sweepText, askText] = [given.get('table'), given.get('sweep'), given.get('ask')];
  const unitsText = given.get('units');
  const [, arm, seed] = /^([1-4]),(\d{1,10})$/.exec(tableText ?? '') ?? [];
  const table = { arm: Number(arm) - 1, seed: Number(seed) };
  const isTable = table.arm < experiment.arms.length && experiment.seeds.includes(table.seed);
  const units = unitsText === undefined ? undefined : readUnits(unitsText, experiment);
  const sweep = sweepText === undefined ? undefined : readSweep(sweepText, experiment);
  const [kindText, when] = askText?.split(',') ?? [];
  const kind = kinds.find((one) => one === kindText);
  const isAsk = kind !== undefined && (when === 'trained' || when === 'initial');
  const strange = (key: string, text: string) => report({ kind: 'unknown-view', key, text: quoted(text) });
  if (tableText !== undefined && !isTable) strange('table', tableText);
  if (unitsText !== undefined && (!units || units.strange)) strange('units', unitsText);
  if (sweepText !== undefined && (!sweep || listed(sweep.values) !== sweepText.slice(sweepText.indexOf(':') + 1))) {
    strange('sweep', sweepText);
  }
  if (askText !== undefined && !(isAsk && askText.split(',').length === 2)) strange('ask', askText);
  return {
    ...(isTable && { table }),
    ...(units && { units: units.shown }),
    ...(sweep && { sweep }),
    ...(isAsk && { ask: { kind, trained: when === 'trained' } }),
  };
}

export const labLink: LinkFormat<LabShown> = {
  print: (experiment, shown) => printLab(experiment, shown).query,
  parse(query) {
    const { report, all } = noticeList();
    const pairs = readPairs(query, report).filter(([key]) => key !== versionKey);
    const starts = pairs.flatMap(([key], at) => (key === 'pin' ? [at] : []));
    const own = pairs.slice(0, starts[0]);
    const isShown = ([key]: readonly [string, string]) => labKeys.includes(key);
    const experiment = readExperiment(
      own.filter((pair) => !isShown(pair)),
      report,
    );
    const given = gather(own.filter(isShown), new Set(labKeys), report);
    const view = readView(given, experiment.steps, report);
    const panels = readPanels(given, experiment, report);
    const used = linkLimits.pins;
    if (starts.length > used) report({ kind: 'too-many', what: 'pins', asked: starts.length, used });
    const pins = starts
      .slice(0, used)
      .flatMap((at, i) => readPin(pairs[at]?.[1] ?? '', pairs.slice(at + 1, starts[i + 1]), experiment, i + 1, report));
    return { experiment, shown: { ...view, ...panels, pins }, notices: all() };
  },
  usual: { pins: [] },
};
