/** What a store shows: an immutable snapshot, changed as often as news comes in and shown at most once a frame. */
export interface Frames<S> {
  subscribe(listener: () => void): () => void;
  /** What is shown. */
  readonly shown: S;
  /** What will be shown at the next frame. */
  readonly next: S;
  /** Puts another snapshot in its place. */
  replace(snapshot: S, now?: boolean): void;
  /** Changes a part of it. */
  change(part: Partial<S>, now?: boolean): void;
}

/** @param schedule calls back at the next frame; what is changed `now` does not wait for it */
export function createFrames<S extends object>(first: S, schedule: (callback: () => void) => void): Frames<S> {
  const listeners = new Set<() => void>();
  let shown = first;
  let next = first;
  let scheduled = false;
  const show = () => {
    scheduled = false;
    if (shown === next) return;
    shown = next;
    for (const listener of listeners) listener();
  };
  const replace = (snapshot: S, now = false) => {
    next = snapshot;
    if (now) show();
    else if (!scheduled) {
      scheduled = true;
      schedule(show);
    }
  };
  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    get shown() {
      return shown;
    },
    get next() {
      return next;
    },
    replace,
    change: (part, now) => replace({ ...next, ...part }, now),
  };
}
