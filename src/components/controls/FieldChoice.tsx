/** A choice field of the experiment, or some of its options. */
import { useTranslation } from 'react-i18next';
import { type ChoiceField, fields, type Settings } from '../../model/experiment.ts';
import { ChoiceControl } from './ChoiceControl.tsx';

type ChoiceFieldName = {
  [K in keyof typeof fields]: (typeof fields)[K] extends ChoiceField ? K : never;
}[keyof typeof fields];

export interface FieldChoiceProps<N extends ChoiceFieldName> {
  readonly name: N;
  readonly value: Settings[N];
  readonly only?: readonly Settings[N][];
  readonly onChange: (value: Settings[N]) => void;
}

export function FieldChoice<N extends ChoiceFieldName>({ name, value, only, onChange }: FieldChoiceProps<N>) {
  const { t } = useTranslation('fields');
  const options: readonly Settings[N][] = only ?? (fields[name].options as readonly Settings[N][]);
  return (
    <ChoiceControl
      label={t(name)}
      value={value}
      options={options.map((option) => ({ value: option, label: t(`${name}.${option}`) }))}
      onChange={onChange}
    />
  );
}
