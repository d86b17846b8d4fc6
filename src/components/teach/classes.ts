/** Lessons dealt out over classes of a given length, in their order. */

/**
 * Each class takes as many lessons as fit. A lesson longer than a class is a class of its own.
 * @param minutes of each lesson
 * @param length of a class, in minutes
 * @returns the class of each lesson, from 0
 */
export function classesOf(minutes: readonly number[], length: number): number[] {
  let at = 0;
  let used = 0;
  return minutes.map((needed) => {
    if (used > 0 && used + needed > length) {
      at++;
      used = 0;
    }
    used += needed;
    return at;
  });
}
