/** A picture on its way through the block, worked out in a worker of its own; the newest wish wins. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Passage } from '../../model/blocks/passage.ts';
import type { FromBlocks, ToBlocks } from '../../model/worker/blocksMessages.ts';

const dataUrl = `${import.meta.env.BASE_URL}data/fashion14.bin`;

export interface Passing {
  readonly status: 'idle' | 'running' | 'done' | 'failed';
  readonly passage?: Passage;
  readonly failure?: string;
}

export function usePassage(): [Passing, (first: number, seed: number) => void] {
  const [passing, setPassing] = useState<Passing>({ status: 'idle' });
  const worker = useRef<Worker>(undefined);
  const id = useRef(0);
  const end = useCallback(() => {
    worker.current?.terminate();
    worker.current = undefined;
  }, []);
  useEffect(() => end, [end]);

  const send = useCallback(
    (first: number, seed: number) => {
      const failed = (failure: string) => {
        end();
        setPassing(({ passage }) => ({ status: 'failed', failure, ...(passage && { passage }) }));
      };
      if (!worker.current) {
        try {
          worker.current = new Worker(new URL('../../model/worker/blocksWorker.ts', import.meta.url), {
            type: 'module',
          });
        } catch (error) {
          return failed(error instanceof Error ? error.message : String(error));
        }
      }
      id.current += 1;
      const mine = id.current;
      worker.current.onerror = ({ message }) => failed(message);
      worker.current.onmessage = ({ data }: MessageEvent<FromBlocks>) => {
        if (data.id !== mine) return;
        if (data.type === 'passed') setPassing({ status: 'done', passage: data.passage });
        else failed(data.detail);
      };
      const wish: ToBlocks = { id: mine, dataUrl, first, seed };
      worker.current.postMessage(wish);
      setPassing(({ passage }) => ({ status: 'running', ...(passage && { passage }) }));
    },
    [end],
  );
  return [passing, send];
}
