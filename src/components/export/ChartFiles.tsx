/** Two buttons: the chart as a drawing that scales, and as a picture of pixels. */
import { type RefObject, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { plainText, type Sentence, written } from '../charts/sentence.ts';
import { useLanguage } from '../prose/language.ts';

const words = {
  svg: { en: 'SVG', zh: 'SVG' },
  png: { en: 'PNG', zh: 'PNG' },
  smaller: {
    en: 'The chart is too large for a picture at double size, so it was made smaller; the SVG has every detail.',
    zh: '图太大，放不进两倍大小的图片，已经缩小；SVG 里细节俱全。',
  },
  noPng: {
    en: 'This browser made no picture of the chart; the SVG shows the same.',
    zh: '这个浏览器没能生成图片；SVG 里是同样的图。',
  },
  noSvg: {
    en: 'The drawing could not be written; the table and the CSV hold the same numbers.',
    zh: '图形文件没能生成；数据表和 CSV 里是同样的数。',
  },
};

interface ChartFilesProps {
  /** Holds the chart's surface. */
  readonly frame: RefObject<HTMLElement | null>;
  readonly takeaway: readonly Sentence[];
  /** Kind and axes. */
  readonly kind: string;
  /** Name of the files, without extension. */
  readonly file: string;
}

export function ChartFiles({ frame, takeaway, kind, file }: ChartFilesProps) {
  const { t } = useTranslation('charts');
  const language = useLanguage();
  const [said, setSaid] = useState('');
  const take = async (format: 'svg' | 'png') => {
    const surface = frame.current?.querySelector('.chart-surface');
    if (!surface) return;
    setSaid('');
    try {
      const { saveChart } = await import('./chartFile.ts');
      const title = plainText(written(takeaway, t, language));
      const scale = await saveChart(format, { surface, title, description: kind, language }, file);
      if (scale !== undefined && scale < 2) setSaid(words.smaller[language]);
    } catch {
      setSaid(words[format === 'png' ? 'noPng' : 'noSvg'][language]);
    }
  };
  return (
    <>
      {(['svg', 'png'] as const).map((format) => (
        <button key={format} type="button" className="quiet" onClick={() => take(format)}>
          {words[format][language]}
        </button>
      ))}
      <span className="chart-said" role="status">
        {said}
      </span>
    </>
  );
}
