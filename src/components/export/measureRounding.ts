/** Asks a worker how far rounding parts the losses of an experiment, before its code goes out. */
import type { OwnData } from '../../model/data/ownData.ts';
import { type Arithmetic, arithmeticOf } from '../../model/engine/arithmetic.ts';
import type { Experiment } from '../../model/experiment.ts';
import { type Rounding, roundingOf, roundingQuestion } from '../../model/export/rounding.ts';
import { createInquiry } from '../../model/worker/inquiry.ts';
import { settled } from '../experiment/settled.ts';
import { createWorker, dataUrl } from '../experiment/useRun.ts';

/** The largest networks are silent for as long as all arms of a seed take, in milliseconds. */
const patience = 60_000;

/** @returns only the arithmetic where it cannot be measured: no worker, no engine, no data, no patience */
export async function measureRounding(experiment: Experiment, own?: OwnData): Promise<Rounding | Arithmetic> {
  const inquiry = createInquiry<'rounding'>({ dataUrl, ownData: () => own, createWorker, patience });
  const arithmetic = () => arithmeticOf(inquiry.getSnapshot().engine?.name);
  try {
    const done = settled(inquiry);
    inquiry.ask(roundingQuestion(experiment));
    const { answer } = await done;
    return answer ? roundingOf(answer, arithmetic()) : arithmetic();
  } catch {
    return arithmetic();
  } finally {
    inquiry.dispose();
  }
}
