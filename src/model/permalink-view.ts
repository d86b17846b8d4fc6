/**
 * What a link shows of a run beside what it trains: which chart, of which quantity, at which step.
 * `view=layers&of=weight&step=120`; what a page shows anyway is not written.
 */
import type { Experiment } from './experiment.ts';
import { noticeList, printAddress, readExperiment, versionKey } from './permalink.ts';
import { gather, type Notice, shown as quoted, type Report, readPairs } from './permalink-reading.ts';
import type { LayeredQuantity } from './telemetry.ts';

export const chartViews = ['loss', 'layers', 'heat', 'regions'] as const;
export type ChartView = (typeof chartViews)[number];

/** What is looked at; a page's own choice stands wherever nothing is said. */
export interface ChartChoice {
  readonly view?: ChartView;
  readonly quantity?: LayeredQuantity;
  /** The step that the charts by layer show, counted from 0; the first one where nothing is said. */
  readonly step?: number;
}

/** Short names of the quantities in links: what is differentiated, or what is measured itself. */
const quantityKeys = {
  stateGradNorm: 'dstate',
  kernelGradNorm: 'dkernel',
  stateNorm: 'state',
  branchNorm: 'branch',
  weightNorm: 'weight',
} as const satisfies Record<LayeredQuantity, string>;
const isQuantity = (name: string): name is LayeredQuantity => Object.hasOwn(quantityKeys, name);
const quantities = Object.keys(quantityKeys).filter(isQuantity);

export const viewKeys: readonly string[] = ['view', 'of', 'step'];

/** The query of these choices, without `?`; empty where nothing is chosen. */
export function printView({ view, quantity, step }: ChartChoice): string {
  return [
    ...(view ? [`view=${view}`] : []),
    ...(quantity ? [`of=${quantityKeys[quantity]}`] : []),
    ...(step ? [`step=${step}`] : []),
  ].join('&');
}

/** @param steps of the run that is looked at */
export function readView(given: ReadonlyMap<string, string>, steps: number, report: Report): ChartChoice {
  const [viewText, ofText, stepText] = [given.get('view'), given.get('of'), given.get('step')];
  const view = chartViews.find((one) => one === viewText);
  const quantity = quantities.find((one) => quantityKeys[one] === ofText);
  const asked = stepText !== undefined && /^\d{1,9}$/.test(stepText) ? Number(stepText) : undefined;
  const step = asked === undefined ? undefined : Math.min(asked, steps - 1);
  const strange = (key: string, text: string) => report({ kind: 'unknown-view', key, text: quoted(text) });
  if (viewText !== undefined && !view) strange('view', viewText);
  if (ofText !== undefined && !quantity) strange('of', ofText);
  if (stepText !== undefined && step === undefined) strange('step', stepText);
  if (asked !== undefined && step !== undefined && step !== asked) report({ kind: 'late-step', asked, used: step });
  return { ...(view && { view }), ...(quantity && { quantity }), ...(step && { step }) };
}

/** What a link opened. */
interface Opened<S> {
  readonly experiment: Experiment;
  readonly shown: S;
  readonly notices: readonly Notice[];
}
/** How a page writes and reads its links: an experiment, and what is shown of it. Reading never throws. */
export interface LinkFormat<S> {
  readonly print: (experiment: Experiment, shown: S) => string;
  readonly parse: (query: string) => Opened<S>;
  /** What a page shows that was told nothing. */
  readonly usual: S;
}

/** Links of lessons: the experiment and the chart. */
export const chartLink: LinkFormat<ChartChoice> = {
  print: (experiment, shown) => [printAddress(experiment), printView(shown)].filter(Boolean).join('&'),
  parse(query) {
    const { report, all } = noticeList();
    const pairs = readPairs(query, report).filter(([key]) => key !== versionKey);
    const isView = ([key]: readonly [string, string]) => viewKeys.includes(key);
    const experiment = readExperiment(
      pairs.filter((pair) => !isView(pair)),
      report,
    );
    const given = gather(pairs.filter(isView), new Set(viewKeys), report);
    return { experiment, shown: readView(given, experiment.steps, report), notices: all() };
  },
  usual: {},
};
