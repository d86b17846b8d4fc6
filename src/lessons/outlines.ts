/** What lists say of every lesson, in the order of the course: the light part of the table of contents. */
import { outline as readingTheNotes } from './00-reading-the-notes/outline.ts';
import { outline as notSkipping } from './01-not-skipping/outline.ts';
import { outline as degradation } from './02-degradation/outline.ts';
import { outline as product } from './03-product/outline.ts';
import { outline as healthyNorms } from './04-healthy-norms/outline.ts';
import { outline as productOrSum } from './05-product-or-sum/outline.ts';
import { outline as explosion } from './06-explosion/outline.ts';
import { outline as twoPercent } from './07-two-percent/outline.ts';
import { outline as weightsToZero } from './08-weights-to-zero/outline.ts';
import { outline as buildABlock } from './09-build-a-block/outline.ts';
import type { Outline } from './lesson.ts';

export const outlines: readonly Outline[] = [
  readingTheNotes,
  notSkipping,
  degradation,
  product,
  healthyNorms,
  productOrSum,
  explosion,
  twoPercent,
  weightsToZero,
  buildABlock,
];
