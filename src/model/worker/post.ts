/** A worker that may die: started when first needed, watched while it owes an answer, replaced once, given up then. */
import type { EngineName } from '../engine/engine.ts';
import type { FromWorker, ToWorker } from './messages.ts';

/** How many times its patience a worker gets that starts. */
export const starting = 4;
/** And one that trains by this engine: to score a deep network, tfjs takes up to twenty times as long as others. */
export const slowness = (engine: Pick<EngineName, 'name'> | undefined): number => (engine?.name === 'tape' ? 20 : 1);

/** The part of Worker that a store needs. */
export interface WorkerPort<To = ToWorker, From = FromWorker> {
  postMessage(message: To): void;
  terminate(): void;
  onmessage: ((event: MessageEvent<From>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
}

interface PostOptions<To, From> {
  readonly createWorker: () => WorkerPort<To, From>;
  readonly receive: (message: From) => void;
  /** The worker died or fell silent for the first time: its work may be given to a new one. */
  readonly again: () => void;
  /** It happened once more. */
  readonly fail: (detail: string) => void;
  /** How long a worker at work may be silent, in milliseconds. */
  readonly patience: number;
}

export interface Post<To = ToWorker> {
  send(message: To): void;
  /** From now on an answer is owed, within so many times the patience. */
  expect(times?: number): void;
  /** No answer is owed. */
  relax(): void;
  /** What was owed has come, or new work begins: the next death is the first one again. */
  forgive(): void;
  end(): void;
}

export function createPost<To = ToWorker, From = FromWorker>({
  createWorker,
  receive,
  again,
  fail,
  patience,
}: PostOptions<To, From>): Post<To> {
  let worker: WorkerPort<To, From> | undefined;
  let watchdog: ReturnType<typeof setTimeout> | undefined;
  let died = false;
  const end = () => {
    clearTimeout(watchdog);
    worker?.terminate();
    worker = undefined;
  };
  const lost = (detail: string) => {
    end();
    if (died) return fail(detail);
    died = true;
    again();
  };
  const ensure = (): WorkerPort<To, From> => {
    if (worker) return worker;
    const created = createWorker();
    created.onmessage = ({ data }) => receive(data);
    created.onerror = ({ message }) => lost(message || 'the worker script did not load');
    worker = created;
    return created;
  };
  return {
    send: (message) => ensure().postMessage(message),
    expect(times = 1) {
      clearTimeout(watchdog);
      watchdog = setTimeout(() => lost('no answer'), times * patience);
    },
    relax: () => clearTimeout(watchdog),
    forgive() {
      died = false;
    },
    end,
  };
}
