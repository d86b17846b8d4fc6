/**
 * Compares what trains here with reference cases:  npm run -s verify-reference -- FILE...
 * Whole networks (residual-reference/1) go through both engines, blocks (block-reference/1) through tfjs layers. One row
 * a file, with the largest relative error of each and where the larger one is. Exit 1 when one is above the tolerance,
 * malformed or missing.
 */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { readBlockReference, saysBlock } from '../src/model/blocks/blockReference.ts';
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

/** The largest deviation in one quantity of one way of computing. */
interface Worst {
  readonly by: string;
  readonly quantity: string;
  readonly index: number;
  readonly error: number;
}
const worstOf = <T extends Omit<Worst, 'by'>>(by: string, deviations: readonly T[]): Worst => ({
  by,
  ...deviations.reduce((a, b) => (b.error > a.error ? b : a)),
});

/** The largest deviation of each way of computing the case. */
async function compare(text: string): Promise<Worst[]> {
  if (!saysBlock(text)) {
    const reference = readReference(text);
    return engines.map((engine) => worstOf(engine.name, verify(reference, engine)));
  }
  const reference = readBlockReference(text);
  const { getBackend, setBackend } = await import('@tensorflow/tfjs');
  const { verifyBlock } = await import('../src/model/blocks/verifyBlock.ts');
  const backend = getBackend();
  // The wasm backend as it ships has no gradient of a convolution's kernel.
  await setBackend('cpu');
  try {
    return [worstOf('layers', verifyBlock(reference))];
  } finally {
    await setBackend(backend);
  }
}

const column = Math.max(...files.map((file) => basename(file).length));
let failed = false;
for (const file of files) {
  const name = basename(file).padEnd(column);
  try {
    const worst = await compare(readFileSync(file, 'utf8'));
    const { error, quantity, index } = worst.reduce((a, b) => (b.error > a.error ? b : a));
    const ok = error <= tolerance;
    failed ||= !ok;
    const each = worst.map((one) => `${one.by} ${one.error.toExponential(1)}`).join('  ');
    console.log(`${name}  ${each}  ${ok ? 'ok' : 'FAILED'}  ${quantity}[${index}]`);
  } catch (error) {
    failed = true;
    console.log(`${name}  -  FAILED  unreadable`);
    console.error(`${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
if (failed) process.exitCode = 1;
