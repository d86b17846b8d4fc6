/** A square on which points are drawn, by pointer or by key, class by class. */
import { type KeyboardEvent, type PointerEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { fixed } from '../../i18n/numbers.ts';
import type { OwnData } from '../../model/data/ownData.ts';
import {
  brushed,
  type DrawnPoint,
  drawnKinds,
  mostPoints,
  ownOfPoints,
  pointFaults,
  pointsOfOwn,
  withoutNearest,
} from '../../model/data/ownPoints.ts';
import { beginning, done, type History, redone, undone } from '../builder/history.ts';
import { classColour, pointPath } from '../charts/classStyle.ts';
import { ChoiceControl } from '../controls/ChoiceControl.tsx';
import { ownStore } from '../experiment/ownStore.ts';
import { useLanguage } from '../prose/language.ts';
import { faultSentence } from './faults.ts';
import { words } from './words.ts';

type Points = readonly DrawnPoint[];
type Brush = 'one' | 'five' | 'eraser';
const brushes: readonly Brush[] = ['one', 'five', 'eraser'];
const kinds = Array.from({ length: drawnKinds }, (_, kind) => kind);

/** Length of a side in user units, and how far a point's mark reaches. */
const [side, mark] = [400, 4];
const across = (x: number) => ((x + 1) / 2) * side;
const down = (y: number) => ((1 - y) / 2) * side;
/** A brush on its way draws again after this far; a pointer or a key removes within this far. */
const [apart, reach] = [0.07, 0.12];
const within = (value: number) => Math.min(1, Math.max(-1, Math.round(value * 100) / 100));

const moves: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

/** What was drawn stays while the page does, also where the panel is closed in between. */
let draft: History<Points> | undefined;

interface OwnBoardProps {
  readonly onUse: (data: OwnData) => void;
}

export function OwnBoard({ onUse }: OwnBoardProps) {
  const language = useLanguage();
  const id = useId();
  const say = words.board;
  const [history, setHistory] = useState<History<Points>>(() => {
    const own = ownStore.get();
    return draft ?? beginning(own ? pointsOfOwn(own) : []);
  });
  useEffect(() => {
    draft = history;
  }, [history]);
  /** What the pointer draws right now: one step to take back. */
  const [stroke, setStroke] = useState<Points>([]);
  const [kind, setKind] = useState(0);
  const [brush, setBrush] = useState<Brush>('one');
  const [cross, setCross] = useState({ x: 0, y: 0 });
  const [said, setSaid] = useState('');
  const last = useRef({ x: 0, y: 0 });
  const touches = useRef(0);

  const points = useMemo(() => [...history.present, ...stroke], [history, stroke]);
  const faults = useMemo(() => pointFaults(history.present), [history]);
  const change = (next: Points) => setHistory(done(history, next));

  const fresh = (x: number, y: number): Points => {
    touches.current++;
    const room = mostPoints - points.length;
    if (room <= 0) setSaid(say.full[language](mostPoints));
    return brushed(x, y, kind, brush === 'five' ? 5 : 1, touches.current).slice(0, Math.max(0, room));
  };
  const erase = (x: number, y: number) => {
    const left = withoutNearest(history.present, x, y, reach);
    if (left === history.present) return setSaid(say.nothing[language]);
    change(left);
    setSaid(say.erased[language](left.length));
  };
  const drawn = (next: Points) => {
    if (next.length > history.present.length) setSaid(say.drawn[language](kind + 1, next.length));
    change(next);
  };

  const placeOf = (event: PointerEvent<SVGSVGElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    return {
      x: within((2 * (event.clientX - box.left)) / box.width - 1),
      y: within(1 - (2 * (event.clientY - box.top)) / box.height),
    };
  };
  const press = (event: PointerEvent<SVGSVGElement>) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const { x, y } = placeOf(event);
    last.current = { x, y };
    setCross({ x, y });
    if (brush === 'eraser') erase(x, y);
    else setStroke(fresh(x, y));
  };
  const move = (event: PointerEvent<SVGSVGElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const { x, y } = placeOf(event);
    if (Math.hypot(x - last.current.x, y - last.current.y) < apart) return;
    last.current = { x, y };
    setCross({ x, y });
    if (brush === 'eraser') erase(x, y);
    else setStroke([...stroke, ...fresh(x, y)]);
  };
  const lift = () => {
    if (stroke.length === 0) return;
    setStroke([]);
    drawn([...history.present, ...stroke]);
  };
  const key = (event: KeyboardEvent) => {
    const step = moves[event.key];
    const letter = event.key.toLowerCase();
    if (event.ctrlKey || event.metaKey) {
      if (letter !== 'z' && letter !== 'y') return;
      setHistory(letter === 'y' || event.shiftKey ? redone(history) : undone(history));
    } else if (event.altKey) return;
    else if (step) {
      const far = event.shiftKey ? 0.2 : 0.05;
      const next = { x: within(cross.x + far * step[0]), y: within(cross.y + far * step[1]) };
      setCross(next);
      setSaid(say.at[language](fixed(next.x, 2, language), fixed(next.y, 2, language)));
    } else if (event.key === 'Enter' || event.key === ' ') {
      if (brush === 'eraser') erase(cross.x, cross.y);
      else drawn([...history.present, ...fresh(cross.x, cross.y)]);
    } else if (event.key === 'Delete' || event.key === 'Backspace') erase(cross.x, cross.y);
    else if (kinds.some((one) => String(one + 1) === event.key)) {
      setKind(Number(event.key) - 1);
      setSaid(say.chosen[language](Number(event.key)));
    } else return;
    // The lab's own keys take back settings, not points.
    event.preventDefault();
    event.stopPropagation();
  };

  const paths = useMemo(
    () =>
      kinds.map((one) => points.flatMap((p) => (p.kind === one ? pointPath(one, across(p.x), down(p.y), mark) : ''))),
    [points],
  );
  const marks = (one: number) => ({
    stroke: classColour(one),
    fill: one % 2 === 0 ? classColour(one) : 'none',
    strokeWidth: 2,
  });
  const counts = kinds
    .map((one) => ({ one, count: points.filter((point) => point.kind === one).length }))
    .filter(({ count }) => count > 0);
  return (
    <div className="own-board">
      <div className="controls">
        <ChoiceControl
          label={say.kind[language]}
          value={String(kind)}
          options={kinds.map((one) => ({ value: String(one), label: String(one + 1) }))}
          onChange={(value) => setKind(Number(value))}
        />
        <ChoiceControl
          label={say.brush[language]}
          value={brush}
          options={brushes.map((value) => ({ value, label: say.brushes[value][language] }))}
          onChange={setBrush}
        />
      </div>
      <p className="hint" id={`${id}-keys`}>
        {say.keys[language]}
      </p>
      <svg
        viewBox={`0 0 ${side} ${side}`}
        role="application"
        aria-label={say.name[language]}
        aria-describedby={`${id}-keys`}
        tabIndex={0}
        onPointerDown={press}
        onPointerMove={move}
        onPointerUp={lift}
        onPointerCancel={lift}
        onKeyDown={key}
      >
        <path className="axes" d={`M0,${side / 2}H${side}M${side / 2},0V${side}`} />
        {kinds.map((one) => (
          <path key={one} d={paths[one]?.join('')} {...marks(one)} />
        ))}
        <path
          className="cross"
          d={`M${across(cross.x) - 9},${down(cross.y)}h18M${across(cross.x)},${down(cross.y) - 9}v18`}
        />
      </svg>
      <p className="own-row">
        <button type="button" disabled={history.past.length === 0} onClick={() => setHistory(undone(history))}>
          {say.undo[language]}
        </button>
        <button type="button" disabled={history.future.length === 0} onClick={() => setHistory(redone(history))}>
          {say.redo[language]}
        </button>
        <button type="button" disabled={history.present.length === 0} onClick={() => change([])}>
          {say.clear[language]}
        </button>
        <span className="own-counts">
          {say.count[language](points.length)}
          {counts.map(({ one, count }) => (
            <span key={one}>
              <svg viewBox="-7 -7 14 14" aria-hidden="true">
                <path d={pointPath(one, 0, 0, mark)} {...marks(one)} />
              </svg>
              {words.kind[language](String(one + 1), count)}
            </span>
          ))}
        </span>
      </p>
      <p className="remark" role="status">
        {said}
      </p>
      {faults.length > 0 && (
        <p className="hint">
          {[say.missing[language], ...faults.map((fault) => faultSentence(fault, language))].join(
            language === 'en' ? ' ' : '',
          )}
        </p>
      )}
      <button
        type="button"
        className="primary"
        disabled={faults.length > 0}
        onClick={() => {
          const data = ownOfPoints(history.present);
          if (data) onUse(data);
        }}
      >
        {say.use[language]}
      </button>
    </div>
  );
}
