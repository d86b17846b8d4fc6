/** The drawn curves as number fields: the same answer without drawing. */
import { grain, top } from './drawing.ts';
import type { DrawnCurve } from './LessonState.tsx';
import { useProse } from './useProse.ts';

interface DrawTableProps {
  readonly depths: readonly number[];
  readonly curves: readonly DrawnCurve[];
  readonly locked: boolean;
  readonly onMove: (arm: string, column: number, loss: number) => void;
}

export function DrawTable({ depths, curves, locked, onMove }: DrawTableProps) {
  const { t } = useProse();
  return (
    <details className="draw-table">
      <summary>{t('drawNumbers')}</summary>
      <div className="draw-scroll">
        <table>
          <caption>{t('drawTableCaption')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('drawDepth')}</th>
              {curves.map(({ arm }) => (
                <th key={arm} scope="col">
                  {t(`arm.${arm}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {depths.map((depth, column) => (
              <tr key={depth}>
                <th scope="row">{depth}</th>
                {curves.map(({ arm, points }) => (
                  <td key={arm}>
                    <input
                      type="number"
                      min={0}
                      max={top}
                      step={grain}
                      value={points[column]?.y ?? 0}
                      readOnly={locked}
                      aria-label={t('drawPoint', { arm: t(`arm.${arm}`), count: depth })}
                      onChange={({ target }) => {
                        if (Number.isFinite(target.valueAsNumber)) onMove(arm, column, target.valueAsNumber);
                      }}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
