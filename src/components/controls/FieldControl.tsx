/** The control of any setting, by its name: a number, a choice or a switch. */
import { memo, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type FieldName, fields, givenDatasets, type Settings } from '../../model/experiment.ts';
import { FieldChoice } from './FieldChoice.tsx';
import { NumberControl, type NumberControlProps } from './NumberControl.tsx';

interface FieldControlProps {
  readonly name: FieldName;
  readonly settings: Settings;
  /** Keep its identity, so that a control is drawn again for its own sake alone. */
  readonly onChange: (part: Partial<Settings>) => void;
}

/** What a slider passes over, and in which strides: the exact field beside it takes the whole range. */
const shown: Partial<Record<FieldName, Pick<NumberControlProps, 'slider' | 'stride'>>> = {
  rate: { slider: { min: 0.0001, max: 1 } },
  width: { slider: { min: 4 } },
  steps: { slider: { min: 50, max: 1000 }, stride: 50 },
  gain: { slider: { min: 0.1, max: 4 } },
};

type NumberName = Exclude<
  { [K in FieldName]: (typeof fields)[K]['kind'] extends 'number' ? K : never }[FieldName],
  undefined
>;
type ChoiceName = { [K in FieldName]: (typeof fields)[K]['kind'] extends 'choice' ? K : never }[FieldName];
const isNumber = (name: FieldName): name is NumberName => fields[name].kind === 'number';
const isChoice = (name: FieldName): name is ChoiceName => fields[name].kind === 'choice';

function FieldControlPlain({ name, settings, onChange }: FieldControlProps) {
  const { t } = useTranslation('fields');
  const { depth, layersPerUnit } = settings;
  const text = useMemo(() => t('depthValue', { count: depth }), [t, depth]);
  if (name === 'depth') {
    return (
      <NumberControl
        name="depth"
        value={depth}
        min={layersPerUnit}
        stride={layersPerUnit}
        text={text}
        onChange={(value) => onChange({ depth: value })}
      />
    );
  }
  if (isNumber(name)) {
    return (
      <NumberControl
        name={name}
        value={settings[name]}
        {...shown[name]}
        onChange={(value) => onChange({ [name]: value })}
      />
    );
  }
  if (name === 'dataset' && settings.dataset !== 'own') {
    // Own data have a place of their own, in the lab.
    return (
      <FieldChoice
        name="dataset"
        value={settings.dataset}
        only={givenDatasets}
        onChange={(value) => onChange({ dataset: value })}
      />
    );
  }
  if (isChoice(name)) {
    return <FieldChoice name={name} value={settings[name]} onChange={(value) => onChange({ [name]: value })} />;
  }
  return (
    <label className="control switch">
      <input type="checkbox" checked={settings[name]} onChange={({ target }) => onChange({ [name]: target.checked })} />
      <span>{t(name)}</span>
    </label>
  );
}

/** Another setting's change is nothing to this control, save that depth counts in whole units. */
export const FieldControl = memo(
  FieldControlPlain,
  (before, after) =>
    before.name === after.name &&
    before.onChange === after.onChange &&
    before.settings[before.name] === after.settings[after.name] &&
    (before.name !== 'depth' || before.settings.layersPerUnit === after.settings.layersPerUnit),
);
