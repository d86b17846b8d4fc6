/**
 * Compares both engines with reference cases:  npm run -s verify-reference -- FILE...
 * One row a file, with the largest relative error of each engine and where the larger one is. Exit 1 when one is above the tolerance, malformed or missing.
 */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { readReference } from '../src/model/reference.ts';
import { verify } from '../src/model/verify.ts';
import { engineNamed, engineNames } from './headless.ts';

const tolerance = 1e-4;

const files = process.argv.slice(2);
if (files.length === 0) {
  console.error('Name at least one reference file: npm run -s verify-reference -- FILE...');
  process.exit(1);
}

const engines = await Promise.all(engineNames.map(engineNamed));
const column = Math.max(...files.map((file) => basename(file).length));
let failed = false;
for (const file of files) {
  const name = basename(file).padEnd(column);
  try {
    const reference = readReference(readFileSync(file, 'utf8'));
    const worst = engines.map((engine) => {
      const deviation = verify(reference, engine).reduce((a, b) => (b.error > a.error ? b : a));
      return { ...deviation, engine: engine.name };
    });
    const { error, quantity, index } = worst.reduce((a, b) => (b.error > a.error ? b : a));
    const ok = error <= tolerance;
    failed ||= !ok;
    const each = worst.map((one) => `${one.engine} ${one.error.toExponential(1)}`).join('  ');
    console.log(`${name}  ${each}  ${ok ? 'ok' : 'FAILED'}  ${quantity}[${index}]`);
  } catch (error) {
    failed = true;
    console.log(`${name}  -  FAILED  unreadable`);
    console.error(`${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
if (failed) process.exitCode = 1;
