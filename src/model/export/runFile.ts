/**
 * A run as a file that brings back exactly what was measured: JSON, the telemetry in it as base64 of float32 numbers. Reading
 * trusts nothing: what is not whole is told, and nothing half-read comes out.
 */
import * as z from 'zod/mini';
import type { OwnData } from '../data/ownData.ts';
import { ownOfPart, ownPart, partOf } from '../data/ownDocument.ts';
import { type Experiment, isExperiment, settingsOf } from '../experiment.ts';
import { parsePermalink, printPermalink } from '../permalink.ts';
import type { Origin } from '../recording.ts';
import { type Final, layoutOf } from '../telemetry.ts';
import type { Points, Regions } from '../worker/messages.ts';
import type { ArmRun, RunSnapshot, SeedRun } from '../worker/snapshot.ts';
import { base64Of, bytesOf, floatsOf } from './base64.ts';

const format = 'residual-lab run';
/** The second one carries the reader's own data, where the run is on them. */
export const runFileVersion = 2;

/** A run that can be kept, and the drawing of its regions where the data are planar. */
export type KeptRun = Pick<RunSnapshot, 'experiment' | 'arms'> & {
  readonly origin: Origin;
  readonly regions?: Regions;
  readonly points?: Points;
  readonly own?: OwnData;
};

export type RunReading =
  | { readonly kind: 'run'; readonly run: KeptRun }
  /** Written by a later version of this page. */
  | { readonly kind: 'newer'; readonly theirs: number }
  /** Of another kind, or damaged. */
  | { readonly kind: 'unreadable' };

const numberText = (value: number): number | string => (Number.isFinite(value) ? value : String(value));
const scoreText = ({ loss, accuracy }: Final['train']) => ({ loss: numberText(loss), accuracy: numberText(accuracy) });

export function writeRun({ origin, experiment, arms, regions, points, own }: KeptRun): string {
  const networks = arms.flatMap(({ name, layout, seeds }) =>
    seeds.map(({ seed, steps, rows, divergence, final }) => ({
      arm: name,
      seed,
      steps,
      ...(divergence && { divergence }),
      ...(final && { final: { train: scoreText(final.train), test: scoreText(final.test) } }),
      rows: base64Of(rows.subarray(0, steps * layout.stride)),
    })),
  );
  const plane = regions &&
    points && {
      side: regions.side,
      extent: regions.extent,
      arms: regions.arms.map(({ classes, confidence }) => ({
        classes: base64Of(classes),
        confidence: base64Of(confidence),
      })),
      points: { inputs: base64Of(points.inputs), classes: base64Of(points.classes) },
    };
  const document = {
    format,
    version: runFileVersion,
    origin,
    experiment,
    ...(own && { own: partOf(own) }),
    networks,
    ...(plane && { plane }),
  };
  return `${JSON.stringify(document)}\n`;
}

const place = z.int().check(z.minimum(0));
const score = z.strictObject({
  loss: z.union([z.number(), z.enum(['NaN', 'Infinity', '-Infinity'])]),
  accuracy: z.union([z.number(), z.enum(['NaN', 'Infinity', '-Infinity'])]),
});
const network = z.strictObject({
  arm: z.string(),
  seed: place,
  steps: place,
  divergence: z.optional(z.strictObject({ step: place, layer: place })),
  final: z.optional(z.strictObject({ train: score, test: score })),
  rows: z.string(),
});
const frame = z.object({ format: z.literal(format), version: z.int().check(z.minimum(1)) });
const document = z.strictObject({
  format: z.literal(format),
  version: z.literal([1, runFileVersion]),
  origin: z.strictObject({
    date: z.iso.date(),
    engine: z.string().check(z.maxLength(40)),
    milliseconds: z.number().check(z.minimum(0)),
  }),
  experiment: z.unknown(),
  own: z.optional(ownPart),
  networks: z.array(network),
  plane: z.optional(
    z.strictObject({
      side: z.int().check(z.minimum(1), z.maximum(1000)),
      extent: z.number().check(z.positive()),
      arms: z.array(z.strictObject({ classes: z.string(), confidence: z.string() })),
      points: z.strictObject({ inputs: z.string(), classes: z.string() }),
    }),
  ),
});
type Document = z.infer<typeof document>;
type Network = z.infer<typeof network>;

const scoreOf = ({ loss, accuracy }: z.infer<typeof score>) => ({ loss: Number(loss), accuracy: Number(accuracy) });

/** What was trained, or undefined where the numbers are not those of such a network. */
function seedRun(
  found: Network | undefined,
  seed: number,
  stride: number,
  most: number,
  units: number,
): SeedRun | undefined {
  const given = found && floatsOf(found.rows);
  if (!given || found.seed !== seed || found.steps > most || given.length !== found.steps * stride) return undefined;
  const { steps, divergence, final } = found;
  if (divergence && (divergence.step > most || divergence.layer > units)) return undefined;
  // Room for all steps, like a run that was trained here.
  const rows = new Float32Array(stride * most);
  rows.set(given);
  return {
    seed,
    rows,
    steps,
    ...(divergence && { divergence }),
    ...(final && { final: { train: scoreOf(final.train), test: scoreOf(final.test) } }),
  };
}

/** The arms of the experiment with their numbers; undefined where one is missing, too many, or not of its shape. */
function armsOf(experiment: Experiment, networks: readonly Network[]): readonly ArmRun[] | undefined {
  const count = experiment.seeds.length;
  if (networks.length !== count * experiment.arms.length) return undefined;
  const arms: ArmRun[] = [];
  for (const [a, arm] of experiment.arms.entries()) {
    const layout = layoutOf(settingsOf(experiment, arm));
    const seeds = experiment.seeds.flatMap((seed, s) => {
      const run = seedRun(networks[a * count + s], seed, layout.stride, experiment.steps, layout.units);
      return run ? [run] : [];
    });
    if (seeds.length < count) return undefined;
    arms.push({ name: arm.name, layout, seeds });
  }
  return arms;
}

/** The drawing of the plane, or undefined where it has not the sizes that it names. */
function planeOf(
  plane: NonNullable<Document['plane']>,
  count: number,
): { regions: Regions; points: Points } | undefined {
  const { side, extent } = plane;
  const [inputs, classes] = [floatsOf(plane.points.inputs), bytesOf(plane.points.classes)];
  const arms = plane.arms.flatMap((arm) => {
    const [answers, confidence] = [bytesOf(arm.classes), floatsOf(arm.confidence)];
    return answers?.length === side * side && confidence?.length === side * side
      ? [{ classes: answers, confidence }]
      : [];
  });
  if (arms.length !== count || !inputs || !classes || inputs.length !== 2 * classes.length) return undefined;
  return { regions: { side, extent, arms }, points: { inputs, classes } };
}

/** What a file holds. The text may be anything; never throws. */
export function readRun(text: string): RunReading {
  const unreadable = { kind: 'unreadable' } as const;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return unreadable;
  }
  const head = frame.safeParse(value);
  if (!head.success) return unreadable;
  if (head.data.version > runFileVersion) return { kind: 'newer', theirs: head.data.version };
  const { data } = document.safeParse(value);
  if (!data || !isExperiment(data.experiment)) return unreadable;
  // As a link would give it: the page compares experiments with those of links.
  const { experiment } = parsePermalink(printPermalink(data.experiment));
  const arms = armsOf(experiment, data.networks);
  const plane = data.plane && planeOf(data.plane, experiment.arms.length);
  const own = data.own && ownOfPart(data.own);
  if (!arms || (data.plane && !plane) || (own !== undefined) !== (experiment.dataset === 'own')) return unreadable;
  return { kind: 'run', run: { origin: data.origin, experiment, arms, ...plane, ...(own && { own }) } };
}

/** What a run of a file looks like to whoever draws it. */
export const snapshotOfRun = ({ origin, experiment, arms, regions, points, own }: KeptRun): RunSnapshot => ({
  status: 'done',
  experiment,
  arms,
  step: Math.min(experiment.steps, ...arms.flatMap(({ seeds }) => seeds.map(({ steps }) => steps))),
  milliseconds: origin.milliseconds,
  recording: origin,
  ...(regions && { regions }),
  ...(points && { points }),
  ...(own && { own }),
});

/** @param day today; a run that came from a file keeps its own origin */
export const keptRun = (snapshot: RunSnapshot, day: Date): KeptRun => {
  const { experiment, arms, regions, points, own, engine, milliseconds, recording } = snapshot;
  return {
    origin: recording ?? {
      date: day.toISOString().slice(0, 10),
      engine: engine ? `${engine.name} (${engine.backend})` : 'unknown',
      milliseconds,
    },
    experiment,
    arms,
    ...(regions && { regions }),
    ...(points && { points }),
    ...(own && { own }),
  };
};
