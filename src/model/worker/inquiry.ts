/** The store of a question asked of an experiment's networks: the newest one wins, findings come seed by seed. */
import { type Answer, answerOf, type Findings, type Kind, type Question } from '../analysis/question.ts';
import type { OwnData } from '../data/ownData.ts';
import type { EngineName } from '../engine/engine.ts';
import type { FailureCode, FromWorker } from './messages.ts';
import { createPost, slowness, starting, type WorkerPort } from './post.ts';

export interface InquirySnapshot<K extends Kind> {
  readonly status: 'idle' | 'running' | 'done' | 'failed';
  readonly question?: Question<K>;
  /** Of the seeds that have answered so far. While a newer question is worked on, that of the one before. */
  readonly answer?: Answer<K>;
  /** The question that `answer` belongs to. */
  readonly answered?: Question<K>;
  readonly engine?: EngineName;
  readonly milliseconds: number;
  readonly failure?: { readonly code: FailureCode; readonly detail: string };
}

export interface Inquiry<K extends Kind> {
  subscribe(listener: () => void): () => void;
  getSnapshot(): InquirySnapshot<K>;
  ask(question: Question<K>): void;
  reset(): void;
  /** Ends the worker; the store stays readable. */
  dispose(): void;
}

interface InquiryOptions {
  readonly dataUrl: string;
  /** The reader's own data as they are now; asked when an inquiry into networks on them begins. */
  readonly ownData?: () => OwnData | undefined;
  readonly createWorker: () => WorkerPort;
  /** A worker silent for this long is ended, in milliseconds, where tfjs does not train; a network of 100 layers takes far less. */
  readonly patience?: number;
}

type Message = Extract<FromWorker, { type: 'found' }>;
/** Whether these are findings of this kind. */
const isOf = <K extends Kind>(
  kind: K,
  message: Message,
): message is Message & { readonly findings: readonly Findings[K][] } => message.kind === kind;

export function createInquiry<K extends Kind>({
  dataUrl,
  ownData,
  createWorker,
  patience = 20_000,
}: InquiryOptions): Inquiry<K> {
  const listeners = new Set<() => void>();
  let shown: InquirySnapshot<K> = { status: 'idle', milliseconds: 0 };
  let runId = 0;
  let rows: (readonly Findings[K][])[] = [];
  const change = (part: Partial<InquirySnapshot<K>>) => {
    shown = { ...shown, ...part };
    for (const listener of listeners) listener();
  };
  const launch = (question: Question<K>) => {
    runId++;
    rows = [];
    const { failure: _failure, ...before } = shown;
    shown = { ...before, status: 'running', question };
    change({});
    post.expect(starting);
    const own = question.experiment.dataset === 'own' ? ownData?.() : undefined;
    post.send({ type: 'ask', runId, question, dataUrl, ...(own && { own }) });
  };
  const receive = (message: FromWorker) => {
    if (message.runId !== runId || !shown.question) return;
    switch (message.type) {
      case 'started':
        post.expect(slowness(message.engine));
        return change({ engine: message.engine });
      case 'found': {
        post.expect(slowness(shown.engine));
        if (!isOf(shown.question.kind, message)) return;
        rows.push(message.findings);
        return change({ answer: answerOf(shown.question, rows), answered: shown.question });
      }
      case 'answered':
        post.relax();
        post.forgive();
        return change({ status: 'done', milliseconds: message.milliseconds });
      case 'failed':
        post.relax();
        return change({ status: 'failed', failure: { code: message.code, detail: message.detail } });
    }
  };
  const post = createPost({
    createWorker,
    receive,
    again: () => shown.status === 'running' && shown.question && launch(shown.question),
    fail: (detail) => change({ status: 'failed', failure: { code: 'worker-failed', detail } }),
    patience,
  });
  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    getSnapshot: () => shown,
    ask(question) {
      post.forgive();
      launch(question);
    },
    reset() {
      if (shown.status === 'running') post.send({ type: 'cancel', runId });
      post.relax();
      runId++;
      shown = { status: 'idle', milliseconds: 0, ...(shown.engine && { engine: shown.engine }) };
      change({});
    },
    dispose: post.end,
  };
}
