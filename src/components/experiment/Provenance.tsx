/** Where the numbers come from: data, steps, seeds, network, engine, and the time that the training took. */
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { fixed, powerText, seconds } from '../../i18n/numbers.ts';
import { factsOf } from '../../model/data/facts.ts';
import type { OwnData } from '../../model/data/ownData.ts';
import type { EngineName } from '../../model/engine/engine.ts';
import type { Experiment } from '../../model/experiment.ts';
import type { RunSnapshot } from '../../model/worker/snapshot.ts';
import { useLanguage } from '../prose/language.ts';

export interface ProvenanceProps {
  readonly experiment: Experiment;
  /** The reader's data, where the experiment is on them. */
  readonly own?: OwnData | undefined;
  readonly engine?: EngineName | undefined;
  /** Training time; undefined until the run is done. */
  readonly milliseconds?: number | undefined;
  /** How far the engine is from tfjs autodiff, once that was asked for. */
  readonly agreement?: RunSnapshot['agreement'];
  /** Asks for it. */
  readonly onCheck?: () => void;
}

export const Provenance = memo(function Provenance({
  experiment,
  own,
  engine,
  milliseconds,
  agreement,
  onCheck,
}: ProvenanceProps) {
  const { t } = useTranslation(['experiment', 'fields']);
  const language = useLanguage();
  const { dataset, steps, seeds, width, initializer, normalization, optimizer, rate } = experiment;
  const facts = factsOf(dataset, own);
  const examples = facts && fixed(facts.train, 0, language);
  const and = language === 'zh' ? '，' : ', ';
  const parts = [
    t(`fields:dataset.${dataset}`) +
      (examples ? and + t(dataset === 'fashion' ? 'images' : 'examples', { examples }) : ''),
    t('stepsCount', { count: steps }),
    t('seedsCount', { count: seeds.length }),
    t('widthIs', { width }),
    [t(`fields:initializer.${initializer}`), normalization !== 'none' && t(`norm.${normalization}`)]
      .filter(Boolean)
      .join(' + '),
    t(`fields:optimizer.${optimizer}`),
    t('rateIs', { rate }),
    ...(engine ? [t(`engine.${engine.name}`, { backend: engine.backend })] : []),
    ...(milliseconds === undefined ? [] : [t('here'), seconds(milliseconds / 1000, language)]),
  ];
  const checkable = onCheck && engine?.name === 'fused' && milliseconds !== undefined;
  return (
    <div className="provenance">
      <p>{parts.join(language === 'zh' ? '，' : '\u00a0· ')}</p>
      {checkable && (
        <p>
          {agreement === undefined && (
            <button type="button" className="quiet" onClick={onCheck}>
              {t('check')}
            </button>
          )}
          <span role="status">
            {typeof agreement === 'object'
              ? t('checked', { difference: powerText(agreement.largest) })
              : agreement && t(`agreement.${agreement}`)}
          </span>
        </p>
      )}
    </div>
  );
});
