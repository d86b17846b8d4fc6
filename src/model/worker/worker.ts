/** The worker: one engine, one run at a time, at most one message a slice. */

import { inquire, type Question } from '../analysis/question.ts';
import { keptNetworks } from '../analysis/trainedNetworks.ts';
import { dataOf } from '../data/load.ts';
import { agreement } from '../engine/agreement.ts';
import type { Trainee } from '../engine/engine.ts';
import { type Experiment, isExperiment, settingsOf } from '../experiment.ts';
import { type Final, layoutOf } from '../telemetry.ts';
import { train } from '../train.ts';
import { Control, pause } from './control.ts';
import type { DataSource, FailureCode, FromWorker, ToWorker } from './messages.ts';
import { gridOf, pointsOf, regionsOf } from './regions.ts';
import { sliceBuffers } from './slices.ts';
import { fileAt, startTape, theEngine } from './sources.ts';

/** Time between two messages, in milliseconds: two animation frames, since a page in training draws no oftener. */
const sliceTime = 32;
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

/** The data of one seed. */
const loading =
  ({ dataset }: Experiment, { dataUrl, own }: DataSource) =>
  (seed: number) =>
    failing(
      dataset === 'own' ? 'own-missing' : 'data-missing',
      dataOf(dataset, seed, () => fileAt(dataUrl), own),
    );

async function run(order: Extract<ToWorker, { type: 'start' }>, control: Control): Promise<void> {
  const { runId, experiment, scored } = order;
  const load = loading(experiment, order);
  const [used, first] = await Promise.all([failing('engine-missing', theEngine()), load(experiment.seeds[0] ?? 0)]);
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
  // The first step is told at once: what a reader waits for after a click is the first point.
  let [trained, sent, drawn] = [0, Number.NEGATIVE_INFINITY, 0];
  const flush = (regionsDue: boolean) => {
    const regions = grid && regionsDue && shown.length > 0 ? regionsOf(grid, shown) : undefined;
    const { slices, transfer } = buffers.take();
    if (slices.length > 0 || regions) {
      post({ type: 'slices', runId, slices, milliseconds: trained, ...(regions && { regions }) }, transfer);
    }
  };
  let mark = performance.now();
  for await (const event of train(experiment, load, used, scored)) {
    trained += performance.now() - mark;
    if (event.type === 'seed') shown = event.seed === 0 ? event.trainees : [];
    else if (event.type === 'row') {
      buffers.add(event);
      if (event.endsStep) control.stepped();
      const now = performance.now();
      if (event.endsStep && (now - sent >= sliceTime || control.waiting)) {
        const regionsDue = now - drawn >= regionsTime || control.waiting;
        flush(regionsDue);
        if (regionsDue) drawn = now;
        await pause();
        await control.wait();
        sent = performance.now();
      }
    } else {
      finals.push([...event.finals]);
      // The others' last steps go with the next slice.
      if (event.seed === 0 || finals.length === experiment.seeds.length) flush(event.seed === 0);
      shown = [];
    }
    if (control.cancelled) return;
    mark = performance.now();
  }
  post({ type: 'done', runId, finals, milliseconds: trained });
}

/** What was trained for one question serves the next. */
const kept = keptNetworks();

async function ask(runId: number, question: Question, source: DataSource, control: Control): Promise<void> {
  const { experiment } = question;
  const used = await failing('engine-missing', theEngine());
  if (control.cancelled) return;
  post({ type: 'started', runId, engine: { name: used.name, backend: used.backend } });
  const load = loading(experiment, source);
  const begun = performance.now();
  let breath = begun;
  const goesOn = async () => {
    if (performance.now() - breath >= sliceTime) {
      await pause();
      breath = performance.now();
    }
    return !control.cancelled;
  };
  for await (const findings of inquire(question, load, used, goesOn, kept(source.own?.key ?? ''))) {
    post({ type: 'found', runId, kind: question.kind, findings });
  }
  if (!control.cancelled) post({ type: 'answered', runId, milliseconds: performance.now() - begun });
}

interface Work {
  readonly runId: number;
  readonly control: Control;
  readonly ended: Promise<void>;
}
/** What came last, and the work that it waits for, if it does. */
let current: Work | undefined;
let ahead: Work | undefined;

/** Latest wins: the work before is cancelled, unless this is to go after it; in either case it is over when this begins. */
function begin(runId: number, experiment: Experiment, work: (control: Control) => Promise<void>, after?: number) {
  const before = current;
  const waits = before !== undefined && before.runId === after;
  if (!waits) for (const one of [ahead, before]) one?.control.cancel();
  ahead = waits ? before : undefined;
  const control = new Control();
  const ended = (async () => {
    await before?.ended;
    if (control.cancelled) return;
    if (!isExperiment(experiment)) throw new Failure('worker-failed', 'not an experiment');
    await work(control);
  })().catch((error: unknown) => {
    if (control.cancelled) return;
    const code = error instanceof Failure ? error.code : 'worker-failed';
    post({ type: 'failed', runId, code, detail: error instanceof Error ? error.message : String(error) });
  });
  current = { runId, control, ended };
}

async function check({ runId, experiment, ...source }: Extract<ToWorker, { type: 'check' }>): Promise<void> {
  const engine = await theEngine();
  // tfjs has one backend at a time: where the tape trains, it stays where it is.
  const tape = engine.name === 'tape' ? engine : await startTape('wasm');
  // The tape has loaded tfjs: the fused step runs as its kernel, tensors in and tensors out.
  const { kernelEngine } = await import('../engine/customKernel.ts');
  const fused = engine.name === 'fused' ? kernelEngine(engine) : engine;
  const data = await loading(experiment, source)(experiment.seeds[0] ?? 0);
  if (runId === current?.runId)
    post({ type: 'checked', runId, agreement: agreement(experiment, data, { fused, tape }) });
}

self.onmessage = ({ data }: MessageEvent<ToWorker>) => {
  const { runId } = data;
  if (data.type === 'start') {
    begin(runId, data.experiment, (control) => run(data, control), data.after);
  } else if (data.type === 'ask') {
    begin(runId, data.question.experiment, (control) => ask(runId, data.question, data, control));
  } else if (data.type === 'check') {
    check(data).catch(() => post({ type: 'checked', runId: data.runId, agreement: 'failed' }));
  } else {
    const control = [current, ahead].find((work) => work?.runId === runId)?.control;
    if (data.type === 'pause') control?.pause();
    else if (data.type === 'resume') control?.resume();
    else if (data.type === 'step') control?.step();
    else control?.cancel();
  }
};
