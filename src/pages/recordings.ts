/** Which runs are recorded when the course is built: the front page's, and the first preset of each live part of a lesson. */

import { recordingName } from '../components/experiment/recordingName.ts';
import type { LessonExperiment } from '../components/prose/LessonState.tsx';
import { lessons } from '../lessons/index.ts';
import type { Experiment } from '../model/experiment.ts';
import { hero } from './hero.ts';

interface RecordingJob {
  readonly name: string;
  readonly experiment: Experiment;
  readonly sweep?: NonNullable<LessonExperiment['sweep']>;
}

export const recordingJobs: readonly RecordingJob[] = [
  { name: recordingName('home', 'hero'), experiment: hero },
  ...lessons.flatMap(({ lesson }) =>
    Object.entries(lesson.experiments).map(([id, { presets, sweep }]) => ({
      name: recordingName(lesson.id, id),
      experiment: presets[0].experiment,
      ...(sweep && { sweep }),
    })),
  ),
];
