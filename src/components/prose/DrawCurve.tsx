/**
 * Paper on which the reader draws loss over depth, one curve an arm: draw across it, tap it, or move single points by
 * key. Controlled: it holds nothing but which curve the pointer moves.
 */
import { type KeyboardEvent, type PointerEvent, useId, useState } from 'react';
import { amount } from '../../i18n/numbers.ts';
import { dodge, keyed, paper, scalesOf, top } from './drawing.ts';
import type { DrawnCurve } from './LessonState.tsx';
import { useLanguage } from './language.ts';
import { useProse } from './useProse.ts';

interface DrawCurveProps {
  readonly depths: readonly number[];
  readonly curves: readonly DrawnCurve[];
  /** Loss of guessing, in nats. */
  readonly chance: number;
  readonly locked: boolean;
  /** The arms drawn so far. */
  readonly touched: ReadonlySet<string>;
  readonly onMove: (arm: string, column: number, loss: number) => void;
}

/** A pointer this near to a point of the other curve takes that curve once its own is drawn, in SVG user units. */
const grasp = 14;
const shapeOf = (arm: string) => (arm === 'plain' ? 'plain' : 'residual');

export function DrawCurve({ depths, curves, chance, locked, touched, onMove }: DrawCurveProps) {
  const { t } = useProse();
  const language = useLanguage();
  const name = useId();
  const [active, setActive] = useState(curves[0]?.arm ?? '');
  const scales = scalesOf(depths);
  const across = (arm: string, depth: number) => scales.x(depth) + (arm === curves[0]?.arm ? -dodge : dodge);

  const place = (event: PointerEvent<SVGSVGElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    const x = ((event.clientX - box.left) / box.width) * paper.width;
    const y = ((event.clientY - box.top) / box.height) * paper.height;
    return { y, column: scales.columnAt(x) };
  };
  const distance = (arm: string, column: number, y: number) => {
    const point = curves.find((curve) => curve.arm === arm)?.points[column];
    return point ? Math.abs(scales.y(point.y) - y) : Number.POSITIVE_INFINITY;
  };
  const press = (event: PointerEvent<SVGSVGElement>) => {
    if (locked || event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const { y, column } = place(event);
    // Somebody about to draw the chosen curve may well start on a point of the other.
    const near = touched.has(active) && distance(active, column, y) >= grasp;
    const arm = (near && curves.find((curve) => distance(curve.arm, column, y) < grasp)?.arm) || active;
    setActive(arm);
    onMove(arm, column, scales.lossAt(y));
  };
  const drag = (event: PointerEvent<SVGSVGElement>) => {
    if (locked || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const { y, column } = place(event);
    onMove(active, column, scales.lossAt(y));
  };
  const key = (event: KeyboardEvent, arm: string, column: number, loss: number) => {
    const next = keyed(event.key, loss);
    if (next === undefined) return;
    event.preventDefault();
    setActive(arm);
    if (!locked) onMove(arm, column, next);
  };

  return (
    <div className="draw">
      <fieldset className="draw-arms" disabled={locked}>
        <legend>{t('drawWhich')}</legend>
        {curves.map(({ arm }) => (
          <label key={arm}>
            <input type="radio" name={name} checked={arm === active} onChange={() => setActive(arm)} />
            <span className={`arm-${shapeOf(arm)}`}>{t(`arm.${arm}`)}</span>
          </label>
        ))}
      </fieldset>
      {/* biome-ignore lint/a11y/useSemanticElements: SVG has no fieldset */}
      <svg
        viewBox={`0 0 ${paper.width} ${paper.height}`}
        role="group"
        className={locked ? 'draw-paper draw-locked' : 'draw-paper'}
        onPointerDown={press}
        onPointerMove={drag}
      >
        <title>{t('drawTitle')}</title>
        {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it takes focus */}
        <g aria-hidden="true">
          {[0, 1, 2, 3].map((loss) => (
            <g key={loss}>
              <line className="draw-grid" x1={paper.left} x2={paper.right} y1={scales.y(loss)} y2={scales.y(loss)} />
              <text className="draw-tick" x={paper.left - 8} y={scales.y(loss) + 4} textAnchor="end">
                {loss}
              </text>
            </g>
          ))}
          {depths.map((depth) => (
            <text key={depth} className="draw-tick" x={scales.x(depth)} y={paper.bottom + 20} textAnchor="middle">
              {depth}
            </text>
          ))}
          <line className="draw-chance" x1={paper.left} x2={paper.right} y1={scales.y(chance)} y2={scales.y(chance)} />
          <text className="draw-tick" x={paper.right + 6} y={scales.y(chance) + 4}>
            {t('guessing')}
          </text>
        </g>
        {curves.map(({ arm, points }) => (
          <g key={arm} className={`draw-curve draw-${shapeOf(arm)}`}>
            <polyline points={points.map(({ x, y }) => `${across(arm, x)},${scales.y(y)}`).join(' ')} />
            {points.map(({ x, y }, column) => (
              <g
                key={x}
                className="draw-point"
                role="slider"
                tabIndex={0}
                aria-label={t('drawPoint', { arm: t(`arm.${arm}`), count: x })}
                aria-valuemin={0}
                aria-valuemax={top}
                aria-valuenow={y}
                aria-valuetext={t('drawValue', { loss: amount(y, language) })}
                aria-orientation="vertical"
                aria-readonly={locked}
                onKeyDown={(event) => key(event, arm, column, y)}
                transform={`translate(${across(arm, x)} ${scales.y(y)})`}
              >
                <circle className="draw-focus" r={13} />
                {shapeOf(arm) === 'plain' ? <circle r={6} /> : <rect x={-5.5} y={-5.5} width={11} height={11} />}
              </g>
            ))}
          </g>
        ))}
      </svg>
      <p className="draw-axis">{t('drawAxis')}</p>
    </div>
  );
}
