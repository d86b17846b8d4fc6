/** The files that a run or an experiment can be taken away in. Fetched when the first one is asked for. */
import type { Language } from '../../i18n/language.ts';
import type { OwnData } from '../../model/data/ownData.ts';
import type { Arithmetic } from '../../model/engine/arithmetic.ts';
import type { Experiment } from '../../model/experiment.ts';
import { notebook } from '../../model/export/notebook.ts';
import { pytorchScript } from '../../model/export/pytorch.ts';
import type { Rounding } from '../../model/export/rounding.ts';
import { keptRun, writeRun } from '../../model/export/runFile.ts';
import { numbersIn, telemetryCsv, telemetryJson } from '../../model/export/telemetryCsv.ts';
import { printAddress } from '../../model/permalink.ts';
import type { RunSnapshot } from '../../model/worker/snapshot.ts';
import { notebookWords } from './notebookWords.ts';
import { save } from './save.ts';

export { measureRounding } from './measureRounding.ts';
export { roundingSentence } from './roundingWords.ts';

/** Above this many numbers a text would take hundreds of megabytes. */
const mostNumbers = 20_000_000;

export type RunFormat = 'csv' | 'json' | 'run';

/** @returns false where the run is too large for such a file */
export function saveRun(format: RunFormat, snapshot: RunSnapshot): boolean {
  if (format !== 'run' && numbersIn(snapshot) > mostNumbers) return false;
  if (format === 'csv') save([...telemetryCsv(snapshot)], 'residual-lab-telemetry.csv', 'text/csv');
  else if (format === 'json') save([...telemetryJson(snapshot)], 'residual-lab-telemetry.json', 'application/json');
  else save([writeRun(keptRun(snapshot, new Date()))], 'residual-lab-run.json', 'application/json');
  return true;
}

/**
 * @param data where fashion14.bin is
 * @param rounding as it was measured, or else the arithmetic of the engine
 */
export function saveCode(
  format: 'script' | 'notebook',
  experiment: Experiment,
  language: Language,
  data: string,
  own?: OwnData,
  rounding?: Rounding | Arithmetic,
): void {
  const { origin, pathname } = window.location;
  const addresses = {
    link: `${origin}${pathname}?${printAddress(experiment)}`,
    data: new URL(data, window.location.href).href,
  };
  if (format === 'script')
    save([pytorchScript(experiment, addresses, own, rounding)], 'residual_lab.py', 'text/x-python');
  else
    save(
      [notebook(experiment, addresses, notebookWords(language), own, rounding)],
      'residual_lab.ipynb',
      'application/x-ipynb+json',
    );
}
