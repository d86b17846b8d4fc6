/** The numbers behind a chart, for reading and for other programs. */
import { textCell } from '../../model/export/cell.ts';

export interface Table {
  readonly columns: readonly string[];
  /** Numbers stay numbers: the page prints three digits, the file all of them. Undefined is an empty cell. */
  readonly rows: readonly (readonly (number | string | undefined)[])[];
}

function cell(value: number | string | undefined): string {
  if (value === undefined) return '';
  return typeof value === 'number' ? String(value) : textCell(value);
}

/** RFC 4180, with a header row. */
export const csv = ({ columns, rows }: Table): string =>
  [columns, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
