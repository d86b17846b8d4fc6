/**
 * Draws our figures into public/images:  npm run images
 * One of them shows a training run. It is drawn from the numbers kept in scripts/images/gradient-over-training.json, since
 * floating point may differ a little from machine to machine; `npm run images -- --record` trains anew and keeps those.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hero } from '../src/pages/hero.ts';
import { headless } from './headless.ts';
import { gradientRecord } from './images/gradientRecord.ts';
import { root } from './site.ts';

if (process.argv.includes('--record')) {
  const { engine, run } = await headless();
  const record = gradientRecord(hero, engine, await run(hero), new Date().toISOString().slice(0, 10));
  const file = join(root, 'scripts/images/gradient-over-training.json');
  writeFileSync(file, `${JSON.stringify(record, null, 2)}\n`);
}

// Read only now, so that the numbers drawn are those just kept.
const { figures } = await import('./images/figures.ts');
for (const [name, text] of figures) writeFileSync(join(root, 'public', 'images', name), text);
