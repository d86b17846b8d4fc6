/** The worker of the blocks: sends pictures through a block with tfjs on its cpu backend, and compares kernels. */
import { clonesOf } from '../blocks/clones.ts';
import { presets } from '../blocks/presets.ts';
import { parseFashion } from '../data/fashion.ts';
import type { FromBlocks, Granted, ToBlocks, Wish } from './blocksMessages.ts';
import { fileAt } from './sources.ts';

const post = (message: FromBlocks) => self.postMessage(message);

async function grant(wish: Wish): Promise<Granted> {
  if (wish.kind === 'clones') {
    const { seed } = wish;
    return { kind: 'clones', clones: clonesOf(presets.notes50(), (index) => (seed === 'own' ? index : seed)) };
  }
  const { dataUrl, first, seed } = wish;
  // tfjs is only loaded where it is needed.
  const [file, { setBackend }, { passage }] = await Promise.all([
    fileAt(dataUrl),
    import('@tensorflow/tfjs'),
    import('../blocks/passage.ts'),
  ]);
  await setBackend('cpu');
  return { kind: 'passage', passage: passage(parseFashion(file).test, first, seed) };
}

// Latest wins: of several wishes that wait, only the newest is granted.
let newest = 0;
self.onmessage = async ({ data }: MessageEvent<ToBlocks>) => {
  const { id } = data;
  newest = id;
  await new Promise((resolve) => setTimeout(resolve));
  if (id !== newest) return;
  try {
    post({ id, type: 'granted', granted: await grant(data) });
  } catch (error) {
    post({ id, type: 'failed', detail: error instanceof Error ? error.message : String(error) });
  }
};
