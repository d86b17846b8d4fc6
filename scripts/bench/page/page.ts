/** The comparison of engines inside a browser; `report` is given by whoever opened the page. */
import plainUrl from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url';
import simdUrl from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
import { type Host, startKernel } from '../../../src/model/engine/host.ts';
import kernelUrl from '../../../src/model/engine/kernel/build/kernel.wasm?url';
import relaxedUrl from '../../../src/model/engine/kernel/build/relaxed.wasm?url';
import { relaxedSupported } from '../../../src/model/engine/support.ts';
import { tapeEngine } from '../../../src/model/engine/tape.ts';
import { type Comparison, compare, structures } from '../compare.ts';
import { pairRun } from '../runs.ts';

export interface PageReport {
  readonly comparisons: readonly Comparison[];
  /** Milliseconds of 300 steps of a pair, 20 layers x 16, by build. */
  readonly pairRuns: Readonly<Record<string, number>>;
}
declare global {
  var report: (result: PageReport) => void;
}

const start = async (url: string): Promise<Host> => startKernel(await (await fetch(url)).arrayBuffer());
const builds: Record<string, Host> = { simd: await start(kernelUrl) };
if (relaxedSupported()) builds.relaxed = await start(relaxedUrl);
const tape = await tapeEngine({
  wasmPaths: {
    'tfjs-backend-wasm.wasm': plainUrl,
    'tfjs-backend-wasm-simd.wasm': simdUrl,
    'tfjs-backend-wasm-threaded-simd.wasm': simdUrl,
  },
});
const comparisons: Comparison[] = [];
for (const structure of structures.filter(({ name }) => name.startsWith('30 x'))) {
  comparisons.push(await compare(structure, { builds, tape }));
}
const pairRuns: Record<string, number> = {};
for (const [build, host] of Object.entries(builds)) pairRuns[build] = await pairRun(host);
globalThis.report({ comparisons, pairRuns });
