/** Draws our figures of blocks and of ResNet-50 into public/images.  npm run images */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { figures } from './images/figures.ts';
import { root } from './site.ts';

for (const [name, text] of figures) writeFileSync(join(root, 'public', 'images', name), text);
