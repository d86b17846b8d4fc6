/** Wishes to the worker of the blocks: it starts with the first one, the newest wins, and it ends with the component. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { FromBlocks, Granted, ToBlocks, Wish } from '../../model/worker/blocksMessages.ts';

export interface Wishing<G extends Granted> {
  readonly status: 'idle' | 'running' | 'done' | 'failed';
  /** What was granted last; it stays while the next is worked out. */
  readonly granted?: G;
  readonly failure?: string;
}

const isOf = <K extends Granted['kind']>(granted: Granted, kind: K): granted is Extract<Granted, { kind: K }> =>
  granted.kind === kind;

export function useBlocksWorker<K extends Wish['kind']>(
  kind: K,
): [Wishing<Extract<Granted, { kind: K }>>, (wish: Extract<Wish, { kind: K }>) => void] {
  const [wishing, setWishing] = useState<Wishing<Extract<Granted, { kind: K }>>>({ status: 'idle' });
  const worker = useRef<Worker>(undefined);
  const newest = useRef(0);
  const end = useCallback(() => {
    worker.current?.terminate();
    worker.current = undefined;
  }, []);
  useEffect(() => end, [end]);

  const send = useCallback(
    (wish: Extract<Wish, { kind: K }>) => {
      const failed = (failure: string) => {
        end();
        setWishing(({ granted }) => ({ status: 'failed', failure, ...(granted && { granted }) }));
      };
      newest.current += 1;
      const id = newest.current;
      try {
        worker.current ??= new Worker(new URL('../../model/worker/blocksWorker.ts', import.meta.url), {
          type: 'module',
        });
      } catch (error) {
        return failed(error instanceof Error ? error.message : String(error));
      }
      worker.current.onerror = ({ message }) => failed(message || 'the worker script did not load');
      worker.current.onmessage = ({ data }: MessageEvent<FromBlocks>) => {
        if (data.id !== id) return;
        if (data.type === 'failed') failed(data.detail);
        else if (isOf(data.granted, kind)) setWishing({ status: 'done', granted: data.granted });
      };
      const message: ToBlocks = { ...wish, id };
      worker.current.postMessage(message);
      setWishing(({ granted }) => ({ status: 'running', ...(granted && { granted }) }));
    },
    [end, kind],
  );
  return [wishing, send];
}
