/** That a recording stands in, which one and why; or that it waits for the prediction. */
import type { Origin } from '../../model/recording.ts';
import type { Bilingual } from '../prose/LessonState.tsx';
import { useLanguage } from '../prose/language.ts';
import { FrozenNote } from './FrozenNote.tsx';
import { RecordedNote } from './RunStatus.tsx';
import type { StandIn } from './useStandIn.ts';

const withheld: Bilingual = {
  en: 'This was recorded when the course was built. The recording is shown once the prediction is locked.',
  zh: '这里有本课程构建时预录的结果，锁定预测后显示。',
};

interface StandInNoteProps {
  readonly of: StandIn<{ readonly origin: Origin }>;
  /** Whether networks were measured instead of trained. */
  readonly measured?: boolean;
}

export function StandInNote({ of: { recorded, late, withheld: waits }, measured = false }: StandInNoteProps) {
  const language = useLanguage();
  if (waits)
    return (
      <p className="notice" role="status" data-withheld>
        {withheld[language]}
      </p>
    );
  if (!recorded) return null;
  return (
    <>
      {late !== undefined && <FrozenNote seconds={late} />}
      <RecordedNote origin={recorded.origin} measured={measured} />
    </>
  );
}
