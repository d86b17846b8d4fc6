/** The numbers as text and as a page. */
import type { Chromium, Skipped } from './chromium.ts';
import type { Comparison } from './compare.ts';
import { type ConvCost, convTarget, type RaceTime, raceTarget } from './convolutions.ts';
import type { Memory } from './memory.ts';
import type { Others } from './others.ts';
import type { Cost } from './runs.ts';
import type { SweepTime } from './sweep.ts';

export interface Report {
  readonly date: string;
  readonly machine: string;
  /** Programs that wanted a core, averaged over a minute: before and after. */
  readonly load: readonly [number, number];
  readonly comparisons: readonly Comparison[];
  readonly others: Others;
  readonly pairRuns: Readonly<Record<string, number>>;
  readonly costs: readonly Cost[];
  readonly convolutions: readonly ConvCost[];
  readonly eighty: RaceTime;
  /** By number of processes. */
  readonly sweeps: Readonly<Record<string, SweepTime>>;
  readonly memory: Memory;
  readonly chromium: Chromium | Skipped;
}

type Rows = readonly (readonly string[])[];

const time = (ms: number | undefined): string =>
  ms === undefined ? '–' : ms >= 10 ? ms.toFixed(0) : ms.toFixed(ms >= 1 ? 1 : 3);
const ratio = (slow: number | undefined, fast: number | undefined): string =>
  slow === undefined || fast === undefined ? '–' : `${(slow / fast).toFixed(slow / fast >= 10 ? 0 : 1)}x`;

/** The fastest build of the kernel that ran. */
const best = (by: Readonly<Record<string, number>>): number | undefined => by.relaxed ?? by.simd;

function comparisonRows(comparisons: readonly Comparison[]): Rows {
  const head = ['structure', 'SIMD', 'relaxed', 'tape', 'tf.layers', 'loops', 'tape /', 'layers /', 'loops /'];
  const shares = ['GFLOP/s SIMD', 'of peak', 'GFLOP/s relaxed', 'of peak'];
  return [
    [...head, ...shares],
    ...comparisons.map(({ structure, milliseconds: ms, speeds }) => [
      structure,
      ...[ms.simd, ms.relaxed, ms.tape, ms['tf.layers'], ms.loops].map(time),
      ...[ms.tape, ms['tf.layers'], ms.loops].map((one) => ratio(one, best(ms))),
      ...[speeds.simd, speeds.relaxed].flatMap((speed) =>
        speed ? [speed.gflops.toFixed(1), `${(100 * speed.share).toFixed(0)} %`] : ['–', '–'],
      ),
    ]),
  ];
}

const otherRows = ({ milliseconds, skipped }: Others): Rows => [
  ['who', 'ms', 'against the best build'],
  ...Object.entries(milliseconds).map(([name, ms]) => [name, time(ms), ratio(ms, best(milliseconds))]),
  ...Object.entries(skipped).map(([name, why]) => [name, '–', `did not run: ${why}`]),
];

const costRows = (costs: readonly Cost[]): Rows => [
  ['depth', 'width', 'ms'],
  ...costs.map(({ depth, width, milliseconds }) => [String(depth), String(width), time(milliseconds)]),
];

const convRows = (convolutions: readonly ConvCost[]): Rows => [
  ['ms per step, 14 x 14, batch 32', 'SIMD', 'relaxed', 'tape with our gradients on wasm'],
  ...convolutions.map(({ depth, milliseconds: ms }) => [
    `ResNet-${depth} pair`,
    ...[ms.simd, ms.relaxed, ms.tape].map((one) => time(one)),
  ]),
];

const eightyRows = ({ milliseconds, step, accuracy }: RaceTime): Rows => [
  ['what', 'measured'],
  [
    'time until 80 % test accuracy, residual 14-layer net, 14 x 14, batch 32',
    milliseconds === undefined
      ? `not reached: ${percent(accuracy)} after ${step} steps`
      : `${(milliseconds / 1000).toFixed(1)} s, at step ${step} (${percent(accuracy)})`,
  ],
];
const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

function runRows({ pairRuns, sweeps, memory, chromium }: Report): Rows {
  const { tensors, bytes, resets } = memory;
  const inPage = 'skipped' in chromium ? undefined : chromium;
  const walked = inPage?.journey;
  const without = 'skipped' in chromium ? chromium.skipped : 'the course was not built';
  return [
    ['what', 'measured'],
    ...Object.entries(pairRuns).map(([build, ms]) => [`300 steps of a 20 x 16 pair, Node, ${build}`, `${time(ms)} ms`]),
    ...Object.entries(inPage?.pairRuns ?? {}).map(([build, ms]) => [
      `300 steps of a 20 x 16 pair, Chromium, ${build}`,
      `${time(ms)} ms`,
    ]),
    ...Object.entries(sweeps).map(([processes, { wall, processor }]) => [
      `depth sweep 2, 10, 20, 30, 50 x 2 arms x 5 seeds x 300 steps, Fashion-MNIST, width 24, ${processes === '1' ? 'one process' : `${processes} processes`}`,
      `${(wall / 1000).toFixed(1)} s; ${(processor / 1000).toFixed(1)} s of processor time`,
    ]),
    [`tfjs tensors before and after ${resets} resets`, `${tensors.before}, ${tensors.after}`],
    [`kernel memory before and after ${resets} resets`, `${bytes.before}, ${bytes.after} bytes`],
    ...(walked
      ? [
          ['click to first drawn point, fresh page', `${time(walked.cold)} ms`],
          ['click to first drawn point, engine warm', `${time(walked.warm)} ms`],
          ['page frames while training, 99th percentile', `${walked.frames.p99.toFixed(1)} ms`],
          ['page frames while training, longest', `${walked.frames.longest.toFixed(1)} ms`],
          ['depth dragged, 20 x 16: from the change to the first redraw', `${time(walked.drag.first)} ms`],
          [
            'depth dragged, 20 x 16: from the change to the last point of five seeds',
            `${time(walked.drag.done)} ms (the quickest of ${walked.drag.changes}: ${time(walked.drag.least)} ms)`,
          ],
          ['depth dragged, 20 x 16: page frames, longest', `${walked.drag.longest.toFixed(1)} ms`],
        ]
      : [['click to first point, page frames', `not measured: ${without}`]]),
  ];
}

function columns(rows: Rows): string {
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0)));
  return rows.map((row) => row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join('  ')).join('\n');
}

function table([head = [], ...rows]: Rows): string {
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}

const conditions = ({ machine, date, load, chromium }: Report): string => {
  const browser = 'skipped' in chromium ? '' : `, Chromium ${chromium.version}`;
  return `${date}. ${machine}${browser}. Load average ${load[0].toFixed(1)} before, ${load[1].toFixed(1)} after.`;
};

export const text = (report: Report): string =>
  [
    conditions(report),
    'One step of a pair (plain and residual), batch 64, all telemetry; milliseconds, medians of 5',
    columns(comparisonRows(report.comparisons)),
    ...('skipped' in report.chromium
      ? []
      : ['The same in Chromium', columns(comparisonRows(report.chromium.comparisons))]),
    'Other libraries: a step of one plain network, 30 x 32, batch 64',
    columns(otherRows(report.others)),
    columns(runRows(report)),
    'Cost of one step of the pair',
    columns(costRows(report.costs)),
    'One step of the convolutional pair, batch 32',
    columns(convRows(report.convolutions)),
    columns(eightyRows(report.eighty)),
  ].join('\n\n');

export function markdown(report: Report): string {
  const { chromium } = report;
  return `# How fast it is

Written by \`npm run -s bench -- --markdown\`. ${conditions(report)}

A load above the number of cores means that other programs took part of the time: compare numbers of one row, which were
measured in turns, and trust ratios and shares of the peak more than milliseconds.

## One step

A pair, plain and residual, takes one step on a batch of ${64} points of the spiral; depth x width, two layers a unit, ReLU,
SGD where nothing else is said. Milliseconds; each number is the median of five rounds in which all contestants take turns.

- **SIMD, relaxed**: the fused engine with all telemetry, on its two builds. Relaxed SIMD multiplies and adds in one
  instruction.
- **tape**: the same step by tfjs autodiff on its wasm backend, with all telemetry: the definition of what is computed.
- **tf.layers**: trainOnBatch, and variableGrads for the gradient norms, as a user of tfjs writes it.
- **loops**: plain loops over Float32Arrays, with norms of gradients, states and branches.
- **tape /, layers /, loops /**: how many times longer than the fused engine's best build.
- **of peak**: operations a second in the step's matrix products over those of the bare product, measured right after it; the
  median of five such shares. What is missing from 100 % is norms, activations, updates and telemetry.

Before the clock starts, all contestants must begin with the same loss, from the same tensors and batch.

### Node

${table(comparisonRows(report.comparisons))}

### Chromium

${'skipped' in chromium ? `Not measured: ${chromium.skipped}.` : table(comparisonRows(chromium.comparisons))}

## Other libraries

One plain network of 30 x 32, a batch of 64, in Node. jax-js runs its wasm device with loss, gradient and update in one jit and
no norms. convnetjs and brain.js take the 64 examples one by one, without norms; brain.js updates after each.

${table(otherRows(report.others))}

## What a reader waits for

The sweep runs in Node, in processes that have started before. Clicks and frames are those of the built course in headless
Chromium without GPU: from the click on Run to the frame after the first point; the frames are those of the page while a
pair of 50 layers x 24 trains. The depth is dragged on the front page, five seeds of a pair on Fashion-MNIST, 300 steps each,
one change as soon as the last one's networks are trained; the page and its worker have all cores there are.

${table(runRows(report))}

## Cost against depth and width

One step of the pair on the best build, SGD, no norm.

${table(costRows(report.costs))}

## Convolutional networks

Milliseconds of one step of the pair, plain and residual, on Fashion-MNIST 14 x 14, 32 images, in Node: forward, backward,
update and the gradient norm of every layer. The pair of 8 layers is to take ${convTarget} ms at most.

${table(convRows(report.convolutions))}

The residual network of 14 layers, trained alone by the default race on the best build, is to reach 80 % test accuracy within
${raceTarget / 1000} s. Scoring the 1,000 test images every 20 steps is part of the time.

${table(eightyRows(report.eighty))}

## How to repeat it

    npm ci
    npm run build
    npm run -s bench                  # prints these tables
    npm run -s bench -- --json        # prints the numbers
    npm run -s bench -- --markdown    # writes this page
    npm run -s bench -- --no-browser  # leaves Chromium out

Close other programs first. A library that does not run on the machine is named with its reason.
`;
}
