/** What is recorded when the course is built: the front page's run, and what each live part of a lesson does at first. */
import { recordingName } from '../components/experiment/recordingName.ts';
import type { LessonExperiment } from '../components/prose/LessonState.tsx';
import { lessons } from '../lessons/index.ts';
import type { Recordable } from '../model/recording.ts';
import { variantsOf } from '../model/worker/sweep.ts';
import { hero } from './hero.ts';

export interface RecordingJob {
  readonly name: string;
  readonly what: Recordable;
}

const firstOf = ({ presets: [{ experiment }], sweep }: LessonExperiment): Recordable =>
  sweep ? { sweep: { experiment, variants: variantsOf(experiment, sweep.field, sweep.values) } } : { run: experiment };

export const recordingJobs: readonly RecordingJob[] = [
  { name: recordingName('home', 'hero'), what: { run: hero } },
  ...lessons.flatMap(({ lesson: { id: place, experiments, recorded } }) => [
    ...Object.entries(experiments).map(([id, part]) => ({ name: recordingName(place, id), what: firstOf(part) })),
    ...Object.entries(recorded ?? {}).map(([id, what]) => ({ name: recordingName(place, id), what })),
  ]),
];
