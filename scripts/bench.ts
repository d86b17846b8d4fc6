/**
 * How fast a training step is:  npm run -s bench [-- --json]
 * A pair (plain and residual) takes steps with all telemetry; each figure is the median of five rounds, in which the
 * fused engine, the tape and the matrix product alone take turns, so that ratios hold on a busy machine, too.
 */
import { readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { setFlagsFromString } from 'node:v8';
import { batchStream } from '../src/model/data/batches.ts';
import { dataOf } from '../src/model/data/load.ts';
import type { Engine } from '../src/model/engine/engine.ts';
import { engineOn } from '../src/model/engine/fused.ts';
import { type Host, startKernel } from '../src/model/engine/host.ts';
import { relaxedSupported } from '../src/model/engine/support.ts';
import { tapeEngine } from '../src/model/engine/tape.ts';
import { type ArmSettings, defaultExperiment, settingsOf } from '../src/model/experiment.ts';
import { initialize } from '../src/model/network/initialize.ts';
import { networkOf } from '../src/model/network/specification.ts';
import { runExperiment } from '../src/model/train.ts';

interface Result {
  readonly build: string;
  readonly structure: string;
  /** Milliseconds of one step of the pair. */
  readonly fused: number;
  readonly tape: number;
  /** Billions of multiplications and additions in a second: in the step's products, and in a product alone. */
  readonly gflops: number;
  readonly peak: number;
}

const batch = 64;
const base = { ...defaultExperiment, dataset: 'spiral', batch, optimizer: 'sgd', rate: 1e-4 } as const;
const data = await dataOf('spiral', 1, () => Promise.reject(new Error('not needed')));
const examples = batchStream(data.train, batch, 1)();

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

/** Milliseconds of one call: the shortest of `bursts` bursts of about `burst` milliseconds, after one to warm up. */
function fastest(work: () => void, burst: number, bursts: number): number {
  let times = 1;
  let best = Number.POSITIVE_INFINITY;
  for (let i = 0; i <= bursts; i++) {
    const start = performance.now();
    for (let k = 0; k < times; k++) work();
    const each = (performance.now() - start) / times;
    if (i > 0) best = Math.min(best, each);
    else times = Math.max(1, Math.round(burst / each));
  }
  return best;
}

/** One step of both arms. */
function pairOf(engine: Engine, part: Partial<ArmSettings>) {
  const trainees = base.arms.map((arm) => {
    const settings = settingsOf({ ...base, ...part }, arm);
    return engine.create(networkOf(settings), initialize(settings, data.inputSize, data.outputSize, 1), data.task);
  });
  const row = new Float32Array(trainees[0]?.layout.stride ?? 0);
  return {
    step: () => {
      for (const trainee of trainees) trainee.step(examples, row, 0);
    },
    dispose: () => {
      for (const trainee of trainees) trainee.dispose();
    },
  };
}

/** Multiplications and additions in the products of one step of the pair: forward, by the kernel, by the input. */
function operations({ width = base.width, depth = base.depth }: Partial<ArmSettings>): number {
  const trunk = 6 * batch * width * width * depth;
  return 2 * (trunk + 4 * batch * data.inputSize * width + 6 * batch * width * data.outputSize);
}

/** One product [64, n] x [n, n], in billions of operations a second: the best over the sizes. */
function peakOf({ kernel, arena, numbers }: Host): number {
  const speeds = [16, 32, 64].map((n) => {
    const [a, b, c] = [arena.take(4 * batch * n), arena.take(4 * n * n), arena.take(4 * batch * n)];
    numbers(a, batch * n).fill(0.5);
    numbers(b, n * n).fill(0.5);
    const time = fastest(() => kernel.product(a, n, 1, b, c, batch, n, n, 0), 3, 10);
    for (const address of [a, b, c]) arena.give(address);
    return (2 * batch * n * n) / time / 1e6;
  });
  return Math.max(...speeds);
}

function measure(build: string, host: Host, tape: Engine, structure: string, part: Partial<ArmSettings>): Result {
  const [fast, slow] = [pairOf(engineOn(host), part), pairOf(tape, part)];
  const rounds = Array.from({ length: 5 }, () => ({
    fused: fastest(fast.step, 5, 10),
    peak: peakOf(host),
    tape: fastest(slow.step, 0, 2),
  }));
  fast.dispose();
  slow.dispose();
  const fused = median(rounds.map((round) => round.fused));
  return {
    build,
    structure,
    fused,
    tape: median(rounds.map((round) => round.tape)),
    gflops: operations(part) / fused / 1e6,
    peak: median(rounds.map((round) => round.peak)),
  };
}

const structures: [string, Partial<ArmSettings>][] = [
  ...[16, 32].flatMap((width) =>
    [10, 30, 100].map((depth): [string, Partial<ArmSettings>] => [`${depth} x ${width}`, { width, depth }]),
  ),
  ['30 x 32, layer norm, Adam', { width: 32, depth: 30, normalization: 'layer', finalNorm: true, optimizer: 'adam' }],
  ['30 x 32, batch norm, momentum', { width: 32, depth: 30, normalization: 'batch', optimizer: 'momentum' }],
];

// Node 20 has relaxed SIMD behind a flag; later versions, and browsers, have it without.
if (Number.parseInt(process.versions.node, 10) < 22) setFlagsFromString('--experimental-wasm-relaxed-simd');
const kernelFile = (name: string) =>
  readFileSync(new URL(`../src/model/engine/kernel/build/${name}.wasm`, import.meta.url));
const tape = await tapeEngine();
const results: Result[] = [];
const runs: { build: string; milliseconds: number }[] = [];
for (const build of relaxedSupported() ? ['kernel', 'relaxed'] : ['kernel']) {
  const host = await startKernel(kernelFile(build));
  for (const [structure, part] of structures) results.push(measure(build, host, tape, structure, part));

  const experiment = { ...base, width: 16, depth: 20, steps: 300, seeds: [1] };
  const times: number[] = [];
  for (let i = 0; i < 6; i++) {
    const start = performance.now();
    await runExperiment(experiment, async () => data, engineOn(host));
    if (i > 0) times.push(performance.now() - start);
  }
  runs.push({ build, milliseconds: median(times) });
}

const machine = `${cpus()[0]?.model.trim()}, ${cpus().length} cores, Node ${process.versions.node}`;
if (process.argv.includes('--json')) console.log(JSON.stringify({ machine, results, runs }, null, 2));
else {
  console.log(`${machine}; one step of a pair, batch ${batch}, all telemetry, medians of 5\n`);
  console.log('build    structure                       fused ms   tape ms   ratio   GFLOP/s   of peak');
  for (const { build, structure, fused, tape, gflops, peak } of results) {
    const numbers = [
      fused.toFixed(3).padStart(8),
      tape.toFixed(1).padStart(9),
      `${(tape / fused).toFixed(0)}x`.padStart(7),
      gflops.toFixed(1).padStart(9),
      `${((100 * gflops) / peak).toFixed(0)} %`.padStart(9),
    ];
    console.log(`${build.padEnd(8)} ${structure.padEnd(30)} ${numbers.join(' ')}`);
  }
  for (const { build, milliseconds } of runs) {
    console.log(
      `${build.padEnd(8)} 300 steps of a 20 x 16 pair, from initial tensors to scores: ${milliseconds.toFixed(0)} ms`,
    );
  }
}
