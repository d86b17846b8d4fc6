/** Longest time between two drawings, in milliseconds. */
const rest = 60;

/**
 * Calls back at the next frame, and leaves the time after it to the reader's own doing and to the training: twice what the
 * page needed for it, which is every other frame where drawing is fast, but at most 60 ms.
 */
export function leisurely(): (callback: () => void) => void {
  let free = Number.NEGATIVE_INFINITY;
  const schedule = (callback: () => void) => {
    requestAnimationFrame((now) => {
      if (now < free) return schedule(callback);
      free = now + rest;
      callback();
      // Half a frame less, so that a frame that comes a little early is not let pass.
      requestAnimationFrame((next) => {
        free = now + Math.min(2 * (next - now) - 8, rest);
      });
    });
  };
  return schedule;
}
