/** The workbench: a block that the reader puts together, drawn, measured and written out as code while it changes. */
import { type KeyboardEvent, useMemo, useState } from 'react';
import { trace } from '../../model/blocks/trace.ts';
import { BlockDiagram } from '../diagrams/BlockDiagram.tsx';
import { printDesign } from './address.ts';
import { Code } from './Code.tsx';
import type { Design } from './design.ts';
import { LinkNotices } from './LinkNotices.tsx';
import { PartSettings } from './PartSettings.tsx';
import { Parts } from './Parts.tsx';
import { ShareLink } from './ShareLink.tsx';
import { Surroundings } from './Surroundings.tsx';
import { startNames, starts } from './starts.ts';
import { Totals } from './Totals.tsx';
import { Trouble } from './Trouble.tsx';
import { useBuilder } from './useBuilder.ts';
import { useDesign } from './useDesign.ts';

/** Ctrl+Z and Ctrl+Shift+Z, on a Mac with the command key; within a field of text they are the field's own. */
function historyKey({ key, ctrlKey, metaKey, shiftKey, altKey, target }: KeyboardEvent): 'undo' | 'redo' | undefined {
  if (!(ctrlKey || metaKey) || altKey || (target instanceof HTMLInputElement && target.inputMode === 'numeric')) {
    return undefined;
  }
  const letter = key.toLowerCase();
  if (letter === 'y') return 'redo';
  if (letter !== 'z') return undefined;
  return shiftKey ? 'redo' : 'undo';
}

export function Builder() {
  const { t } = useBuilder();
  const { design, notices, change, undo, redo, dismiss } = useDesign(starts.identity);
  const [wanted, choose] = useState(0);
  const { input, block } = design;
  const chosen = Math.min(wanted, block.main.length - 1);
  const traced = useMemo(() => trace(block, input), [block, input]);
  const ended = traced.layers.findLast(({ path }) => path === 'main')?.output ?? input;
  const address = printDesign(design);
  const start = (next: Design) => {
    change(next);
    choose(0);
  };
  const press = (event: KeyboardEvent) => {
    const wish = historyKey(event);
    const act = wish && { undo, redo }[wish];
    if (!wish) return;
    event.preventDefault();
    act?.();
  };
  return (
    <section
      className="experiment builder"
      id="builder"
      data-status={traced.problem ? 'failed' : 'done'}
      data-step={block.main.length}
      aria-label={t('live')}
      onKeyDown={press}
    >
      <LinkNotices notices={notices} onDismiss={dismiss} />
      <fieldset className="builder-starts">
        <legend>{t('presets')}</legend>
        {startNames.map((name) => (
          <button
            key={name}
            type="button"
            aria-pressed={printDesign(starts[name]) === address}
            onClick={() => start(starts[name])}
          >
            {t(`preset.${name}`)}
          </button>
        ))}
      </fieldset>
      <div className="builder-bar">
        <button type="button" disabled={!undo} onClick={undo} aria-keyshortcuts="Control+Z">
          {t('undo')}
        </button>
        <button type="button" disabled={!redo} onClick={redo} aria-keyshortcuts="Control+Shift+Z">
          {t('redo')}
        </button>
        <ShareLink query={address} />
      </div>
      <Trouble problem={traced.problem} design={design} onChange={change} />
      <div className="builder-bench">
        <div className="builder-edit">
          <Surroundings design={design} channels={ended.at(-1) ?? 1} onChange={change} />
          <Parts design={design} traced={traced} chosen={chosen} onChoose={choose} onChange={change} />
          <PartSettings design={design} chosen={chosen} onChange={change} />
        </div>
        <BlockDiagram
          block={block}
          input={input}
          chosen={block.main[chosen]?.name}
          onChoose={(name) => choose(block.main.findIndex((part) => part.name === name))}
        />
        <Totals traced={traced} />
      </div>
      <Code block={block} traced={traced} layer={block.main[chosen]?.name} />
    </section>
  );
}
