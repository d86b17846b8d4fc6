/** Where the numbers come from: data, steps, seeds, network, engine, and the time that the training took. */
import { useTranslation } from 'react-i18next';
import { fixed, powerText, seconds } from '../../i18n/numbers.ts';
import { datasetFacts } from '../../model/data/facts.ts';
import type { EngineName } from '../../model/engine/engine.ts';
import type { Experiment } from '../../model/experiment.ts';
import type { RunSnapshot } from '../../model/worker/snapshot.ts';
import { useLanguage } from '../prose/language.ts';

export interface ProvenanceProps {
  readonly experiment: Experiment;
  readonly engine?: EngineName | undefined;
  /** Training time; undefined until the run is done. */
  readonly milliseconds?: number | undefined;
  /** How far the engine is from tfjs autodiff, once that was asked for. */
  readonly agreement?: RunSnapshot['agreement'];
  /** Asks for it. */
  readonly onCheck?: () => void;
}

export function Provenance({ experiment, engine, milliseconds, agreement, onCheck }: ProvenanceProps) {
  const { t } = useTranslation(['experiment', 'fields']);
  const language = useLanguage();
  const { dataset, steps, seeds, width, initializer, normalization, optimizer, rate } = experiment;
  const examples = fixed(datasetFacts[dataset].train, 0, language);
  const parts = [
    `${t(`fields:dataset.${dataset}`)}${language === 'zh' ? '，' : ', '}${t(dataset === 'fashion' ? 'images' : 'examples', { examples })}`,
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
      <p>{parts.join(language === 'zh' ? '，' : ' · ')}</p>
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
}
