/** An engine on a graphics card that rejects where the card is gone, instead of giving numbers that mean nothing. */
import { GpuLost } from '../../conv/backends.ts';
import { type CardEngine, type ConvEngine, kernelsAt } from '../../conv/engine.ts';

/**
 * A lost card answers with zeros: a perfect loss. They are refused, also where nothing has told of the loss yet. And where
 * work on a card throws, the card is given up: what threw may be the first that tells of the loss.
 * @param lost why the card is gone, or undefined while it is there
 */
export function guarded(engine: ConvEngine | CardEngine, lost: () => string | undefined): CardEngine {
  const check = () => {
    const why = lost();
    if (why !== undefined) throw new GpuLost(why);
  };
  const givenUp = (cause: unknown): GpuLost =>
    cause instanceof GpuLost ? cause : new GpuLost(lost() ?? String(cause), { cause });
  const checked = async <T>(work: () => T | Promise<T>): Promise<T> => {
    try {
      check();
      const result = await work();
      check();
      return result;
    } catch (error) {
      throw givenUp(error);
    }
  };
  const silent = 'The graphics card answers with zeros.';
  return {
    ...engine,
    create(spec, parameters) {
      check();
      const trainee = engine.create(spec, parameters);
      return {
        step: (batch, rate, row) =>
          checked(async () => {
            const learns = await trainee.step(batch, rate, row);
            if (row[0] === 0 && row.subarray(kernelsAt).every((norm) => norm === 0)) throw new GpuLost(silent);
            return learns;
          }),
        evaluate: (examples, shown) =>
          checked(async () => {
            const score = await trainee.evaluate(examples, shown);
            if (score.loss === 0) throw new GpuLost(silent);
            return score;
          }),
        parameters: () => checked(() => trainee.parameters()),
        dispose: trainee.dispose,
      };
    },
  };
}
