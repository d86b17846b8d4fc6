/**
 * How fast the engines are, beside what else could train the same networks:  npm run -s bench [-- --json | --markdown]
 * One run, medians of five rounds in which all take turns. --json prints the numbers, --markdown writes
 * docs/benchmarks.md, --no-browser leaves Chromium out.
 */
import './kernel.ts';
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { startKernel } from '../src/model/engine/host.ts';
import { relaxedSupported } from '../src/model/engine/support.ts';
import { tapeEngine } from '../src/model/engine/tape.ts';
import { kernelFile } from './bench/builds.ts';
import { inChromium } from './bench/chromium.ts';
import { type Comparison, compare, type Engines, structures } from './bench/compare.ts';
import { convolutions, timeToEighty } from './bench/convolutions.ts';
import { memoryAfterResets } from './bench/memory.ts';
import { compareOthers } from './bench/others.ts';
import { markdown, type Report, text } from './bench/report.ts';
import { costs, pairRun } from './bench/runs.ts';
import { sweepTime } from './bench/sweep.ts';

const say = (line: string) => process.stderr.write(`${line}\n`);
const relaxed = relaxedSupported();
const simd = await startKernel(kernelFile('kernel'));
const best = relaxed ? await startKernel(kernelFile('relaxed')) : simd;
const engines: Engines = { builds: relaxed ? { simd, relaxed: best } : { simd }, tape: await tapeEngine() };
const loadBefore = loadavg()[0] ?? Number.NaN;

const comparisons: Comparison[] = [];
for (const structure of structures) {
  say(structure.name);
  comparisons.push(await compare(structure, engines));
}
say('other libraries');
const others = await compareOthers(engines);
say('whole runs');
const pairRuns: Record<string, number> = {};
for (const [build, host] of Object.entries(engines.builds)) pairRuns[build] = await pairRun(host);
const cost = await costs(best);
const sweeps = { '1': await sweepTime(1, relaxed), '2': await sweepTime(2, relaxed) };
say('convolutional networks');
const convolutional = await convolutions(relaxed);
const eighty = await timeToEighty(relaxed ? 'conv-relaxed' : 'conv');
say('200 resets');
const memory = memoryAfterResets(engines);
say('Chromium');
const chromium = process.argv.includes('--no-browser') ? { skipped: 'left out with --no-browser' } : await inChromium();

const report: Report = {
  date: new Date().toISOString().slice(0, 10),
  machine: `${cpus()[0]?.model.trim()}, ${cpus().length} cores, Node ${process.versions.node}`,
  load: [loadBefore, loadavg()[0] ?? Number.NaN],
  comparisons,
  others,
  pairRuns,
  costs: cost,
  convolutions: convolutional,
  eighty,
  sweeps,
  memory,
  chromium,
};
if (process.argv.includes('--markdown')) {
  mkdirSync('docs', { recursive: true });
  writeFileSync('docs/benchmarks.md', markdown(report));
  say('docs/benchmarks.md is written.');
}
console.log(process.argv.includes('--json') ? JSON.stringify(report, null, 2) : text(report));
