/** Layers that start as copies of each other, and what training makes of them. */
import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { copied, likenessOf, sameShapes } from '../../../src/model/conv/copies.ts';
import { type ConvEngine, rowLength } from '../../../src/model/conv/engine.ts';
import { type ConvExperiment, convBatch, convSpecOf, defaultRace } from '../../../src/model/conv/experiment.ts';
import { initializeConv } from '../../../src/model/conv/parameters.ts';
import { runConv } from '../../../src/model/conv/train.ts';
import { batchStream } from '../../../src/model/data/batches.ts';
import type { Data } from '../../../src/model/data/dataset.ts';
import { parseFashion } from '../../../src/model/data/fashion.ts';
import { fusedConvEngine } from '../../../src/model/engine/conv/fused.ts';
import { kernelBytes } from '../engine/kernel.ts';

let engine: ConvEngine;
let data: Data;
beforeAll(async () => {
  engine = await fusedConvEngine(await kernelBytes('conv'));
  data = parseFashion(new Uint8Array(await readFile('public/data/fashion14.bin')).buffer);
});

describe('a start from copies', () => {
  it('has equal kernels of one shape, and touches nothing else', () => {
    const own = initializeConv(14, 1);
    const copies = copied(14, own);
    // Two blocks of two layers a stage; 0 is the stem, 5 and 9 open a stage and have half the channels coming in.
    expect(sameShapes(14)).toEqual([
      [1, 2, 3, 4],
      [6, 7, 8],
      [10, 11, 12],
    ]);
    for (const group of sameShapes(14)) {
      for (const index of group) expect(copies.layers[index]?.kernel).toEqual(own.layers[group[0] ?? 0]?.kernel);
    }
    for (const index of [0, 5, 9]) expect(copies.layers[index]).toEqual(own.layers[index]);
    expect(copies.head).toBe(own.head);
  });

  it('is measured by the angle of the kernels', () => {
    const kernels = Array.from({ length: 7 }, () => Float32Array.of(1, 0));
    expect(sameShapes(8)).toEqual([[1, 2]]);
    expect(likenessOf(8, kernels)).toBe(1);
    // 3 and 4 against 1 and 0: 3/5.
    expect(likenessOf(8, kernels.with(2, Float32Array.of(3, 4)))).toBeCloseTo(0.6, 12);
  });
});

describe('training from copies', () => {
  it('gives each copy a gradient of its own from the first step on, since it stands at another depth', () => {
    const start = copied(8, initializeConv(8, 1));
    const trainee = engine.create(convSpecOf({ ...defaultRace, depth: 8 }, 'residual'), start);
    trainee.step(batchStream(data.train, convBatch, 1)(), 0.1, new Float32Array(rowLength(8)));
    const moves = trainee.parameters().layers.map(({ kernel }, i) => {
      return kernel.map((value, k) => value - (start.layers[i]?.kernel[k] ?? 0));
    });
    trainee.dispose();
    expect(Math.abs(likenessOf(8, moves))).toBeLessThan(0.5);
  });

  it('takes the likeness away slowly; a start of its own for each layer has none', async () => {
    const race: ConvExperiment = { ...defaultRace, depth: 8, steps: 30, arms: ['residual'] };
    const likeness = async (start: 'own' | 'copies') => {
      const [arm] = await runConv({ ...race, start }, data, engine, (step) => step === 0 || step === 30);
      return arm?.scores.map((score) => score.likeness) ?? [];
    };
    const copies = await likeness('copies');
    expect(copies[0]).toBeCloseTo(1, 6);
    expect(copies[1]).toBeLessThan(0.999);
    expect(copies[1]).toBeGreaterThan(0.5);
    for (const value of await likeness('own')) expect(Math.abs(value)).toBeLessThan(0.2);
  });
});
