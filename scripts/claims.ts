/**
 * Trains the networks behind every claim of the course and says whether each holds: `npm run claims`. Exits 1 at the
 * first that does not. `--only ID` checks one, `--record` checks all and writes the values that the prose prints,
 * `--engine tape` trains with tfjs autodiff instead of the fused engine.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { RecordedClaim } from '../src/components/prose/LessonState.tsx';
import { lessons } from '../src/lessons/index.ts';
import type { Outcome } from '../src/lessons/lesson.ts';
import { engineNames, headless } from './headless.ts';

const recordFile = new URL('../src/lessons/record.json', import.meta.url);

function fail(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}

function options(): { only?: string; record: boolean; engine: (typeof engineNames)[number] } {
  try {
    const { values } = parseArgs({
      options: {
        only: { type: 'string' },
        record: { type: 'boolean', default: false },
        engine: { type: 'string', default: 'fused' },
      },
    });
    const engine = engineNames.find((name) => name === values.engine);
    return engine
      ? { ...values, engine }
      : fail(`There is no engine "${values.engine}". Known: ${engineNames.join(', ')}.`);
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error));
  }
}

/** Five significant digits: more would change with the machine. */
const rounded = (values: Outcome['values']): RecordedClaim['values'] =>
  Object.entries(values).map(([name, { median, min, max, seeds }]) => {
    const short = (value: number) => Number(value.toPrecision(5));
    return { name, median: short(median), min: short(min), max: short(max), seeds };
  });

const { only, record, engine } = options();
if (only !== undefined && record) fail('--record writes all claims, so it cannot go with --only.');

const listed = await Promise.all(
  lessons.map(async (entry) => (await entry.claims()).claims.map((claim) => ({ lesson: entry.lesson.id, claim }))),
);
const all = listed.flat();
const wanted = all.filter(({ claim }) => only === undefined || claim.id === only);
if (wanted.length === 0) {
  fail(`There is no claim "${only}". Known: ${all.map(({ claim }) => claim.id).join(', ')}.`);
}

const { run, engine: used } = await headless(engine);
const recorded: RecordedClaim[] = [];
for (const { lesson, claim } of wanted) {
  const { values, holds } = await claim.run(run);
  const { id, statement } = claim;
  const row = { lesson, id, statement, holds, values: rounded(values) };
  console.log(`${holds ? 'holds' : 'FAILS'}  ${lesson}/${id}\n       ${statement.en}`);
  for (const { name, median, min, max, seeds } of row.values) {
    console.log(`       ${name.padEnd(16)} ${median}  (${min} to ${max}, ${seeds} seeds)`);
  }
  if (!holds) process.exit(1);
  recorded.push(row);
}

if (record) {
  const date = new Date().toISOString().slice(0, 10);
  writeFileSync(
    recordFile,
    `${JSON.stringify({ date, engine: `${used.name} (${used.backend})`, claims: recorded }, null, 2)}\n`,
  );
  console.log(`Recorded in ${recordFile.pathname}.`);
}
