/**
 * A whole network unrolled: stages, blocks and, from a certain size on, layers. Point or step through it and read shape,
 * parameters and work; zoom by buttons and keys, scroll to pan; below, what share each stage has.
 */
import { type KeyboardEvent, type PointerEvent, useEffect, useMemo, useRef, useState } from 'react';
import { fixed } from '../../i18n/numbers.ts';
import { type Shape, shapeText } from '../../model/blocks/graph.ts';
import { type PresetName, presets } from '../../model/blocks/presets.ts';
import type { Cost } from '../../model/blocks/trace.ts';
import { useBuilder } from '../builder/useBuilder.ts';
import { useSize } from '../charts/useSize.ts';
import { ChoiceControl } from '../controls/ChoiceControl.tsx';
import { useLanguage } from '../prose/language.ts';
import { stageNumber, unrolled } from './networkParts.ts';
import { StageShares } from './StageShares.tsx';

const zooms = [1, 2, 4, 8, 16] as const;
/** From this zoom on the layers of a block are told apart. */
const detailed = 4;

/** The networks that the figure has words for. */
type OfferedName = Extract<
  PresetName,
  'resnet50' | 'notes50' | 'paper50' | 'resnet18' | 'resnet34' | 'resnet101' | 'cifar20a' | 'small8'
>;

interface NetworkFigureProps {
  readonly shown: OfferedName;
  readonly offered: readonly [OfferedName, ...OfferedName[]];
  /** What each stage has is left out while a reader is asked for it. */
  readonly secret?: boolean;
}

/** What can be read: a box, or one of its layers. */
interface Item extends Cost {
  readonly box: number;
  readonly name: string;
  readonly says: string;
  readonly input: Shape;
  readonly output: Shape;
  readonly left: number;
  readonly right: number;
}

export function NetworkFigure({ shown, offered, secret = false }: NetworkFigureProps) {
  const { t } = useBuilder();
  const language = useLanguage();
  const [name, setName] = useState(shown);
  const net = useMemo(() => unrolled(presets[name]()), [name]);
  const { overview, boxes } = net;
  const room = useSize();
  const { width: frame, em } = room.size;
  const [level, setLevel] = useState(0);
  const [wanted, setWanted] = useState<string>();
  const scroller = useRef<HTMLDivElement>(null);
  const zoom = zooms[level] ?? 1;
  const detail = zoom >= detailed;
  const [across, along] = [(zoom * frame) / overview.width, 0.078 * em];
  const axis = along * overview.axis;
  const floor = along * Math.max(...boxes.map(({ y, height }) => y + height));

  const partName = (part: string) => {
    const number = stageNumber(part);
    return number === undefined ? t(part === 'head' ? 'partHead' : 'partStem') : t('stage', { number });
  };
  const items = useMemo(
    () =>
      boxes.flatMap((box, index): readonly Item[] => {
        const { name: own, part, x, width, input, output, pieces, trainable, fixed: kept, multiplyAdds } = box;
        const says = part === 'block' ? t(`shortcutOf.${box.shortcut}`) : t(part === 'head' ? 'partHead' : 'partStem');
        const cost = { trainable, fixed: kept, multiplyAdds };
        if (!detail) return [{ box: index, name: own, says, input, output, left: x, right: x + width, ...cost }];
        const step = width / Math.max(1, pieces.length);
        return pieces.map((piece, i) => ({
          ...piece,
          box: index,
          says: piece.text ? `${t(`kind.${piece.kind}`)} ${piece.text}` : t(`kind.${piece.kind}`),
          left: x + i * step,
          right: x + (i + 1) * step,
        }));
      }),
    [boxes, detail, t],
  );
  const found = items.findIndex((item) => item.name === wanted);
  const at =
    found >= 0
      ? found
      : items.findIndex(
          ({ box }) => boxes[box]?.name === wanted || boxes[box]?.pieces.some((piece) => piece.name === wanted),
        );
  const item = items[at];

  // What is read stays in view, also while the drawing grows around it.
  const centre = item && (across * (item.left + item.right)) / 2;
  useEffect(() => {
    const view = scroller.current;
    if (!view || centre === undefined) return;
    const [from, to] = [view.scrollLeft, view.scrollLeft + view.clientWidth];
    if (centre < from + 2 * em || centre > to - 2 * em) view.scrollLeft = centre - view.clientWidth / 2;
  }, [centre, em]);

  /** Keeps the middle of the view where it is, unless something is being read. */
  const zoomTo = (next: number) => {
    const to = Math.min(zooms.length - 1, Math.max(0, next));
    const view = scroller.current;
    const factor = (zooms[to] ?? 1) / zoom;
    setLevel(to);
    if (!view || item) return;
    const middle = view.scrollLeft + view.clientWidth / 2;
    requestAnimationFrame(() => {
      view.scrollLeft = middle * factor - view.clientWidth / 2;
    });
  };
  const go = (index: number) => setWanted(items[Math.min(items.length - 1, Math.max(0, index))]?.name);
  const goBox = (by: 1 | -1) => {
    const box = (item?.box ?? -by) + by;
    go(items.findIndex((one) => one.box === Math.min(boxes.length - 1, Math.max(0, box))));
  };
  const press = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const acts: Readonly<Record<string, () => void>> = {
      ArrowRight: () => go(at + 1),
      ArrowUp: () => go(at + 1),
      ArrowLeft: () => go(at - 1),
      ArrowDown: () => go(at - 1),
      PageUp: () => goBox(1),
      PageDown: () => goBox(-1),
      Home: () => go(0),
      End: () => go(items.length - 1),
      '+': () => zoomTo(level + 1),
      '=': () => zoomTo(level + 1),
      '-': () => zoomTo(level - 1),
      '0': () => zoomTo(0),
      Escape: () => setWanted(undefined),
    };
    const act = acts[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };
  const point = (event: PointerEvent<SVGSVGElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    const x = (event.clientX - box.left) / across;
    const distances = items.map(({ left, right }) => Math.max(left - x, x - right, 0));
    go(distances.indexOf(Math.min(...distances)));
  };

  const whole = (value: number) => fixed(value, 0, language);
  const read = item
    ? t('readLayer', {
        place: item.name,
        kind: item.says,
        input: shapeText(item.input),
        output: shapeText(item.output),
        parameters: whole(item.trainable + item.fixed),
        work: whole(item.multiplyAdds),
      })
    : t('networkHint');

  return (
    <figure className="network">
      <div className="controls">
        {offered.length > 1 && (
          <ChoiceControl
            label={t('network')}
            value={name}
            options={offered.map((value) => ({ value, label: t(`network.${value}`) }))}
            onChange={(next) => {
              setName(next);
              setWanted(undefined);
            }}
          />
        )}
        <fieldset className="network-zoom">
          <legend>{t('zoom')}</legend>
          <button type="button" aria-label={t('zoomOut')} disabled={level === 0} onClick={() => zoomTo(level - 1)}>
            −
          </button>
          <output>{t('zoomValue', { zoom })}</output>
          <button
            type="button"
            aria-label={t('zoomIn')}
            disabled={level === zooms.length - 1}
            onClick={() => zoomTo(level + 1)}
          >
            +
          </button>
          <button type="button" disabled={level === 0} onClick={() => zoomTo(0)}>
            {t('zoomFit')}
          </button>
        </fieldset>
      </div>
      <div className="network-room" ref={room.frame}>
        <span className="chart-probe" ref={room.probe} />
        <div
          className="network-scroll"
          ref={scroller}
          role="slider"
          tabIndex={0}
          aria-label={t('networkKind', { name: t(`network.${name}`) })}
          aria-valuemin={0}
          aria-valuemax={items.length - 1}
          aria-valuenow={Math.max(0, at)}
          aria-valuetext={read}
          onKeyDown={press}
        >
          <svg
            width={zoom * frame}
            height={floor + 3.6 * em}
            viewBox={`0 0 ${zoom * frame} ${floor + 3.6 * em}`}
            aria-hidden="true"
            onPointerMove={point}
            onPointerDown={point}
          >
            <line className="network-wire" x1={0} x2={zoom * frame} y1={axis} y2={axis} />
            {overview.arcs.map(({ block, kind, from, to, top }) => {
              const bend = Math.min(0.6 * em, (across * (to.x - from.x)) / 4);
              const [left, right] = [across * from.x, across * to.x];
              return (
                <path
                  key={block}
                  className={`network-shortcut network-${kind}`}
                  d={`M${left},${axis}V${along * top + bend}q0,${-bend} ${bend},${-bend}H${right - bend}q${bend},0 ${bend},${bend}V${axis}`}
                />
              );
            })}
            {boxes.map((box, index) => (
              <g key={box.name} className={!detail && item?.box === index ? 'network-chosen' : undefined}>
                <rect
                  className={`network-bar network-${box.part}`}
                  x={across * box.x}
                  y={along * box.y}
                  width={across * box.width}
                  height={along * box.height}
                  rx={3}
                />
                {!detail && across * box.width > 1.15 * em && along * box.height > 0.62 * em * box.name.length && (
                  <Upright x={across * (box.x + box.width / 2)} y={axis}>
                    {box.part === 'block' ? box.name : ''}
                  </Upright>
                )}
              </g>
            ))}
            {detail &&
              boxes.map(({ name: box, x, y, width, height, pieces }) =>
                pieces.map(({ name: piece, kind, onShortcut, text }, i) => {
                  const step = (across * width) / pieces.length;
                  const left = across * x + i * step;
                  return (
                    <g key={`${box} ${piece}`} className={item?.name === piece ? 'network-chosen' : undefined}>
                      <rect
                        className={`network-bar network-${onShortcut ? 'projected' : kind}`}
                        x={left + 1}
                        y={along * y}
                        width={Math.max(1, step - 2)}
                        height={along * height}
                      />
                      {step > 1.15 * em && along * height > 0.5 * em * text.length && (
                        <Upright x={left + step / 2} y={axis}>
                          {text}
                        </Upright>
                      )}
                    </g>
                  );
                }),
              )}
            {detail &&
              boxes.map(({ name: box, part, x, width, output }) => (
                <g key={box}>
                  <text x={across * (x + width / 2)} y={floor + 2 * em} textAnchor="middle" className="network-name">
                    {part === 'block' ? box : partName(part)}
                  </text>
                  <text x={across * (x + width / 2)} y={floor + 3.2 * em} textAnchor="middle" className="network-small">
                    → {shapeText(output)}
                  </text>
                </g>
              ))}
            {overview.stages.map(({ name: stage, x, width, output }) => {
              const [left, wide] = [across * x, across * width];
              return (
                <g key={stage}>
                  <line
                    className="network-stage"
                    x1={left}
                    x2={left + wide}
                    y1={floor + 0.7 * em}
                    y2={floor + 0.7 * em}
                  />
                  {!detail && (
                    <text x={left + wide / 2} y={floor + 2 * em} textAnchor="middle" className="network-name">
                      {wide > 4.4 * em ? partName(stage) : stageNumber(stage)}
                    </text>
                  )}
                  {!detail && wide > 5 * em && (
                    <text x={left + wide / 2} y={floor + 3.2 * em} textAnchor="middle" className="network-small">
                      {shapeText(output)}
                    </text>
                  )}
                </g>
              );
            })}
          </svg>
        </div>
        <p className="chart-readout" aria-hidden="true">
          {read}
        </p>
      </div>
      {!secret && <StageShares net={net} title={t(`network.${name}`)} partName={partName} />}
    </figure>
  );
}

/** Text that runs upwards, centred. */
const Upright = ({ x, y, children }: { readonly x: number; readonly y: number; readonly children: string }) => (
  <text
    className="network-inside"
    transform={`translate(${x},${y}) rotate(-90)`}
    textAnchor="middle"
    dominantBaseline="central"
  >
    {children}
  </text>
);
