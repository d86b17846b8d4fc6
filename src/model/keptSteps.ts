/** At which steps a recorded run keeps its whole telemetry; between two of them everything but the loss stays as it was. */
const most = 41;

/** Steps 0 to `steps` - 1, both among them, evenly, at most 41. */
export function keptSteps(steps: number): number[] {
  const count = Math.min(steps, most);
  return Array.from({ length: count }, (_, i) => Math.round((i * (steps - 1)) / Math.max(1, count - 1)));
}
