/** The numbers behind a chart, for reading and for other programs. */
export interface Table {
  readonly columns: readonly string[];
  /** Numbers stay numbers: the page prints three digits, the file all of them. Undefined is an empty cell. */
  readonly rows: readonly (readonly (number | string | undefined)[])[];
}

/** What a spreadsheet would take for a formula; numbers like -0.3 are none. */
const formula = /^[=+@\t\r-]/;

function cell(value: number | string | undefined): string {
  if (value === undefined) return '';
  if (typeof value === 'number') return String(value);
  const safe = formula.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** RFC 4180, with a header row. Names come from links, so those that begin like a formula are quoted. */
export const csv = ({ columns, rows }: Table): string =>
  [columns, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
