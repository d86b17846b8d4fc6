/**
 * Compares the tape engine with reference cases:  npm run -s verify-reference -- FILE...
 * One row a file, with its largest relative error. Exit 1 when one is above the tolerance, malformed or missing.
 */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { tapeEngine } from '../src/model/engine/tape.ts';
import { readReference } from '../src/model/reference.ts';
import { verify } from '../src/model/verify.ts';

const tolerance = 1e-4;

const files = process.argv.slice(2);
if (files.length === 0) {
  console.error('Name at least one reference file: npm run -s verify-reference -- FILE...');
  process.exit(1);
}

const engine = await tapeEngine();
const column = Math.max(...files.map((file) => basename(file).length));
let failed = false;
for (const file of files) {
  const name = basename(file).padEnd(column);
  try {
    const deviations = verify(readReference(readFileSync(file, 'utf8')), engine);
    const worst = deviations.reduce((a, b) => (b.error > a.error ? b : a));
    const ok = worst.error <= tolerance;
    failed ||= !ok;
    console.log(`${name}  ${worst.error.toExponential(1)}  ${ok ? 'ok' : 'FAILED'}  ${worst.quantity}[${worst.index}]`);
  } catch (error) {
    failed = true;
    console.log(`${name}  -  FAILED  unreadable`);
    console.error(`${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
if (failed) process.exitCode = 1;
