/** What is around the main path: the input, the shortcut, and what follows the plus. */
import { projectionOf } from '../../model/blocks/cures.ts';
import type { Shortcut, ShortcutKind } from '../../model/blocks/graph.ts';
import { ChoiceControl } from '../controls/ChoiceControl.tsx';
import { type Design, held, withBlock, withInput } from './design.ts';
import { byTwo, Quantity } from './Quantity.tsx';
import { useBuilder } from './useBuilder.ts';

interface SurroundingsProps {
  readonly design: Design;
  /** Channels at the end of the main path. */
  readonly channels: number;
  readonly onChange: (next: Design) => void;
}

/** The stride that the main path has by itself: that of all its layers together. */
const strideOf = ({ block }: Design): number =>
  held(
    'stride',
    block.main.reduce((product, part) => product * ('stride' in part ? part.stride : 1), 1),
  );

/** A shortcut of this kind that fits what the main path puts out, as far as one can. */
export function shortcutOf(design: Design, kind: ShortcutKind, channels: number): Shortcut {
  const stride = strideOf(design);
  switch (kind) {
    case 'projection':
      return projectionOf(design.block, channels, stride);
    case 'padded':
      return { kind, name: '', filters: Math.max(channels, design.input[2]), stride };
    default:
      return { kind };
  }
}

export function Surroundings({ design, channels, onChange }: SurroundingsProps) {
  const { t } = useBuilder();
  const { input, block } = design;
  const [height, width, depth] = input;
  const { shortcut } = block;
  const put = (next: Shortcut) => onChange(withBlock(design, { ...block, shortcut: next }));
  return (
    <div className="surroundings">
      <fieldset className="part-settings">
        <legend>{t('input')}</legend>
        <Quantity
          label={t('height')}
          range="side"
          value={height}
          onChange={(value) => onChange(withInput(design, [value, width, depth]))}
        />
        <Quantity
          label={t('width')}
          range="side"
          value={width}
          onChange={(value) => onChange(withInput(design, [height, value, depth]))}
        />
        <Quantity
          label={t('channels')}
          range="channels"
          value={depth}
          next={byTwo}
          onChange={(value) => onChange(withInput(design, [height, width, value]))}
        />
      </fieldset>
      <div className="controls">
        <ChoiceControl
          label={t('shortcut')}
          value={shortcut.kind}
          options={(['identity', 'projection', 'padded', 'none'] as const).map((value) => ({
            value,
            label: t(`shortcut.${value}`),
          }))}
          onChange={(kind) => put(shortcutOf(design, kind, channels))}
        />
        <ChoiceControl
          label={t('after')}
          value={block.after}
          options={(['relu', 'none'] as const).map((value) => ({ value, label: t(`after.${value}`) }))}
          onChange={(after) => onChange(withBlock(design, { ...block, after }))}
        />
      </div>
      {(shortcut.kind === 'projection' || shortcut.kind === 'padded') && (
        <fieldset className="part-settings">
          <legend>{t('settings', { layer: t(`shortcut.${shortcut.kind}`) })}</legend>
          <Quantity
            label={t('filters')}
            range="filters"
            value={shortcut.filters}
            next={byTwo}
            onChange={(filters) => put({ ...shortcut, filters })}
          />
          <Quantity
            label={t('stride')}
            range="stride"
            value={shortcut.stride}
            onChange={(stride) => put({ ...shortcut, stride })}
          />
          {shortcut.kind === 'projection' && (
            <ChoiceControl
              label={t('norm')}
              value={shortcut.norm === undefined ? 'without' : 'with'}
              options={(['with', 'without'] as const).map((value) => ({ value, label: t(value) }))}
              onChange={(value) => {
                const { norm: _, ...bare } = shortcut;
                put(value === 'with' ? { ...bare, norm: 'norm' } : bare);
              }}
            />
          )}
        </fieldset>
      )}
    </div>
  );
}
