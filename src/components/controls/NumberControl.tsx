/** A number of the experiment, by its name: its range and its label come from the model's own table. */
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { fields, type NumberField } from '../../model/experiment.ts';
import { RangeControl, type RangeControlProps } from './RangeControl.tsx';

type NumberFieldName = {
  [K in keyof typeof fields]: (typeof fields)[K] extends NumberField ? K : never;
}[keyof typeof fields];

export interface NumberControlProps extends Omit<RangeControlProps, 'label' | 'field'> {
  readonly name: NumberFieldName;
  /** Narrows the range of the field for this page. */
  readonly min?: number;
  readonly max?: number;
}

export function NumberControl({ name, min, max, ...rest }: NumberControlProps) {
  const { t } = useTranslation('fields');
  const base: NumberField = fields[name];
  const field = useMemo(() => ({ ...base, min: min ?? base.min, max: max ?? base.max }), [base, min, max]);
  return <RangeControl label={t(name)} field={field} {...rest} />;
}
