/** Names of the recordings of the lesson's own live parts. */
import { useLesson } from '../prose/LessonState.tsx';
import { recordingName } from './recordingName.ts';

/** @param ids as the lesson has them in `recorded` or `experiments` */
export function useRecordingNames(...ids: readonly string[]): readonly string[] {
  const { lesson } = useLesson();
  return ids.map((id) => recordingName(lesson, id));
}
