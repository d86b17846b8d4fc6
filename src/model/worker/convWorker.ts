/** The worker of the convolutional race: one engine, one run at a time, at most one message of rows a slice. */
import { afterLoss, GpuLost, type GpuVerdict, judgeGpus } from '../conv/backends.ts';
import { type CardEngine, rowLength } from '../conv/engine.ts';
import { type ConvExperiment, isConvExperiment } from '../conv/experiment.ts';
import { shownExamples, trainConv } from '../conv/train.ts';
import { parseFashion } from '../data/fashion.ts';
import { Control, pause } from './control.ts';
import type { ConvSlice, FromConvWorker, ToConvWorker } from './conv-messages.ts';
import { fileAt, gpuWays, theConvEngine } from './convSources.ts';
import type { FailureCode } from './messages.ts';

/** Time between two messages, in milliseconds: one animation frame. */
const sliceTime = 16;

const post = (message: FromConvWorker, transfer: ArrayBuffer[] = []) => self.postMessage(message, { transfer });

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

interface Open {
  readonly rows: Float32Array[];
  readonly firstStep: number;
  diverged: boolean;
}

/** The graphics card, once it was measured to be faster, and until it is lost. */
let gpu: CardEngine | undefined;
let verdicts: readonly GpuVerdict[] = [];

async function run(runId: number, experiment: ConvExperiment, dataUrl: string, control: Control): Promise<void> {
  const [engine, data] = await Promise.all([
    gpu ?? failing('engine-missing', theConvEngine()),
    failing('data-missing', fileAt(dataUrl).then(parseFashion)),
  ]);
  if (control.cancelled) return;
  const { inputSize, outputSize, test } = data;
  const shown = shownExamples(test, outputSize);
  const values = new Float32Array(shown.length * inputSize);
  for (const [i, k] of shown.entries())
    values.set(test.inputs.subarray(k * inputSize, (k + 1) * inputSize), i * inputSize);
  post({
    type: 'started',
    runId,
    engine: { name: engine.name, backend: engine.backend },
    images: { side: 14, values },
  });

  const open = new Map<number, Open>();
  let [trained, sent] = [0, Number.NEGATIVE_INFINITY];
  const flush = () => {
    const length = rowLength(experiment.depth);
    const slices = [...open].map(([arm, { rows, firstStep, diverged }]): ConvSlice => {
      const all = new Float32Array(rows.length * length);
      for (const [i, row] of rows.entries()) all.set(row, i * length);
      return { arm, firstStep, rows: all, diverged };
    });
    open.clear();
    if (slices.length === 0) return;
    post(
      { type: 'slices', runId, slices, milliseconds: trained },
      slices.map(({ rows }) => rows.buffer as ArrayBuffer),
    );
  };
  let mark = performance.now();
  for await (const event of trainConv(experiment, data, engine)) {
    trained += performance.now() - mark;
    if (event.type === 'row') {
      const entry = open.get(event.arm) ?? { rows: [], firstStep: event.step, diverged: false };
      entry.rows.push(event.row.slice());
      entry.diverged = event.diverged;
      open.set(event.arm, entry);
      if (event.endsStep) control.stepped();
      if (event.endsStep && (performance.now() - sent >= sliceTime || control.waiting)) {
        flush();
        await pause();
        await control.wait();
        sent = performance.now();
      }
    } else {
      flush();
      const { arm, step, score, likeness } = event;
      post({ type: 'score', runId, arm, step, score, likeness });
      // A score takes long: what the page has said meanwhile is heard now.
      await pause();
    }
    if (control.cancelled) return;
    mark = performance.now();
  }
  flush();
  post({ type: 'done', runId, milliseconds: trained });
}

let current: { readonly runId: number; readonly control: Control; readonly ended: Promise<void> } | undefined;

/** Latest wins: the run before is cancelled, and over, when this begins. */
function begin({ runId, experiment, dataUrl }: Extract<ToConvWorker, { type: 'start' }>) {
  const before = current;
  before?.control.cancel();
  const control = new Control();
  const ended = (async () => {
    await before?.ended;
    if (control.cancelled) return;
    if (!isConvExperiment(experiment)) throw new Failure('worker-failed', 'not an experiment');
    try {
      await run(runId, experiment, dataUrl, control);
    } catch (error) {
      if (!(error instanceof GpuLost)) throw error;
      // What the card held is gone: the run begins anew without it.
      gpu = undefined;
      verdicts = afterLoss(verdicts);
      if (control.cancelled) return;
      post({ type: 'measured', runId, verdicts });
      await run(runId, experiment, dataUrl, control);
    }
  })().catch((error: unknown) => {
    if (control.cancelled) return;
    const code = error instanceof Failure ? error.code : 'worker-failed';
    post({ type: 'failed', runId, code, detail: error instanceof Error ? error.message : String(error) });
  });
  current = { runId, control, ended };
}

async function measure({ runId, experiment, dataUrl }: Extract<ToConvWorker, { type: 'measure' }>) {
  const [own, data] = await Promise.all([theConvEngine(), fileAt(dataUrl).then(parseFashion)]);
  const judgement = await judgeGpus(experiment, data, own, gpuWays, () => performance.now());
  gpu = judgement.chosen;
  verdicts = judgement.verdicts;
  post({ type: 'measured', runId, verdicts });
}

self.onmessage = ({ data }: MessageEvent<ToConvWorker>) => {
  if (data.type === 'start') begin(data);
  else if (data.type === 'measure') {
    measure(data).catch(() => post({ type: 'unmeasured', runId: data.runId }));
  } else if (data.runId !== current?.runId) return;
  else if (data.type === 'pause') current.control.pause();
  else if (data.type === 'resume') current.control.resume();
  else if (data.type === 'step') current.control.step();
  else current.control.cancel();
};
