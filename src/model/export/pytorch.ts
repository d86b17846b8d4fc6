/** The experiment as a PyTorch script that stands alone: the same data, initial weights and batches, the same losses. */
import type { Experiment } from '../experiment.ts';
import { commandLineCode } from './python/commandLine.ts';
import { dataCode } from './python/data.ts';
import { generatorCode } from './python/generator.ts';
import { experimentLiteral, textLiteral } from './python/literal.ts';
import { networkCode } from './python/network.ts';
import { trainingCode } from './python/training.ts';

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

/** What the script knows of this one experiment. */
export const experimentCode = (experiment: Experiment, { link, data }: Addresses): string =>
  `LINK = ${textLiteral(link)}
DATA_ADDRESS = ${textLiteral(data)}
EXPERIMENT = ${experimentLiteral(experiment)}
`;

/** The parts that every experiment shares, in order. */
export const parts = {
  generator: generatorCode,
  data: dataCode,
  network: networkCode,
  training: trainingCode,
} as const;

const description = (fashion: boolean) => `"""
One experiment of Residual Lab, trained by PyTorch. Data, initial weights and batches are those of the page, so the losses
are too: over the first 20 steps they agree to about 0.0001. Later, rounding alone may part the curves.

    python residual_lab.py                          the experiment as it stands, to losses.csv
    python residual_lab.py --seeds 1-5 --depths 2,10,20,50 --out sweep.csv
    sbatch --array=0-19 --wrap "python residual_lab.py --seeds 1-5 --depths 2,10,20,50"
                                                    one task for each depth and seed; --list shows them
    python residual_lab.py --ray --seeds 1-20       the same on the workers of Ray

It needs Python 3.8, NumPy and PyTorch${fashion ? ', and fashion14.bin beside it (see DATA_ADDRESS)' : ''}.
The columns grad_first and grad_last are the norms of dE/dx at the first and the last state of the trunk.
"""
`;

/** @param experiment whatever its arms are called, their names stay text */
export function pytorchScript(experiment: Experiment, addresses: Addresses): string {
  return [
    '#!/usr/bin/env python3',
    description(experiment.dataset === 'fashion'),
    imports,
    experimentCode(experiment, addresses),
    '',
    Object.values(parts).join('\n\n'),
    '',
    commandLineCode,
  ].join('\n');
}
