/**
 * Runs a permalink without a browser:  npm run -s experiment -- --link 'QUERY' [--seeds 1,2,3] [--engine tape] [--json]
 * One row per arm and seed. Bad input: a sentence on stderr and exit 1.
 */
import { parseArgs } from 'node:util';
import { type Experiment, fields, limits } from '../src/model/experiment.ts';
import { type Notice, parsePermalink } from '../src/model/permalink.ts';
import { gradientRatio } from '../src/model/telemetry.ts';
import type { RunResult } from '../src/model/train.ts';
import { engineNames, headless } from './headless.ts';

const usage = "npm run -s experiment -- --link 'QUERY' [--seeds 1,2,3] [--engine tape] [--json]";

/** What the caller got wrong, as a sentence. */
class BadInput extends Error {}

interface Order {
  readonly experiment: Experiment;
  readonly engine: (typeof engineNames)[number];
  readonly json: boolean;
  /** What the link asked for and got otherwise. */
  readonly remarks: readonly string[];
}

function readOrder(): Order {
  const { link, seeds, json, engine: asked } = readFlags();
  const engine = engineNames.find((name) => name === asked);
  if (!engine) throw new BadInput(`--engine takes ${engineNames.join(' or ')}, not "${asked}".`);
  if (link === undefined) throw new BadInput(`--link is missing: ${usage}`);
  const { experiment, notices } = parsePermalink(queryOf(link));
  const refused = notices.filter(({ kind }) => !(kind === 'clamped' || kind === 'rounded' || kind === 'renamed'));
  if (refused.length > 0) throw new BadInput(refused.map(sentence).join('\n'));
  return {
    experiment: seeds === undefined ? experiment : { ...experiment, seeds: readSeeds(seeds) },
    engine,
    json,
    remarks: notices.map(sentence),
  };
}

/** A whole address is as good as its query. */
const queryOf = (link: string): string => link.slice(link.indexOf('?') + 1).replace(/#.*$/s, '');

function readFlags() {
  try {
    const { values } = parseArgs({
      options: {
        link: { type: 'string' },
        seeds: { type: 'string' },
        json: { type: 'boolean', default: false },
        engine: { type: 'string', default: 'fused' },
      },
    });
    return values;
  } catch (error) {
    throw new BadInput(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
  }
}

function readSeeds(text: string): readonly number[] {
  const seeds = text.split(',').map((piece) => (/^\d{1,10}$/.test(piece) ? Number(piece) : Number.NaN));
  if (!seeds.every((seed) => seed <= limits.seedMax)) {
    throw new BadInput(`--seeds takes whole numbers from 0 to ${limits.seedMax}, parted by commas, not "${text}".`);
  }
  if (seeds.length > limits.seeds) throw new BadInput(`--seeds takes at most ${limits.seeds} seeds.`);
  if (new Set(seeds).size < seeds.length) throw new BadInput('--seeds names a seed twice.');
  return seeds;
}

/** A notice for the terminal. */
function sentence(notice: Notice): string {
  const arm = 'arm' in notice ? ` of arm "${notice.arm}"` : '';
  const key = 'field' in notice ? `${fields[notice.field].key}${arm}` : '';
  switch (notice.kind) {
    case 'too-long':
      return `The link has ${notice.length} characters; at most ${notice.read} are read.`;
    case 'unreadable':
      return `"${notice.text}" holds a broken percent escape.`;
    case 'unknown-key':
      return `There is no setting "${notice.key}"${arm}.`;
    case 'duplicate':
      return `"${notice.key}"${arm} is given more than once.`;
    case 'not-a-number':
      return `${key}: "${notice.text}" is not a number.`;
    case 'unknown-choice': {
      const field = fields[notice.field];
      const options = 'options' in field ? field.options.join(', ') : '0, 1';
      return `${key}: "${notice.text}" is not one of ${options}.`;
    }
    case 'clamped':
      return `${key}: ${notice.asked} is outside ${notice.min} to ${notice.max}; ${notice.used} is used.`;
    case 'rounded':
      return `${key}: ${notice.asked} is rounded to ${notice.used}.`;
    case 'bad-seed':
      return `seeds: "${notice.text}" is not a seed or a range of seeds from 0 to ${limits.seedMax}.`;
    case 'too-many':
      return `The link asks for ${notice.asked} ${notice.what}; at most ${notice.used} run.`;
    case 'renamed':
      return `An arm is renamed to "${notice.used}".`;
    case 'unknown-view':
      return `"${notice.key}=${notice.text}" names no view of the page.`;
    case 'late-step':
      return `The link shows step ${notice.asked}; the last one is ${notice.used}.`;
    case 'bent-pin':
      return `${notice.count} settings of the pinned run "${notice.name}" are not taken as they stand.`;
    case 'own-pin':
      return `The pinned run "${notice.name}" was trained on data that do not travel in a link; it is left out.`;
    case 'more':
      return `And ${notice.count} more of the kind.`;
  }
}

interface Row {
  readonly arm: string;
  readonly seed: number;
  /** After the last step, over the whole set; null where it is not a finite number. */
  readonly trainLoss: number | null;
  readonly trainAccuracy: number;
  readonly testLoss: number | null;
  readonly testAccuracy: number;
  /**
   * Where it left the finite numbers, or null: `step` counts from 0, `layer` counts states, 0 the stem's output; null
   * where only the scores after the last step are not finite.
   */
  readonly diverged: { readonly step: number; readonly layer: number | null } | null;
  /** ||dE/dx_0|| / ||dE/dx_L|| before any training; null where it is not a finite number. */
  readonly initialRatio: number | null;
}

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);

const rowsOf = ({ arms }: RunResult): Row[] =>
  arms.flatMap(({ name, layout, seeds }) =>
    seeds.map(({ seed, rows, steps, divergence, final }) => ({
      arm: name,
      seed,
      trainLoss: finite(final.train.loss),
      trainAccuracy: final.train.accuracy,
      testLoss: finite(final.test.loss),
      testAccuracy: final.test.accuracy,
      diverged: divergence ?? (Number.isFinite(final.train.loss) ? null : { step: steps, layer: null }),
      initialRatio: finite(gradientRatio(layout, rows, 0)),
    })),
  );

function table(rows: readonly Row[]): string {
  const loss = (value: number | null) => value?.toPrecision(4) ?? 'not finite';
  const lines = [
    ['arm', 'seed', 'train loss', 'accuracy', 'test loss', 'accuracy', 'initial ratio', 'diverged'],
    ...rows.map((row) => [
      row.arm,
      String(row.seed),
      loss(row.trainLoss),
      row.trainAccuracy.toFixed(3),
      loss(row.testLoss),
      row.testAccuracy.toFixed(3),
      row.initialRatio?.toExponential(2) ?? 'not finite',
      row.diverged
        ? `step ${row.diverged.step}${row.diverged.layer === null ? '' : `, state ${row.diverged.layer}`}`
        : 'no',
    ]),
  ];
  const widths = (lines[0] ?? []).map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  return lines
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

try {
  const { experiment, engine: wanted, json, remarks } = readOrder();
  for (const remark of remarks) console.error(remark);
  const { engine, run } = await headless(wanted);
  const rows = rowsOf(await run(experiment));
  console.log(json ? JSON.stringify({ experiment, engine, runs: rows }, null, 2) : table(rows));
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
