/** The worker of the blocks: sends pictures through a block with tfjs on its cpu backend. */
import * as tf from '@tensorflow/tfjs';
import { passage } from '../blocks/passage.ts';
import { parseFashion } from '../data/fashion.ts';
import type { FromBlocks, ToBlocks } from './blocksMessages.ts';
import { fileAt } from './sources.ts';

const post = (message: FromBlocks) => self.postMessage(message);
const detailOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

async function answer({ id, dataUrl, first, seed }: ToBlocks): Promise<FromBlocks> {
  try {
    const { test } = parseFashion(await fileAt(dataUrl));
    await tf.setBackend('cpu');
    return { id, type: 'passed', passage: passage(test, first, seed) };
  } catch (error) {
    const code = error instanceof TypeError || (error instanceof Error && error.name === 'DataError');
    return { id, type: 'failed', code: code ? 'data-missing' : 'worker-failed', detail: detailOf(error) };
  }
}

// Latest wins: of several requests that wait, only the newest is answered.
let newest = 0;
self.onmessage = async ({ data }: MessageEvent<ToBlocks>) => {
  newest = data.id;
  await new Promise((resolve) => setTimeout(resolve));
  if (data.id === newest) post(await answer(data));
};
