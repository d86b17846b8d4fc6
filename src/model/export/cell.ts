/** What a spreadsheet would take for a formula; numbers like -0.3 are none, and stay numbers. */
const formula = /^[=+@\t\r-]/;

/** Text as a cell of a CSV file (RFC 4180). Names come from links, so those that begin like a formula are quoted. */
export function textCell(text: string): string {
  const safe = formula.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
