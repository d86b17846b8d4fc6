/** Values as Python writes them. */
import type { OwnData } from '../../data/ownData.ts';
import { type Experiment, settingsOf } from '../../experiment.ts';

/** A string literal of ASCII letters: whatever stands in a name, it stays inside. */
export const textLiteral = (value: string): string =>
  `"${value.replace(/[^\w .,:;/?&=%+-]/gu, (letter) => {
    const code = letter.codePointAt(0) ?? 0;
    return code > 0xffff ? `\\U${code.toString(16).padStart(8, '0')}` : `\\u${code.toString(16).padStart(4, '0')}`;
  })}"`;

type Value = string | number | boolean | readonly Value[] | { readonly [key: string]: Value };

/** @param indent spaces before the closing bracket */
function literal(value: Value, indent = 0): string {
  const inner = ' '.repeat(indent + 4);
  if (typeof value === 'string') return textLiteral(value);
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) {
    const flat = value.every((one) => typeof one === 'number');
    const parts = value.map((one: Value) => literal(one, indent + 4));
    return flat
      ? `[${parts.join(', ')}]`
      : `[\n${parts.map((part) => `${inner}${part},\n`).join('')}${' '.repeat(indent)}]`;
  }
  const lines = Object.entries(value).map(
    ([key, one]) => `${inner}${textLiteral(key)}: ${literal(one, indent + 4)},\n`,
  );
  return `{\n${lines.join('')}${' '.repeat(indent)}}`;
}

/** The experiment with the whole settings of each arm written out. */
export const experimentLiteral = (experiment: Experiment): string => {
  const arms = experiment.arms.map((arm) => {
    const { dataset: _dataset, batch: _batch, steps: _steps, ...settings } = settingsOf(experiment, arm);
    return { name: arm.name, ...settings };
  });
  const { dataset, batch, steps, seeds } = experiment;
  return literal({ dataset, batch, steps, seeds, arms });
};

/** The reader's own data, one line a row; nothing in it where the experiment is on others. */
export const ownLiteral = (own: OwnData | undefined): string => {
  const { columns = [], classes = [], inputs = [], labels = [] } = own ?? {};
  const width = columns.length;
  const rows = Array.from(labels, (_, i) => Array.from(inputs.slice(i * width, (i + 1) * width)).join(', '));
  const names = (list: readonly string[]) => `[${list.map(textLiteral).join(', ')}]`;
  return `{
    "columns": ${names(columns)},
    "classes": ${names(classes)},
    "labels": [${Array.from(labels).join(', ')}],
    "inputs": [${rows.length > 0 ? `\n${rows.map((row) => `        ${row},\n`).join('')}    ` : ''}],
}`;
};
