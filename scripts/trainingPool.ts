/** Trains experiments on all cores: one process a core, one seed of one experiment a job. */
import { type ChildProcess, fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { Train } from '../src/lessons/lesson.ts';
import type { Experiment } from '../src/model/experiment.ts';
import type { RunResult } from '../src/model/train.ts';

export interface Job {
  readonly id: number;
  readonly experiment: Experiment;
}
export interface JobDone {
  readonly id: number;
  readonly engine: string;
  readonly result: RunResult;
}

interface Waiting {
  readonly experiment: Experiment;
  readonly resolve: (result: RunResult) => void;
  readonly reject: (reason: unknown) => void;
}

interface TrainingPool {
  readonly train: Train;
  /** Name of the engine that trained, once a job is done. */
  readonly engine: () => string;
  /** Ends the processes, also in the middle of a job. */
  readonly close: () => void;
}

export function trainingPool(size = availableParallelism()): TrainingPool {
  const queue: number[] = [];
  const jobs: Waiting[] = [];
  const idle: ChildProcess[] = [];
  const workers: ChildProcess[] = [];
  const results = new Map<string, Promise<RunResult>>();
  let engine = 'none';

  const start = () => {
    while (queue.length > 0 && (idle.length > 0 || workers.length < size)) {
      const worker = idle.pop() ?? hire();
      const id = queue.shift();
      const job = id === undefined ? undefined : jobs[id];
      if (id !== undefined && job) worker.send({ id, experiment: job.experiment } satisfies Job);
    }
  };
  const hire = () => {
    // Advanced serialization carries typed arrays as they are.
    const worker = fork(fileURLToPath(new URL('./trainingWorker.ts', import.meta.url)), {
      execArgv: ['--import', 'tsx'],
      serialization: 'advanced',
    });
    worker.on('message', (done: JobDone) => {
      engine = done.engine;
      jobs[done.id]?.resolve(done.result);
      idle.push(worker);
      start();
    });
    worker.on('exit', (code) => {
      for (const job of jobs) job.reject(new Error(`a training process ended with code ${code}`));
    });
    workers.push(worker);
    return worker;
  };
  const trainSeed = (experiment: Experiment) =>
    new Promise<RunResult>((resolve, reject) => {
      queue.push(jobs.push({ experiment, resolve, reject }) - 1);
      start();
    });
  const trainAll = async (experiment: Experiment): Promise<RunResult> => {
    const seeds = await Promise.all(experiment.seeds.map((seed) => trainSeed({ ...experiment, seeds: [seed] })));
    const arms = experiment.arms.map(({ name }, arm) => {
      const parts = seeds.flatMap((result) => result.arms[arm] ?? []);
      const [first] = parts;
      if (!first) throw new Error(`nothing came back for arm "${name}"`);
      return { name, layout: first.layout, seeds: parts.flatMap((part) => part.seeds) };
    });
    return { arms };
  };

  return {
    train: (experiment) => {
      const key = JSON.stringify(experiment);
      const running = results.get(key) ?? trainAll(experiment);
      results.set(key, running);
      return running;
    },
    engine: () => engine,
    close: () => {
      for (const worker of workers) worker.kill();
    },
  };
}
