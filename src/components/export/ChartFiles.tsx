/** Two buttons: the chart as a drawing that scales, and as a picture of pixels. */
import { type RefObject, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../prose/language.ts';

interface ChartFilesProps {
  /** Holds the chart's surface. */
  readonly frame: RefObject<HTMLElement | null>;
  readonly title: string;
  readonly description: string;
  /** Name of the files, without extension. */
  readonly file: string;
}

export function ChartFiles({ frame, title, description, file }: ChartFilesProps) {
  const { t } = useTranslation('exports');
  const language = useLanguage();
  const [said, setSaid] = useState('');
  const take = async (kind: 'svg' | 'png') => {
    const surface = frame.current?.querySelector('.chart-surface');
    if (!surface) return;
    setSaid('');
    try {
      const { saveChart } = await import('./chartFile.ts');
      const scale = await saveChart(kind, { surface, title, description, language }, file);
      if (scale !== undefined && scale < 2) setSaid(t('smaller'));
    } catch {
      setSaid(t(kind === 'png' ? 'noPng' : 'noSvg'));
    }
  };
  return (
    <>
      {(['svg', 'png'] as const).map((kind) => (
        <button key={kind} type="button" className="quiet" onClick={() => take(kind)}>
          {t(kind)}
        </button>
      ))}
      <span className="chart-files-said" role="status">
        {said}
      </span>
    </>
  );
}
