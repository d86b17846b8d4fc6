/** The experiment as a PyTorch script that stands alone: the same data, initial weights and batches, the same losses. */
import type { OwnData } from '../data/ownData.ts';
import { type Arithmetic, arithmeticOf } from '../engine/arithmetic.ts';
import type { Dataset, Experiment } from '../experiment.ts';
import { arithmeticCode } from './python/arithmetic.ts';
import { commandLineCode } from './python/commandLine.ts';
import { dataCode } from './python/data.ts';
import { generatorCode } from './python/generator.ts';
import { experimentLiteral, ownLiteral, textLiteral } from './python/literal.ts';
import { networkCode } from './python/network.ts';
import { trainingCode } from './python/training.ts';
import { type Agreement, agreementOf, type Growth, type Rounding, replayOf } from './rounding.ts';

/** Where the experiment and its data are on the web; both may be empty. */
export interface Addresses {
  readonly link: string;
  /** Of fashion14.bin. */
  readonly data: string;
}

const imports = `import argparse
import csv
import math
import os
import sys
from functools import lru_cache
from types import SimpleNamespace

import numpy as np
import torch
`;

/** What the code in the page's arithmetic has to know of it. */
const arithmeticKnown: Record<Arithmetic, string> = {
  once: "# The page's WebAssembly kernel rounds a * b + c once.\nFUSED = True\n",
  twice: "# The page's WebAssembly kernel rounds a * b + c twice.\nFUSED = False\n",
  tfjs: '# The page computes by TensorFlow.js in plain JavaScript.\n',
};

function replayCode(arms: number, rounding: Rounding | Arithmetic): string {
  const { arithmetic, seeds, steps } = replayOf(arms, rounding);
  return `# How many steps of each arm are computed in the page's own order of operations, with the seeds for which the page measured
# whether rounding grows. With other seeds, or at other depths, it is 20.
EXACT = [${steps.join(', ')}]
MEASURED = [${seeds.join(', ')}]
${arithmeticKnown[arithmetic]}`;
}

/**
 * What the script knows of this one experiment.
 * @param own the reader's data, which it then holds
 * @throws {RangeError} where the experiment is on own data and there are none
 */
export function experimentCode(
  experiment: Experiment,
  { link, data }: Addresses,
  own: OwnData | undefined,
  rounding: Rounding | Arithmetic,
): string {
  const isOwn = experiment.dataset === 'own';
  if (isOwn && !own) throw new RangeError('The experiment is on own data, and there are none.');
  return `LINK = ${textLiteral(link)}
DATA_ADDRESS = ${textLiteral(data)}
EXPERIMENT = ${experimentLiteral(experiment)}
OWN = ${ownLiteral(isOwn ? own : undefined)}
${replayCode(experiment.arms.length, rounding)}`;
}

/** The parts that do not depend on the experiment, in order. */
export const partsOf = (rounding: Rounding | Arithmetic) => ({
  generator: generatorCode,
  data: dataCode,
  network: networkCode,
  arithmetic: arithmeticCode(replayOf(0, rounding).arithmetic),
  training: trainingCode,
});

/** How the losses move where they are trained again. */
const moved = `Trained again with sums in another order and every weight off by up to half a millionth,`;
const seedsOf = ({ seeds }: Rounding): string => `${seeds.length === 1 ? 'seed' : 'seeds'} ${seeds.join(', ')}`;
const listOf = (growing: readonly Growth[]): string =>
  growing.map(({ arm, apart }) => `    ${apart.toExponential(0)} in arm ${arm + 1}\n`).join('');
const later = 'Later, rounding alone may part the curves.';

/** How closely the losses are those of the page. */
function closeness(agreement: Agreement): string {
  switch (agreement.kind) {
    case 'steady':
      return `over the first 20 steps they agree to 0.0001, as a share of those above 1. The page measured that.
${moved}
no loss moves by as much, with ${seedsOf(agreement.rounding)}. With other seeds, and at other depths, nobody
measured it: there these steps are computed in the page's own order of operations, and the losses agree bit by bit.
${later}`;
    case 'replayed':
      return `over the first 20 steps they agree to 0.0001, as a share of those above 1. In some arms of EXPERIMENT
rounding grows from step to step, and two correct programs may part. The page measured that.
${moved}
the losses move, with ${seedsOf(agreement.rounding)}, by
${listOf(agreement.growing)}So the first 20 steps of these arms are computed in the page's own order of operations, and the losses agree bit by bit.
With other seeds, and at other depths, those of all arms are. Later steps are PyTorch's own, and rounding parts the curves.`;
    case 'all replayed':
      return `over the first 20 steps they agree to 0.0001, as a share of those above 1. Nobody measured, when this script
was made, whether rounding grows from step to step. So these steps are computed in the page's own order of operations.
${later} --rounding measures it.`;
  }
}

/** What the data need, in words. */
const needed: Partial<Record<Dataset, string>> = {
  fashion: ', and fashion14.bin beside it (see DATA_ADDRESS)',
  own: ". The data are its author's\nown and stand below, in OWN: whoever gets this script gets them",
};

const description = (experiment: Experiment, rounding: Rounding | Arithmetic) => `"""
One experiment of Residual Lab, trained by PyTorch. Data, initial weights and batches are those of the page, so the losses
are too: ${closeness(agreementOf(rounding))}

    python residual_lab.py                          the experiment as it stands, to losses.csv
    python residual_lab.py --seeds 1-5 --depths 2,10,20,50 --out sweep.csv
    sbatch --array=0-19 --wrap "python residual_lab.py --seeds 1-5 --depths 2,10,20,50"
                                                    one task for each depth and seed; --list shows them
    python residual_lab.py --ray --seeds 1-20       the same on the workers of Ray
    python residual_lab.py --exact 100              the first 100 steps of all arms in the page's own order of operations
    python residual_lab.py --rounding               how far rounding alone parts the losses in 20 steps

It needs Python 3.8, NumPy and PyTorch${needed[experiment.dataset] ?? ''}.
The columns grad_first and grad_last are the norms of dE/dx at the first and the last state of the trunk.
"""
`;

/**
 * @param experiment whatever its arms are called, their names stay text
 * @param own the reader's data, where the experiment is on them
 * @param rounding as it was measured, or else the arithmetic of the engine
 */
export function pytorchScript(
  experiment: Experiment,
  addresses: Addresses,
  own?: OwnData,
  rounding: Rounding | Arithmetic = arithmeticOf(),
): string {
  return [
    '#!/usr/bin/env python3',
    description(experiment, rounding),
    imports,
    experimentCode(experiment, addresses, own, rounding),
    '',
    Object.values(partsOf(rounding)).join('\n\n'),
    '',
    commandLineCode,
  ].join('\n');
}
