/** Compiles the training kernel (AssemblyScript) to WebAssembly, when its sources are newer:  npm run -s kernel */
import { mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import asc from 'assemblyscript/asc';

const folder = fileURLToPath(new URL('../src/model/engine/kernel/', import.meta.url));
const output = join(folder, 'build', 'kernel.wasm');

const changed = (file: string): number => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
const sources = readdirSync(folder).filter((name) => name.endsWith('.ts'));
const newest = Math.max(...sources.map((name) => changed(join(folder, name))), changed(fileURLToPath(import.meta.url)));

if (changed(output) < newest) {
  mkdirSync(join(folder, 'build'), { recursive: true });
  const { error, stderr } = await asc.main([
    join(folder, 'index.ts'),
    ...['--outFile', output, '--enable', 'simd', '--runtime', 'stub', '-O3', '--noAssert', '--disableWarning', '112'],
  ]);
  if (error) {
    console.error(`The kernel does not compile.\n${stderr.toString()}`);
    process.exitCode = 1;
  }
}
