/** One of a few: a row of radio buttons that looks like one bar. */
import { useId } from 'react';

export interface ChoiceControlProps<C extends string> {
  readonly label: string;
  readonly value: C | undefined;
  readonly options: readonly { readonly value: C; readonly label: string }[];
  readonly onChange: (value: C) => void;
}

export function ChoiceControl<C extends string>({ label, value, options, onChange }: ChoiceControlProps<C>) {
  const name = useId();
  return (
    <fieldset className="control choice">
      <legend>{label}</legend>
      <div className="bar">
        {options.map((option) => (
          <label key={option.value}>
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
