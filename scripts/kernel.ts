/**
 * Compiles the training kernel (AssemblyScript) to WebAssembly, where its sources are newer:  npm run -s kernel
 * Two builds of one source: kernel.wasm for every machine with SIMD, relaxed.wasm for those with relaxed SIMD, which
 * multiply and add in one instruction.
 */
import { mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../src/model/engine/kernel/', import.meta.url));
const builds = { 'kernel.wasm': ['simd'], 'relaxed.wasm': ['simd', 'relaxed-simd'] };

const changed = (file: string): number => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
const sources = readdirSync(folder).filter((name) => name.endsWith('.ts'));
const newest = Math.max(...sources.map((name) => changed(join(folder, name))), changed(fileURLToPath(import.meta.url)));

mkdirSync(join(folder, 'build'), { recursive: true });
for (const [name, features] of Object.entries(builds)) {
  const output = join(folder, 'build', name);
  if (changed(output) >= newest) continue;
  // The compiler takes seconds to load: only for who needs it.
  const { default: asc } = await import('assemblyscript/asc');
  const { error, stderr } = await asc.main([
    ...[join(folder, 'index.ts'), '--outFile', output, '--runtime', 'stub', '-O3', '--noAssert'],
    // 112: functions that pass vectors are no concern of the host, which calls none.
    ...['--disableWarning', '112', ...features.flatMap((feature) => ['--enable', feature])],
  ]);
  if (error) {
    console.error(`The kernel does not compile.\n${stderr.toString()}`);
    process.exitCode = 1;
  }
}
