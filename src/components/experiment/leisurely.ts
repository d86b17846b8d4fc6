/** Time from one drawing to the next, in milliseconds: two frames of 60 a second, less a part of one that may come early. */
const least = 28;
const most = 60;

/**
 * Calls back at a frame, and leaves the time after it to the reader's own doing and to the training: three times what the page
 * was busy with it, which is every other frame where drawing is fast. No frame is asked for that would show nothing new.
 */
export function leisurely(): (callback: () => void) => void {
  let rested = Promise.resolve();
  const draw = (callback: () => void) =>
    requestAnimationFrame(() => {
      const begun = performance.now();
      rested = new Promise((resolve) => {
        // Behind the frame: what it has to lay out and paint counts, too.
        setTimeout(() => {
          const busy = performance.now() - begun;
          setTimeout(resolve, Math.min(Math.max(3 * busy, least), most) - busy);
        });
      });
      callback();
    });
  return (callback) => {
    rested.then(() => draw(callback));
  };
}
