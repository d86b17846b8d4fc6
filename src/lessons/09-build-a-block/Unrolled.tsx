/** ResNet-50 as a whole. What each stage holds is told once the prediction is locked, or when it is asked for. */
import { useEffect, useMemo, useState } from 'react';
import { NetworkFigure } from '../../components/diagrams/NetworkFigure.tsx';
import { sharesOf, stageNumber, unrolled } from '../../components/diagrams/networkParts.ts';
import { type Bilingual, usePrediction, useReport } from '../../components/prose/LessonState.tsx';
import { useLanguage } from '../../components/prose/language.ts';
import { presets } from '../../model/blocks/presets.ts';

const words = {
  name: { en: 'ResNet-50, unrolled', zh: '展开的 ResNet-50' },
  count: { en: 'Count the stages', zh: '数各个阶段' },
  idle: { en: 'The stages have not been counted yet.', zh: '各阶段还没有数。' },
  done: { en: 'Counted on this page, layer by layer.', zh: '就在本页逐层数出。' },
} satisfies Record<string, Bilingual>;

interface UnrolledProps {
  readonly id: string;
  /** The prediction that the count decides. */
  readonly predict: string;
}

export function Unrolled({ id, predict }: UnrolledProps) {
  const language = useLanguage();
  const { locked } = usePrediction(predict);
  const report = useReport();
  const [asked, ask] = useState(false);
  const counted = asked || locked;
  const share = useMemo(
    () => sharesOf(unrolled(presets.notes50())).find(({ name }) => stageNumber(name) === 5)?.parameters,
    [],
  );
  useEffect(() => {
    if (!locked || share === undefined) return;
    report(predict, { median: share, min: share, max: share, seeds: 1 });
  }, [locked, share, predict, report]);
  return (
    <section
      className="experiment unrolled"
      id={id}
      data-status={counted ? 'done' : 'idle'}
      data-step={counted ? 1 : 0}
      aria-label={words.name[language]}
    >
      <NetworkFigure shown="notes50" offered={['notes50', 'paper50', 'resnet50']} secret={!counted} />
      {!counted && (
        <div className="run-controls">
          <button type="button" className="primary" onClick={() => ask(true)}>
            {words.count[language]}
          </button>
        </div>
      )}
      <p className="run-status" role="status">
        {words[counted ? 'done' : 'idle'][language]}
      </p>
    </section>
  );
}
