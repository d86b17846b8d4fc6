/**
 * Our own drawings of what the notes show as screenshots, made from the same blocks that the course builds and counts, and
 * of a training run.
 */
import { type Language, languages } from '../../src/i18n/language.ts';
import { conv, convolutionalBlock, identityBlock, relu } from '../../src/model/blocks/families.ts';
import type { Block } from '../../src/model/blocks/graph.ts';
import { imageNet } from '../../src/model/blocks/presets.ts';
import { hero } from '../../src/pages/hero.ts';
import { blockSvg } from './block.ts';
import { derivationSvg } from './derivation.ts';
import { gradientSvg } from './gradient.ts';
import gradientNumbers from './gradient-over-training.json' with { type: 'json' };
import { networkSvg } from './network.ts';
import { drawingWords, figureWords } from './words.ts';

/** He et al. 2015, Fig. 2: two weight layers, and the second ReLU behind the plus. */
const buildingBlock: Block = {
  name: 'block',
  main: [conv('first', 1, 3), relu('between'), conv('second', 1, 3)],
  shortcut: { kind: 'identity' },
  after: 'relu',
  order: 'post',
};

function figuresIn(language: Language): [string, string][] {
  const words = drawingWords[language];
  const says = figureWords[language];
  return [
    [
      'residual-building-block',
      blockSvg(language, {
        title: says.buildingBlock,
        block: buildingBlock,
        input: [1, 1, 1],
        words: { ...words, conv: () => says.weightLayer, output: 'ReLU(F(x) + x)' },
        options: { label: (layer) => (layer === 'second' ? 'F(x)' : undefined), identity: says.identity },
      }),
    ],
    [
      'identity-block',
      blockSvg(language, {
        title: says.identityBlock,
        // The notes' block b of stage 2, in their network for 64x64 images.
        block: identityBlock(3, [64, 64, 256], 2, 'b'),
        input: [15, 15, 256],
        words,
        options: { identity: says.identity },
      }),
    ],
    [
      'convolutional-block',
      blockSvg(language, {
        title: says.convolutionalBlock,
        block: convolutionalBlock(3, [128, 128, 512], 3, 'a', 2),
        input: [15, 15, 256],
        words,
      }),
    ],
    ['resnet50', networkSvg(language, says.resnet50, imageNet(50))],
    ['derivation', derivationSvg(language)],
    ['gradient-over-training', gradientSvg(language, gradientNumbers, hero)],
  ];
}

/** File names below public/images, and what they hold. */
export const figures: ReadonlyMap<string, string> = new Map(
  languages.flatMap((language) =>
    figuresIn(language).map(([name, text]): [string, string] => [`${name}-${language}.svg`, text]),
  ),
);
