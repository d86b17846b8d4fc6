/**
 * Compiles the training kernels (AssemblyScript) to WebAssembly, where their sources are newer:  npm run -s kernel
 * Two builds of each source: kernel.wasm and conv.wasm for every machine with SIMD, relaxed.wasm and conv-relaxed.wasm for
 * those with relaxed SIMD, which multiply and add in one instruction.
 */
import { mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../src/model/engine/kernel/', import.meta.url));
const relaxed = ['simd', 'relaxed-simd'];
const builds = [
  { name: 'kernel.wasm', entry: 'index.ts', features: ['simd'] },
  { name: 'relaxed.wasm', entry: 'index.ts', features: relaxed },
  { name: 'conv.wasm', entry: 'conv/index.ts', features: ['simd'] },
  { name: 'conv-relaxed.wasm', entry: 'conv/index.ts', features: relaxed },
];

const changed = (file: string): number => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
const newest = Math.max(...sources.map((name) => changed(join(folder, name))), changed(fileURLToPath(import.meta.url)));

mkdirSync(join(folder, 'build'), { recursive: true });
for (const { name, entry, features } of builds) {
  const output = join(folder, 'build', name);
  if (changed(output) >= newest) continue;
  // The compiler takes seconds to load: only for who needs it.
  const { default: asc } = await import('assemblyscript/asc');
  const { error, stderr } = await asc.main([
    ...[join(folder, entry), '--outFile', output, '--runtime', 'stub', '-O3', '--noAssert'],
    // 112: functions that pass vectors are no concern of the host, which calls none.
    ...['--disableWarning', '112', ...features.flatMap((feature) => ['--enable', feature])],
  ]);
  if (error) {
    console.error(`The kernel does not compile.\n${stderr.toString()}`);
    process.exitCode = 1;
  }
}
