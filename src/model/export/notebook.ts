/** The same as a Jupyter notebook (nbformat 4.5): what each part does in words, the code, a run and its curves. */
import type { OwnData } from '../data/ownData.ts';
import { type Arithmetic, arithmeticOf } from '../engine/arithmetic.ts';
import type { Experiment } from '../experiment.ts';
import { type Addresses, experimentCode, partsOf } from './pytorch.ts';
import { type Agreement, agreementOf, type Rounding } from './rounding.ts';

/** What the notebook says between its cells, as Markdown, in the reader's language. */
export type NotebookWords = Readonly<
  Record<
    | 'title'
    | 'link'
    | 'fashion'
    | 'own'
    | 'experiment'
    | 'generator'
    | 'data'
    | 'network'
    | 'arithmetic'
    | 'training'
    | 'run'
    | 'plot',
    string
  >
> & {
  /** How closely the losses are those of the page. */
  readonly closeness: (agreement: Agreement) => string;
};

const imports = `import math
import os
import sys
from functools import lru_cache
from types import SimpleNamespace

import numpy as np
import torch
`;

const runCode = `rows = [row for seed in EXPERIMENT["seeds"] for row in train(seed)]
for row in rows[:3]:
    print(row)
`;

const plotCode = `import matplotlib.pyplot as plt

names = [arm["name"] for arm in EXPERIMENT["arms"]]
for i, name in enumerate(names):
    for seed in EXPERIMENT["seeds"]:
        curve = [(row["step"], row["loss"]) for row in rows if row["arm"] == name and row["seed"] == seed]
        label = name if seed == EXPERIMENT["seeds"][0] else None
        plt.plot(*zip(*curve), color=["#b8420f", "#1558b8", "#5f6b1a", "#7b3f8c"][i], label=label, linewidth=1)
plt.xlabel("step")
plt.ylabel("loss")
plt.legend()
plt.show()
`;

/** Lines as nbformat keeps them: each with its end, but the last. */
const source = (text: string): string[] => text.trimEnd().split(/(?<=\n)/);

/**
 * @param own the reader's data, where the experiment is on them
 * @param rounding as it was measured, or else the arithmetic of the engine
 * @returns the text of an .ipynb file
 */
export function notebook(
  experiment: Experiment,
  addresses: Addresses,
  words: NotebookWords,
  own?: OwnData,
  rounding: Rounding | Arithmetic = arithmeticOf(),
): string {
  const { link, data } = addresses;
  const said = [
    words.title,
    words.closeness(agreementOf(rounding)),
    ...(link ? [`${words.link} <${link}>`] : []),
    ...(experiment.dataset === 'fashion' && data ? [`${words.fashion} <${data}>`] : []),
    ...(experiment.dataset === 'own' ? [words.own] : []),
  ].join('\n\n');
  const parts = partsOf(rounding);
  const sections: readonly [string, string, string][] = [
    ['experiment', words.experiment, `${imports}\n${experimentCode(experiment, addresses, own, rounding)}`],
    ['generator', words.generator, parts.generator],
    ['data', words.data, parts.data],
    ['network', words.network, parts.network],
    ['arithmetic', words.arithmetic, parts.arithmetic],
    ['training', words.training, parts.training],
    ['run', words.run, runCode],
    ['plot', words.plot, plotCode],
  ];
  const markdown = (id: string, text: string) => ({ cell_type: 'markdown', id, metadata: {}, source: source(text) });
  const code = (id: string, text: string) => ({
    cell_type: 'code',
    execution_count: null,
    id,
    metadata: {},
    outputs: [],
    source: source(text),
  });
  const cells = [
    markdown('title', said),
    ...sections.flatMap(([id, heading, text]) => [markdown(`${id}-words`, heading), code(id, text)]),
  ];
  const metadata = {
    kernelspec: { display_name: 'Python 3', language: 'python', name: 'python3' },
    language_info: { name: 'python' },
  };
  return `${JSON.stringify({ cells, metadata, nbformat: 4, nbformat_minor: 5 }, null, 1)}\n`;
}
