/** The settings of the chosen layer. */
import { ChoiceControl } from '../controls/ChoiceControl.tsx';
import { type Design, type Settings, set } from './design.ts';
import { detail } from './Parts.tsx';
import { byTwo, Quantity } from './Quantity.tsx';
import { useBuilder } from './useBuilder.ts';

interface PartSettingsProps {
  readonly design: Design;
  readonly chosen: number;
  readonly onChange: (next: Design) => void;
}

export function PartSettings({ design, chosen, onChange }: PartSettingsProps) {
  const { t } = useBuilder();
  const layer = design.block.main[chosen];
  if (layer?.kind !== 'conv' && layer?.kind !== 'maxPool') return null;
  const turn = (settings: Settings) => onChange(set(design, chosen, settings));
  const window = layer.kind === 'conv' ? layer.kernel : layer.size;
  return (
    <fieldset className="part-settings">
      <legend>{t('settings', { layer: `${t(`kind.${layer.kind}`)} ${detail(layer)}` })}</legend>
      {layer.kind === 'conv' && (
        <>
          <Quantity
            label={t('filters')}
            range="filters"
            value={layer.filters}
            next={byTwo}
            onChange={(filters) => turn({ filters })}
          />
          <Quantity label={t('kernel')} range="kernel" value={layer.kernel} onChange={(kernel) => turn({ kernel })} />
        </>
      )}
      {layer.kind === 'maxPool' && (
        <Quantity label={t('size')} range="size" value={layer.size} onChange={(size) => turn({ size })} />
      )}
      <Quantity label={t('stride')} range="stride" value={layer.stride} onChange={(stride) => turn({ stride })} />
      {window > 1 && (
        <ChoiceControl
          label={t('padding')}
          value={layer.padding}
          options={(['same', 'valid'] as const).map((value) => ({ value, label: t(value) }))}
          onChange={(padding) => turn({ padding })}
        />
      )}
      {layer.kind === 'conv' && (
        <ChoiceControl
          label={t('bias')}
          value={layer.bias ? 'with' : 'without'}
          options={(['with', 'without'] as const).map((value) => ({ value, label: t(value) }))}
          onChange={(value) => turn({ bias: value === 'with' })}
        />
      )}
    </fieldset>
  );
}
