/** The workbench of blocks, and ResNet-50 as a whole below it. */
import { Link } from 'react-router';
import { Builder } from '../components/builder/Builder.tsx';
import { useBuilder } from '../components/builder/useBuilder.ts';
import { NetworkFigure } from '../components/diagrams/NetworkFigure.tsx';
import { useLanguage } from '../components/prose/language.ts';

export function BuilderPage() {
  const { t } = useBuilder();
  const language = useLanguage();
  return (
    <div className="course-page builder-page">
      <h1>{t('title')}</h1>
      <p className="lead">{t('lead')}</p>
      <p>
        <Link to={`/${language}/lessons/build-a-block/`}>{t('lessonLink')}</Link>
      </p>
      <noscript>
        <p className="notice">{t('noScript')}</p>
      </noscript>
      <Builder />
      <section id="resnet-50" aria-labelledby="resnet-50-title">
        <h2 id="resnet-50-title">{t('unrolled')}</h2>
        <NetworkFigure shown="resnet50" offered={['resnet50', 'notes50', 'resnet18', 'resnet34', 'cifar20a']} />
      </section>
    </div>
  );
}
