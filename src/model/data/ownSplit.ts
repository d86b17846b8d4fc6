/** The reader's own data as a run takes them: split into training and test, standardised by the training part. */
import { random } from '../random.ts';
import type { Data, Examples } from './dataset.ts';
import { type OwnData, testCount } from './ownData.ts';

/**
 * Stratified: of every class, rows drawn from the seed's own stream are the test, the rest the training part; both keep the
 * order in which they were given. Every column has its training mean subtracted and is divided by its training standard
 * deviation (biased); a column that does not vary there is only shifted.
 */
export function splitOwn(own: OwnData, seed: number): Data {
  const { columns, classes, labels } = own;
  const tested = testRows(own, seed);
  const rows = [...labels.keys()];
  const training = rows.filter((row) => !tested.has(row));
  const scales = columns.map((_, column) => scaleOf(own, training, column));
  const pick = (picked: readonly number[]): Examples => {
    const inputs = new Float32Array(picked.length * columns.length);
    for (const [i, row] of picked.entries()) {
      for (const [column, { mean, sd }] of scales.entries()) {
        const at = row * columns.length + column;
        inputs[i * columns.length + column] = ((own.inputs[at] ?? 0) - mean) / sd;
      }
    }
    return { count: picked.length, inputs, targets: Float32Array.from(picked, (row) => labels[row] ?? 0) };
  };
  return {
    task: 'classify',
    inputSize: columns.length,
    outputSize: classes.length,
    train: pick(training),
    test: pick(rows.filter((row) => tested.has(row))),
  };
}

function testRows({ classes, labels }: OwnData, seed: number): ReadonlySet<number> {
  const stream = random(seed, 'own split');
  const tested = new Set<number>();
  for (const label of classes.keys()) {
    const rows = [...labels.keys()].filter((row) => labels[row] === label);
    // Fisher-Yates from the front, as far as it is needed.
    for (let i = 0, most = testCount(rows.length); i < most; i++) {
      const j = i + stream.below(rows.length - i);
      const row = rows[j] ?? 0;
      rows[j] = rows[i] ?? 0;
      tested.add(row);
    }
  }
  return tested;
}

function scaleOf({ columns, inputs }: OwnData, rows: readonly number[], column: number) {
  const at = (row: number) => inputs[row * columns.length + column] ?? 0;
  const mean = rows.reduce((sum, row) => sum + at(row), 0) / rows.length;
  const variance = rows.reduce((sum, row) => sum + (at(row) - mean) ** 2, 0) / rows.length;
  const sd = Math.sqrt(variance);
  // What rounding leaves of a column of equal numbers is no deviation.
  return { mean, sd: sd > 1e-12 * Math.abs(mean) ? sd : 1 };
}
