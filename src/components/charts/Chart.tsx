/**
 * The frame of every chart: its conclusion in words, the drawing, one line of read-out, and the numbers as a table and as a
 * file. The drawing is one tab stop, a slider through its points, so that screen readers pass it the arrow keys and speak
 * the read-out as its value.
 */
import { type ReactNode, useId, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ChartFiles } from '../export/ChartFiles.tsx';
import { useLanguage } from '../prose/language.ts';
import type { ArmName } from './armStyle.ts';
import { DataTable } from './DataTable.tsx';
import { type Piece, plainText, type Sentence, spoken, written } from './sentence.ts';
import { setPieces } from './Takeaway.tsx';
import { csv, type Table } from './table.ts';
import type { Extent, Place, useExplore } from './useExplore.ts';
import { useKeptHeight } from './useKeptHeight.ts';
import type { useSize } from './useSize.ts';

interface ChartProps {
  /** Kind and axes: the beginning of the chart's name. */
  readonly kind: string;
  readonly arms: readonly ArmName[];
  readonly takeaway: readonly Sentence[];
  readonly caption?: ReactNode;
  readonly room: ReturnType<typeof useSize>;
  readonly explore: ReturnType<typeof useExplore>;
  readonly extent: Extent;
  /** Says what is at a place. */
  readonly read: (place: Place) => readonly Piece[];
  readonly table: () => Table;
  /** Name of the CSV file, without extension. */
  readonly file: string;
  /** Letters of a long read-out, for each arm. */
  readonly letters?: number;
  /** Two-dimensional: a touch moves the place instead of scrolling the page. */
  readonly raster?: boolean;
  /** Whether the run that it shows goes on. */
  readonly growing?: boolean;
  readonly children: ReactNode;
}

function download(table: Table, file: string): void {
  const url = URL.createObjectURL(new Blob(['\ufeff', csv(table)], { type: 'text/csv' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `${file}.csv`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

export function Chart(props: ChartProps) {
  const {
    kind,
    arms,
    takeaway,
    caption,
    room,
    explore,
    extent,
    read,
    table,
    file,
    letters = 27,
    raster = false,
    growing = false,
    children,
  } = props;
  const { t } = useTranslation('charts');
  const language = useLanguage();
  const conclusion = useMemo(() => written(takeaway, t, language), [takeaway, t, language]);
  const [open, setOpen] = useState(false);
  const id = useId();
  const { place, handlers } = explore;
  const pieces = place && read(place);
  const text = spoken(plainText(conclusion), language);
  const name = t('name', { kind, takeaway: text });
  // Kept free, so that the page does not move when values come and go.
  const lines = Math.ceil(((14 + letters * arms.length) * 0.6 * room.size.em) / room.size.width);
  const empty = extent.count === 0;
  const held = empty || growing;
  const [take, foot] = [useKeptHeight<HTMLElement>(held), useKeptHeight<HTMLDivElement>(held)];
  const surface = `chart-surface${raster ? ' raster' : ''}`;
  return (
    <figure className="chart">
      <figcaption className={empty ? 'take late' : 'take'} ref={take.part} style={take.style}>
        {setPieces(conclusion, arms, language)}
      </figcaption>
      <div className="chart-room" ref={room.frame}>
        <span className="chart-probe" ref={room.probe} />
        {empty ? (
          <div className={surface} role="img" aria-label={`${kind} ${text}`}>
            {children}
          </div>
        ) : (
          <div
            className={surface}
            role="slider"
            tabIndex={0}
            aria-label={name}
            aria-valuemin={0}
            aria-valuemax={extent.count - 1}
            aria-valuenow={place?.index ?? extent.count - 1}
            aria-valuetext={pieces ? spoken(plainText(pieces), language) : t('read.hint')}
            {...handlers}
          >
            {children}
          </div>
        )}
      </div>
      <p className="chart-readout" aria-hidden="true" style={{ minHeight: `calc(${lines} * var(--ui-leading) * 1em)` }}>
        {pieces ? setPieces(pieces, arms, language) : !empty && t('read.hint')}
      </p>
      <div className="chart-foot" ref={foot.part} style={foot.style}>
        <p className="chart-caption">{caption}</p>
        {!empty && (
          <div className="chart-tools">
            <button
              type="button"
              className="quiet"
              aria-expanded={open}
              aria-controls={id}
              onClick={() => setOpen(!open)}
            >
              {t('table')}
            </button>
            <button type="button" className="quiet" onClick={() => download(table(), file)}>
              {t('csv')}
            </button>
            <ChartFiles frame={room.frame} takeaway={takeaway} kind={kind} file={file} />
          </div>
        )}
      </div>
      {open && !empty ? <DataTable table={table()} caption={kind} id={id} /> : <div id={id} hidden />}
    </figure>
  );
}
