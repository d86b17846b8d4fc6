/** For programs that wait for a store's results instead of drawing them. */
import type { RunSnapshot } from '../../model/worker/snapshot.ts';

interface Settling {
  readonly status: RunSnapshot['status'];
  readonly failure?: RunSnapshot['failure'];
}

/** Waits until a store is done. Rejects where it failed. */
export function settled<S extends Settling>(store: {
  subscribe(listener: () => void): () => void;
  getSnapshot(): S;
}): Promise<S> {
  return new Promise((resolve, reject) => {
    const leave = store.subscribe(() => {
      const now = store.getSnapshot();
      if (now.status !== 'done' && now.status !== 'failed') return;
      leave();
      if (now.status === 'done') resolve(now);
      else reject(new Error(now.failure?.detail ?? 'failed'));
    });
  });
}
