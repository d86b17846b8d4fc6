/** The main path as a list: choose a layer, move it, take it out, put another one behind it. */
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { shapeText } from '../../model/blocks/graph.ts';
import type { Trace } from '../../model/blocks/trace.ts';
import { type Design, inserted, mostParts, moved, type Part, part, partKinds, removed } from './design.ts';
import { useBuilder } from './useBuilder.ts';

interface PartsProps {
  readonly design: Design;
  readonly traced: Trace;
  /** Place of the chosen layer; -1 where there is none. */
  readonly chosen: number;
  readonly onChoose: (index: number) => void;
  readonly onChange: (next: Design) => void;
}

/** What stands in a row behind the name of the kind. */
export function detail(layer: Part): string {
  if (layer.kind === 'conv') return `${layer.kernel}×${layer.kernel}, ${layer.filters}`;
  return layer.kind === 'maxPool' ? `${layer.size}×${layer.size}` : '';
}

export function Parts({ design, traced, chosen, onChoose, onChange }: PartsProps) {
  const { t } = useBuilder();
  const { main } = design.block;
  const list = useRef<HTMLOListElement>(null);
  // Focus follows the layer that the keyboard moved, chose or took out, and only then.
  const follow = useRef(false);
  useEffect(() => {
    if (!follow.current) return;
    follow.current = false;
    list.current?.querySelectorAll<HTMLElement>('.part-choose')[Math.min(chosen, main.length - 1)]?.focus();
  }, [chosen, main]);

  const choose = (index: number) => {
    if (main.length > 0) onChoose(Math.min(main.length - 1, Math.max(0, index)));
  };
  const move = (by: -1 | 1) => {
    const next = moved(design, chosen, by);
    if (next === design) return;
    onChange(next);
    onChoose(chosen + by);
  };
  const remove = () => {
    onChange(removed(design, chosen));
    onChoose(Math.min(chosen, main.length - 2));
  };
  const add = (added: Part) => {
    const next = inserted(design, chosen + 1, added);
    if (next === design) return;
    onChange(next);
    onChoose(chosen + 1);
  };
  const press = (event: KeyboardEvent) => {
    const by = ({ ArrowUp: -1, ArrowDown: 1 } as const)[event.key];
    if (by === undefined && event.key !== 'Delete' && event.key !== 'Backspace') return;
    event.preventDefault();
    follow.current = true;
    if (by === undefined) remove();
    else if (event.altKey) move(by);
    else choose(chosen + by);
  };
  // Channels at the chosen place: what a new convolution keeps.
  const before = traced.layers.find(({ name }) => name === main[chosen]?.name)?.output ?? design.input;
  const channels = before.at(-1) ?? 1;
  return (
    <div className="parts">
      <h2 id="main-path">{t('main')}</h2>
      <p className="hint" id="main-path-hint">
        {t('mainHint')}
      </p>
      {main.length === 0 && <p className="hint">{t('empty')}</p>}
      <ol ref={list} aria-labelledby="main-path" aria-describedby="main-path-hint">
        {main.map((layer, index) => {
          const shape = traced.layers.find(({ name, path }) => path === 'main' && name === layer.name)?.output;
          return (
            <li key={layer.name} data-kind={layer.kind}>
              <button
                type="button"
                className="part-choose"
                aria-pressed={index === chosen}
                tabIndex={index === Math.max(0, chosen) ? 0 : -1}
                onClick={() => onChoose(index)}
                onKeyDown={press}
              >
                <strong>{t(`kind.${layer.kind}`)}</strong> <span>{detail(layer)}</span>
                <small>{shape ? `→ ${shapeText(shape)}` : '→ ?'}</small>
              </button>
            </li>
          );
        })}
      </ol>
      <div className="part-tools">
        <button type="button" disabled={!main[chosen - 1]} aria-label={say('upOf')} onClick={() => move(-1)}>
          ↑ {t('up')}
        </button>
        <button
          type="button"
          disabled={chosen < 0 || !main[chosen + 1]}
          aria-label={say('downOf')}
          onClick={() => move(1)}
        >
          ↓ {t('down')}
        </button>
        <button type="button" disabled={!main[chosen]} aria-label={say('removeOf')} onClick={remove}>
          × {t('remove')}
        </button>
      </div>
      <fieldset className="part-add">
        <legend>{t('addAfter')}</legend>
        {partKinds.map((kind) => (
          <button
            key={kind}
            type="button"
            disabled={main.length >= mostParts}
            onClick={() => add(part(kind, channels))}
          >
            + {t(`kind.${kind}`)}
          </button>
        ))}
      </fieldset>
      {main.length >= mostParts && <p className="hint">{t('full', { count: mostParts })}</p>}
    </div>
  );

  function say(key: 'upOf' | 'downOf' | 'removeOf'): string {
    const layer = main[chosen];
    return t(key, { layer: layer ? `${t(`kind.${layer.kind}`)} ${detail(layer)}`.trim() : '' });
  }
}
