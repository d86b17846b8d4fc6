/**
 * Trains the networks behind every claim of the course and says whether each holds: `npm run claims`. Exits 1 at the
 * first that does not. `--only ID` checks one, `--lesson ID` those of one lesson, `--record` also writes the values that
 * the prose prints, lesson by lesson; `--engine tape` trains with tfjs autodiff instead of the fused engine.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { RecordedClaim } from '../src/components/prose/LessonState.tsx';
import { lessons } from '../src/lessons/index.ts';
import type { Lesson, Outcome } from '../src/lessons/lesson.ts';
import { engineNames, headless } from './headless.ts';
import { racer } from './races.ts';

const recordFile = ({ number, slug }: Lesson) =>
  new URL(`../src/lessons/${String(number).padStart(2, '0')}-${slug}/record.json`, import.meta.url);

function fail(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}

function options(): { only?: string; lesson?: string; record: boolean; engine: (typeof engineNames)[number] } {
  try {
    const { values } = parseArgs({
      options: {
        only: { type: 'string' },
        lesson: { type: 'string' },
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

const { only, lesson: onlyLesson, record, engine } = options();
if (only !== undefined && record) fail('--record writes all claims of a lesson, so it cannot go with --only.');

const entries = lessons.filter(({ lesson }) => onlyLesson === undefined || lesson.id === onlyLesson);
if (entries.length === 0) {
  fail(`There is no lesson "${onlyLesson}". Known: ${lessons.map(({ lesson }) => lesson.id).join(', ')}.`);
}
const listed = await Promise.all(
  entries.map(async ({ lesson, claims }) => ({ lesson, claims: (await claims()).claims })),
);
const all = listed.flatMap(({ claims }) => claims);
if (only !== undefined && !all.some(({ id }) => id === only)) {
  fail(`There is no claim "${only}". Known: ${all.map(({ id }) => id).join(', ')}.`);
}

const { run, ask, engine: used } = await headless(engine);
const race = racer();
for (const { lesson, claims } of listed) {
  const recorded: RecordedClaim[] = [];
  for (const claim of claims.filter(({ id }) => only === undefined || id === only)) {
    const { values, holds } = await claim.run(run, ask, race);
    const { id, statement } = claim;
    const row = { id, statement, holds, values: rounded(values) };
    console.log(`${holds ? 'holds' : 'FAILS'}  ${lesson.id}/${id}\n       ${statement.en}`);
    for (const { name, median, min, max, seeds } of row.values) {
      console.log(
        `       ${name.padEnd(16)} ${median}  (${min} to ${max}, ${seeds} ${seeds === 1 ? 'seed' : 'seeds'})`,
      );
    }
    if (!holds) process.exit(1);
    recorded.push(row);
  }
  if (record) {
    const date = new Date().toISOString().slice(0, 10);
    const file = recordFile(lesson);
    writeFileSync(
      file,
      `${JSON.stringify({ date, engine: `${used.name} (${used.backend})`, claims: recorded }, null, 2)}\n`,
    );
    console.log(`Recorded in ${file.pathname}.`);
  }
}
