/** A worker that may die: started when first needed, watched while it owes an answer, replaced once, given up then. */
import type { FromWorker, ToWorker } from './messages.ts';

/** The part of Worker that a store needs. */
export interface WorkerPort {
  postMessage(message: ToWorker): void;
  terminate(): void;
  onmessage: ((event: MessageEvent<FromWorker>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
}

interface PostOptions {
  readonly createWorker: () => WorkerPort;
  readonly receive: (message: FromWorker) => void;
  /** The worker died or fell silent for the first time: its work may be given to a new one. */
  readonly again: () => void;
  /** It happened once more. */
  readonly fail: (detail: string) => void;
  /** How long a worker at work may be silent, in milliseconds. */
  readonly patience: number;
}

export interface Post {
  send(message: ToWorker): void;
  /** From now on an answer is owed; a worker that starts may take four times as long. */
  expect(starting?: boolean): void;
  /** No answer is owed. */
  relax(): void;
  /** What was owed has come, or new work begins: the next death is the first one again. */
  forgive(): void;
  end(): void;
}

export function createPost({ createWorker, receive, again, fail, patience }: PostOptions): Post {
  let worker: WorkerPort | undefined;
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
  const ensure = (): WorkerPort => {
    if (worker) return worker;
    const created = createWorker();
    created.onmessage = ({ data }) => receive(data);
    created.onerror = ({ message }) => lost(message || 'the worker script did not load');
    worker = created;
    return created;
  };
  return {
    send: (message) => ensure().postMessage(message),
    expect(starting = false) {
      clearTimeout(watchdog);
      watchdog = setTimeout(() => lost('no answer'), starting ? 4 * patience : patience);
    },
    relax: () => clearTimeout(watchdog),
    forgive() {
      died = false;
    },
    end,
  };
}
