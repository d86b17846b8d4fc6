/** Takes a run out to a file or in from one, and the experiment out as code. A file that is no run changes nothing. */
import { type ChangeEvent, useState } from 'react';
import type { OwnData } from '../../model/data/ownData.ts';
import type { Experiment } from '../../model/experiment.ts';
import type { Rounding } from '../../model/export/rounding.ts';
import type { Run } from '../../model/worker/run.ts';
import type { RunSnapshot } from '../../model/worker/snapshot.ts';
import { withPowers } from '../charts/Takeaway.tsx';
import { ownStore, useOwn } from '../experiment/ownStore.ts';
import { useArmLabel } from '../experiment/useArmLabel.ts';
import { useLanguage } from '../prose/language.ts';
import type { RunFormat } from './runDownloads.ts';
import { words } from './runFilesWords.ts';

/** A file of more bytes than this is no run of ours. */
const largest = 400_000_000;

const images = `${import.meta.env.BASE_URL}data/fashion14.bin`;

interface RunFilesProps {
  /** What the settings say: exported as code. */
  readonly experiment: Experiment;
  readonly run: Pick<Run, 'show' | 'start'>;
  /** What was trained, or opened from a file. */
  readonly snapshot: RunSnapshot;
  /** Puts the settings of an opened run into the controls. */
  readonly change: (next: Experiment) => void;
}

interface Outcome {
  readonly sentence: string;
  /** What was there before something was opened. */
  readonly before?: Before;
}
/** What rounding does to the losses of these settings on these data, as it was measured for their code. */
interface Closeness {
  readonly experiment: Experiment;
  readonly own: OwnData | undefined;
  readonly sentence: string;
  readonly rounding?: Rounding | undefined;
}
interface Before {
  readonly snapshot: RunSnapshot;
  readonly own: OwnData | undefined;
}

export function RunFiles({ experiment, run, snapshot, change }: RunFilesProps) {
  const language = useLanguage();
  const [outcome, setOutcome] = useState<Outcome>();
  const label = useArmLabel();
  const own = useOwn();
  const [measurement, setMeasurement] = useState<Closeness>();
  const closeness = measurement?.experiment === experiment && measurement.own === own ? measurement : undefined;
  const { status } = snapshot;
  const measured = status !== 'running' && snapshot.arms.some(({ seeds }) => seeds.some(({ steps }) => steps > 0));
  const say = (sentence: string, before?: Before) => setOutcome({ sentence, ...(before && { before }) });

  const attempt = async (work: () => Promise<void>) => {
    try {
      // What can be undone stays so.
      setOutcome((old) => (old?.before ? old : undefined));
      await work();
    } catch {
      say(words.failed[language]);
    }
  };
  const takeRun = (format: RunFormat) =>
    attempt(async () => {
      const { saveRun } = await import('./runDownloads.ts');
      if (!saveRun(format, snapshot)) say(words.large[language]);
    });
  const takeCode = (format: 'script' | 'notebook') =>
    attempt(async () => {
      const tell = (sentence: string, rounding?: Rounding) => setMeasurement({ experiment, own, sentence, rounding });
      const { measureRounding, roundingSentence, saveCode } = await import('./runDownloads.ts');
      if (!closeness?.rounding) tell(words.measuring[language]);
      const rounding = closeness?.rounding ?? (await measureRounding(experiment, own));
      const names = experiment.arms.map(({ name }) => label(name));
      try {
        saveCode(format, experiment, language, images, own, rounding);
        tell(roundingSentence(rounding, names, language), typeof rounding === 'string' ? undefined : rounding);
      } catch (fault) {
        setMeasurement(undefined);
        throw fault;
      }
    });
  const open = async ({ currentTarget: input }: ChangeEvent<HTMLInputElement>) => {
    const file = input.files?.[0];
    if (!file) return;
    const { readRun, runFileVersion, snapshotOfRun } = await import('../../model/export/runFile.ts');
    const text = file.size > largest ? '' : await file.text().catch(() => '');
    // Otherwise the same file could not be chosen twice.
    input.value = '';
    const reading = readRun(text);
    if (reading.kind === 'unreadable') return say(words.unreadable[language](file.name));
    if (reading.kind === 'newer') return say(words.newer[language](reading.theirs, runFileVersion));
    const opened = snapshotOfRun(reading.run);
    const before = { snapshot, own: ownStore.get() };
    if (opened.own) ownStore.put(opened.own);
    // The run first: settings that differ from what it shows would be trained.
    run.show(opened);
    change(opened.experiment);
    say(words.opened[language](file.name), before);
  };
  const undo = ({ snapshot: before, own }: Before) => {
    ownStore.put(own);
    if (before.status === 'running' || before.status === 'paused') run.start(before.experiment);
    else run.show(before);
    change(before.experiment);
    say(words.restored[language]);
  };

  return (
    <details className="more run-files">
      <summary>{words.title[language]}</summary>
      <div role="status">
        {outcome && (
          <p className="notice">
            {outcome.sentence}{' '}
            {outcome.before && (
              <button type="button" onClick={() => outcome.before && undo(outcome.before)}>
                {words.undo[language]}
              </button>
            )}
          </p>
        )}
      </div>
      {experiment.dataset === 'own' && <p className="notice">{words.own[language]}</p>}
      <p>{measured ? words.measured[language] : words.nothing[language]}</p>
      <p className="run-files-row">
        {(['csv', 'json', 'run'] as const).map((format) => (
          <button key={format} type="button" disabled={!measured} onClick={() => takeRun(format)}>
            {words[format][language]}
          </button>
        ))}
      </p>
      <p>{words.back[language]}</p>
      <p className="run-files-row">
        <label className="file-button">
          {words.open[language]}
          <input type="file" accept=".json,application/json" onChange={open} />
        </label>
      </p>
      <p>{words.code[language]}</p>
      <p className="run-files-row">
        {(['script', 'notebook'] as const).map((format) => (
          <button key={format} type="button" onClick={() => takeCode(format)}>
            {words[format][language]}
          </button>
        ))}
        {experiment.dataset === 'fashion' && (
          <a href={images} download="fashion14.bin">
            {words.images[language]}
          </a>
        )}
      </p>
      <div role="status">{closeness && <p className="notice">{withPowers(closeness.sentence, language)}</p>}</div>
    </details>
  );
}
