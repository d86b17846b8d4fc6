/** Where the numbers come from: data, steps, seeds, network, engine, and the time that the training took. */
import { useTranslation } from 'react-i18next';
import { fixed, seconds } from '../../i18n/numbers.ts';
import { datasetFacts } from '../../model/data/facts.ts';
import type { EngineName } from '../../model/engine/engine.ts';
import type { Experiment } from '../../model/experiment.ts';
import { useLanguage } from '../prose/language.ts';

export interface ProvenanceProps {
  readonly experiment: Experiment;
  readonly engine?: EngineName | undefined;
  /** Training time; undefined until the run is done. */
  readonly milliseconds?: number | undefined;
}

export function Provenance({ experiment, engine, milliseconds }: ProvenanceProps) {
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
  return <p className="provenance">{parts.join(language === 'zh' ? '，' : ' · ')}</p>;
}
