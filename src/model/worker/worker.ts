/** The worker: one engine, one run at a time, at most one message a slice. */

import plainUrl from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url';
import simdUrl from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
import { DataError } from '../data/fashion.ts';
import { dataOf } from '../data/load.ts';
import { agreement } from '../engine/agreement.ts';
import type { Engine, Trainee } from '../engine/engine.ts';
import kernelUrl from '../engine/kernel/build/kernel.wasm?url';
import relaxedUrl from '../engine/kernel/build/relaxed.wasm?url';
import { startEngine } from '../engine/start.ts';
import { type Experiment, isExperiment, settingsOf } from '../experiment.ts';
import { type Final, layoutOf } from '../telemetry.ts';
import { train } from '../train.ts';
import type { FailureCode, FromWorker, ToWorker } from './messages.ts';
import { gridOf, pointsOf, regionsOf } from './regions.ts';
import { sliceBuffers } from './slices.ts';

/** Time between two messages, in milliseconds: one animation frame. */
const sliceTime = 16;
/** Decision regions are worked out this seldom, in milliseconds. */
const regionsTime = 200;

const post = (message: FromWorker, transfer: ArrayBuffer[] = []) => self.postMessage(message, transfer);

class Failure extends Error {
  constructor(
    readonly code: FailureCode,
    cause: unknown,
  ) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
  }
}
const failing = <T>(code: FailureCode, work: Promise<T>): Promise<T> =>
  work.catch((cause) => {
    throw new Failure(code, cause);
  });

const bytesOf = async (url: string): Promise<ArrayBuffer> => {
  const response = await fetch(url);
  if (!response.ok) throw new DataError(`${response.status} ${response.statusText}`);
  return response.arrayBuffer();
};

/** tfjs is only loaded where it is needed. */
const startTape = async (): Promise<Engine> => {
  const { tapeEngine } = await import('../engine/tape.ts');
  // tfjs wants an address for each of its three files; threads are off, so the third is never asked for.
  return tapeEngine({
    wasmPaths: {
      'tfjs-backend-wasm.wasm': plainUrl,
      'tfjs-backend-wasm-simd.wasm': simdUrl,
      'tfjs-backend-wasm-threaded-simd.wasm': simdUrl,
    },
  });
};

let engine: Promise<Engine> | undefined;
const theEngine = () => {
  engine ??= startEngine({ kernel: (relaxed) => bytesOf(relaxed ? relaxedUrl : kernelUrl), tape: startTape });
  return engine;
};

const files = new Map<string, Promise<ArrayBuffer>>();
/** Each file is fetched once; a failed fetch may be tried again. */
const fileAt = (url: string): Promise<ArrayBuffer> => {
  const cached = files.get(url);
  if (cached) return cached;
  const loading = bytesOf(url);
  files.set(url, loading);
  loading.catch(() => files.delete(url));
  return loading;
};

/** How a run is told to wait, to go on, or to end. */
class Control {
  cancelled = false;
  private paused = false;
  private single = 0;
  private wake: () => void = () => {};
  pause() {
    this.paused = true;
  }
  resume() {
    this.paused = false;
    this.wake();
  }
  step() {
    this.single++;
    this.wake();
  }
  cancel() {
    this.cancelled = true;
    this.wake();
  }
  get waiting() {
    return this.paused && this.single === 0 && !this.cancelled;
  }
  stepped() {
    if (this.single > 0) this.single--;
  }
  async wait() {
    while (this.waiting) await new Promise<void>((resolve) => (this.wake = resolve));
  }
}

/** Lets messages in. A message channel, because nested timers of 0 ms are held back to 4. */
const channel = new MessageChannel();
const pause = () =>
  new Promise<void>((resolve) => {
    channel.port1.onmessage = () => resolve();
    channel.port2.postMessage(0);
  });

async function run(runId: number, experiment: Experiment, dataUrl: string, control: Control): Promise<void> {
  const used = await failing('engine-missing', theEngine());
  const load = (seed: number) =>
    failing(
      'data-missing',
      dataOf(experiment.dataset, seed, () => fileAt(dataUrl)),
    );
  const first = await load(experiment.seeds[0] ?? 0);
  if (control.cancelled) return;
  const planar = first.task === 'classify' && first.inputSize === 2;
  post({
    type: 'started',
    runId,
    engine: { name: used.name, backend: used.backend },
    ...(planar && { points: pointsOf(first.train) }),
  });

  const layouts = experiment.arms.map((arm) => layoutOf(settingsOf(experiment, arm)));
  const buffers = sliceBuffers(layouts);
  const finals: Final[][] = [];
  const grid = planar ? gridOf(first.train) : undefined;
  let shown: readonly Trainee[] = [];
  let [trained, sent, drawn] = [0, performance.now(), 0];
  const flush = (regionsDue: boolean) => {
    const regions = grid && regionsDue && shown.length > 0 ? regionsOf(grid, shown) : undefined;
    const { slices, transfer } = buffers.take();
    if (slices.length > 0 || regions) {
      post({ type: 'slices', runId, slices, milliseconds: trained, ...(regions && { regions }) }, transfer);
    }
  };
  let mark = performance.now();
  for await (const event of train(experiment, load, used)) {
    trained += performance.now() - mark;
    if (event.type === 'seed') shown = event.seed === 0 ? event.trainees : [];
    else if (event.type === 'row') {
      buffers.add(event);
      const lastArm = event.arm === experiment.arms.length - 1;
      if (lastArm) control.stepped();
      const now = performance.now();
      if (now - sent >= sliceTime || control.waiting) {
        const regionsDue = now - drawn >= regionsTime || control.waiting;
        flush(regionsDue && lastArm);
        if (regionsDue) drawn = now;
        await pause();
        if (lastArm) await control.wait();
        sent = performance.now();
      }
    } else {
      finals.push([...event.finals]);
      flush(event.seed === 0);
      shown = [];
    }
    if (control.cancelled) return;
    mark = performance.now();
  }
  post({ type: 'done', runId, finals, milliseconds: trained });
}

let current: { readonly runId: number; readonly control: Control; readonly ended: Promise<void> } | undefined;

function start({ runId, experiment, dataUrl }: Extract<ToWorker, { type: 'start' }>) {
  const before = current;
  before?.control.cancel();
  const control = new Control();
  const ended = (async () => {
    await before?.ended;
    if (control.cancelled) return;
    if (!isExperiment(experiment)) throw new Failure('worker-failed', 'not an experiment');
    await run(runId, experiment, dataUrl, control);
  })().catch((error: unknown) => {
    if (control.cancelled) return;
    const code = error instanceof Failure ? error.code : 'worker-failed';
    post({ type: 'failed', runId, code, detail: error instanceof Error ? error.message : String(error) });
  });
  current = { runId, control, ended };
}

async function check({ runId, experiment, dataUrl }: Extract<ToWorker, { type: 'check' }>): Promise<void> {
  const [fused, tape] = [await theEngine(), await startTape()];
  const data = await dataOf(experiment.dataset, experiment.seeds[0] ?? 0, () => fileAt(dataUrl));
  if (runId === current?.runId)
    post({ type: 'checked', runId, agreement: agreement(experiment, data, { fused, tape }) });
}

self.onmessage = ({ data }: MessageEvent<ToWorker>) => {
  if (data.type === 'start') start(data);
  else if (data.type === 'check') {
    check(data).catch(() => post({ type: 'checked', runId: data.runId, agreement: 'failed' }));
  } else if (data.runId !== current?.runId) return;
  else if (data.type === 'pause') current.control.pause();
  else if (data.type === 'resume') current.control.resume();
  else if (data.type === 'step') current.control.step();
  else current.control.cancel();
};
