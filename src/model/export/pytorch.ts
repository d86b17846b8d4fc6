/** The experiment as a PyTorch script that stands alone: the same data, initial weights and batches, the same losses. */
import type { OwnData } from '../data/ownData.ts';
import type { Dataset, Experiment } from '../experiment.ts';
import { commandLineCode } from './python/commandLine.ts';
import { dataCode } from './python/data.ts';
import { generatorCode } from './python/generator.ts';
import { experimentLiteral, ownLiteral, textLiteral } from './python/literal.ts';
import { networkCode } from './python/network.ts';
import { trainingCode } from './python/training.ts';
import { growthIn, type Rounding } from './rounding.ts';

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

import numpy as np
import torch
`;

/**
 * What the script knows of this one experiment.
 * @param own the reader's data, which it then holds
 * @throws {RangeError} where the experiment is on own data and there are none
 */
export function experimentCode(experiment: Experiment, { link, data }: Addresses, own?: OwnData): string {
  const isOwn = experiment.dataset === 'own';
  if (isOwn && !own) throw new RangeError('The experiment is on own data, and there are none.');
  return `LINK = ${textLiteral(link)}
DATA_ADDRESS = ${textLiteral(data)}
EXPERIMENT = ${experimentLiteral(experiment)}
OWN = ${ownLiteral(isOwn ? own : undefined)}
`;
}

/** The parts that every experiment shares, in order. */
export const parts = {
  generator: generatorCode,
  data: dataCode,
  network: networkCode,
  training: trainingCode,
} as const;

/** How closely the losses are those of the page. */
function agreement(rounding: Rounding | undefined): string {
  if (!rounding) {
    return `over the first 20 steps they agree to about 0.0001, unless training multiplies small differences, as large
steps can, or depth under batch norm, or a norm behind branches that start at 0. Nobody measured that when this script was
made; --rounding does.`;
  }
  const growing = growthIn(rounding);
  const seeds = `${rounding.seeds.length === 1 ? 'seed' : 'seeds'} ${rounding.seeds.join(', ')}`;
  const others = 'Later, rounding alone may part the curves. For other seeds and depths, --rounding measures that.';
  const again = 'Trained again with sums in another order and every weight off by up to half a millionth,';
  if (growing.length === 0) {
    return `over the first 20 steps they agree to 0.0001, as a share of those above 1. The page measured that.
${again}
no loss moves by as much, with ${seeds}.
${others}`;
  }
  return `over the first 20 steps they agree to 0.0001, as a share of those above 1, but not surely in these arms
of EXPERIMENT. Rounding grows there from step to step, and two correct programs may part. The page measured that.
${again}
the losses move, with ${seeds}, by
${growing.map(({ arm, apart }) => `    ${apart.toExponential(0)} in arm ${arm + 1}\n`).join('')}${others}`;
}

/** What the data need, in words. */
const needed: Partial<Record<Dataset, string>> = {
  fashion: ', and fashion14.bin beside it (see DATA_ADDRESS)',
  own: ". The data are its author's\nown and stand below, in OWN: whoever gets this script gets them",
};

const description = (experiment: Experiment, rounding: Rounding | undefined) => `"""
One experiment of Residual Lab, trained by PyTorch. Data, initial weights and batches are those of the page, so the losses
are too: ${agreement(rounding)}

    python residual_lab.py                          the experiment as it stands, to losses.csv
    python residual_lab.py --seeds 1-5 --depths 2,10,20,50 --out sweep.csv
    sbatch --array=0-19 --wrap "python residual_lab.py --seeds 1-5 --depths 2,10,20,50"
                                                    one task for each depth and seed; --list shows them
    python residual_lab.py --ray --seeds 1-20       the same on the workers of Ray
    python residual_lab.py --rounding               how far rounding alone parts the losses in 20 steps

It needs Python 3.8, NumPy and PyTorch${needed[experiment.dataset] ?? ''}.
The columns grad_first and grad_last are the norms of dE/dx at the first and the last state of the trunk.
"""
`;

/**
 * @param experiment whatever its arms are called, their names stay text
 * @param own the reader's data, where the experiment is on them
 * @param rounding where it could be measured
 */
export function pytorchScript(
  experiment: Experiment,
  addresses: Addresses,
  own?: OwnData,
  rounding?: Rounding,
): string {
  return [
    '#!/usr/bin/env python3',
    description(experiment, rounding),
    imports,
    experimentCode(experiment, addresses, own),
    '',
    Object.values(parts).join('\n\n'),
    '',
    commandLineCode,
  ].join('\n');
}
