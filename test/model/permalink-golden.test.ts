/**
 * Links of released versions. Each one was printed by the version named beside it and stands in somebody's slides: what it opens
 * must never change. Add links here; never change or remove one.
 */
import { describe, expect, it } from 'vitest';
import { shownControls } from '../../src/components/embed/useShownControls.ts';
import { experimentQuery, listOf, modeOf } from '../../src/components/shell/mode.ts';
import type { Experiment } from '../../src/model/experiment.ts';
import { type LabShown, labLink } from '../../src/model/lab/link.ts';
import { parsePermalink, printAddress } from '../../src/model/permalink.ts';
import { type ChartChoice, chartLink } from '../../src/model/permalink-view.ts';

/** The experiment of an empty link in version 0.1.0, written out so that a new default cannot change what old links open. */
const first: Experiment = {
  dataset: 'fashion',
  batch: 64,
  steps: 300,
  width: 24,
  depth: 20,
  layersPerUnit: 2,
  order: 'pre',
  activation: 'relu',
  normalization: 'none',
  finalNorm: false,
  initializer: 'glorot',
  gain: 1,
  spread: 0.1,
  shortcutScale: 1,
  branchScale: 'one',
  optimizer: 'momentum',
  rate: 0.01,
  decay: 0,
  arms: [
    { name: 'plain', overrides: { shortcutScale: 0 } },
    { name: 'residual', overrides: { shortcutScale: 1 } },
  ],
  seeds: [1, 2, 3],
};

const golden: readonly (readonly [version: string, link: string, experiment: Experiment])[] = [
  ['0.1.0', 'v=1', first],
  ['0.1.0', 'v=1&depth=30', { ...first, depth: 30 }],
  [
    '0.1.0',
    'v=1&data=spiral&batch=32&steps=60&width=8&depth=4&seeds=1,2',
    { ...first, dataset: 'spiral', batch: 32, steps: 60, width: 8, depth: 4, seeds: [1, 2] },
  ],
  [
    '0.1.0',
    'v=1&data=digits&depth=30&k=3&act=tanh&init=orthogonal&gain=1.05&seeds=4-6,9&arm=a,lambda:-0.5&arm=b%20c',
    {
      ...first,
      dataset: 'digits',
      depth: 30,
      layersPerUnit: 3,
      activation: 'tanh',
      initializer: 'orthogonal',
      gain: 1.05,
      seeds: [4, 5, 6, 9],
      arms: [
        { name: 'a', overrides: { shortcutScale: -0.5 } },
        { name: 'b c', overrides: {} },
      ],
    },
  ],
  [
    '0.1.0',
    'v=1&data=rings&order=post&act=sigmoid&norm=batch&fnorm=1&init=normal&sd=0.25&branch=sqrt&opt=adamw&lr=0.003&wd=0.1',
    {
      ...first,
      dataset: 'rings',
      order: 'post',
      activation: 'sigmoid',
      normalization: 'batch',
      finalNorm: true,
      initializer: 'normal',
      spread: 0.25,
      branchScale: 'sqrt',
      optimizer: 'adamw',
      rate: 0.003,
      decay: 0.1,
    },
  ],
  [
    '0.1.0',
    'v=1&data=identity&act=linear&norm=layer&init=identity&lambda=0.5&branch=learned&opt=adam&lr=1e-7&seeds=0,4294967295',
    {
      ...first,
      dataset: 'identity',
      activation: 'linear',
      normalization: 'layer',
      initializer: 'identity',
      shortcutScale: 0.5,
      branchScale: 'learned',
      optimizer: 'adam',
      rate: 0.000001,
      seeds: [0, 4_294_967_295],
    },
  ],
  [
    '0.1.0',
    'v=1&k=1&init=he&branch=zero&opt=sgd&arm=%E6%99%AE%E9%80%9A%252C%201,lambda:0,depth:9&arm=zero,branch:units,norm:batch&arm=lecun,init:lecun,width:12,lr:0.1,act:tanh,fnorm:0',
    {
      ...first,
      layersPerUnit: 1,
      initializer: 'he',
      branchScale: 'zero',
      optimizer: 'sgd',
      arms: [
        { name: '普通, 1', overrides: { shortcutScale: 0, depth: 9 } },
        { name: 'zero', overrides: { branchScale: 'units', normalization: 'batch' } },
        {
          name: 'lecun',
          overrides: { initializer: 'lecun', width: 12, rate: 0.1, activation: 'tanh', finalNorm: false },
        },
      ],
    },
  ],
];

describe('links of released versions', () => {
  it.each(golden)('%s: %s', (_, link, experiment) => {
    const read = parsePermalink(link);
    expect(read.experiment).toEqual(experiment);
    // What a link opens is printed as a link that opens the same.
    expect(parsePermalink(printAddress(read.experiment))).toEqual({ experiment, notices: [] });
  });

  it('that were cut, or that a mail program escaped once more, still open what is left of them', () => {
    expect(parsePermalink('v=1&data=spiral&depth=3').experiment).toEqual({ ...first, dataset: 'spiral', depth: 4 });
    expect(parsePermalink('v=1&arm=plain%2Clambda%3A0&arm=residual%2Clambda%3A1').experiment).toEqual(first);
  });
});

const spiral: Experiment = { ...first, dataset: 'spiral', depth: 30 };

/** Whole addresses of lessons and of the front page: what is trained, what is looked at, which controls stay. */
const ofPages: readonly (readonly [
  address: string,
  experiment: Experiment,
  chart: ChartChoice,
  controls: readonly string[] | undefined,
])[] = [
  ['/zh/?v=1&data=spiral&depth=30', spiral, {}, undefined],
  ['/en/lessons/degradation/?v=1&data=spiral&depth=30', spiral, {}, undefined],
  [
    '/en/lessons/degradation/?v=1&data=spiral&depth=30&view=layers&of=dkernel&step=40',
    spiral,
    { view: 'layers', quantity: 'kernelGradNorm', step: 40 },
    undefined,
  ],
  ['/zh/lessons/explosion/?v=1&view=heat&of=state', first, { view: 'heat', quantity: 'stateNorm' }, undefined],
  ['/zh/lessons/explosion/?v=1&view=regions&of=branch', first, { view: 'regions', quantity: 'branchNorm' }, undefined],
  ['/en/lessons/degradation/?controls=depth,lr&v=1&data=spiral&depth=30', spiral, {}, ['depth', 'rate']],
  ['/en/lessons/degradation/?controls=&v=1&view=layers', first, { view: 'layers' }, []],
  ['/en/lessons/degradation/?embed&part=degradation-try&controls=preset,rate&v=1', first, {}, ['preset', 'rate']],
];

/** Addresses of the lab, with panels and pinned runs. */
const ofLab: readonly (readonly [query: string, experiment: Experiment, shown: LabShown])[] = [
  ['v=1&data=spiral&depth=30', spiral, { pins: [] }],
  [
    'v=1&data=spiral&depth=30&view=layers&of=weight&step=12&table=2,3&sweep=lr:0.001,0.01&ask=lesion,trained',
    spiral,
    {
      view: 'layers',
      quantity: 'weightNorm',
      step: 12,
      table: { arm: 1, seed: 3 },
      sweep: { field: 'rate', values: [0.001, 0.01] },
      ask: { kind: 'lesion', trained: true },
      pins: [],
    },
  ],
  ['v=1&data=spiral&depth=30&units=2,1', spiral, { units: { arm: 1, seed: 1 }, pins: [] }],
  [
    'v=1&data=spiral&depth=30&view=heat&units=1,3:15,2-4,6x,5,7-8x,9-14,1',
    spiral,
    {
      view: 'heat',
      units: {
        arm: 0,
        seed: 3,
        order: [14, 1, 2, 3, 5, 4, 6, 7, 8, 9, 10, 11, 12, 13, 0].map((unit) => ({
          unit,
          deleted: [5, 6, 7].includes(unit),
        })),
      },
      pins: [],
    },
  ],
  [
    'v=1&of=dstate&sweep=norm:none,batch,layer&ask=readOut,initial',
    first,
    {
      quantity: 'stateGradNorm',
      sweep: { field: 'normalization', values: ['none', 'batch', 'layer'] },
      ask: { kind: 'readOut', trained: false },
      pins: [],
    },
  ],
  [
    'v=1&data=spiral&depth=30&pin=slow,teal&pin=%E5%BF%AB%252C%202,magenta&lr=0.1&seeds=7&pin=one,violet&k=1&arm=a,lambda:0.5',
    spiral,
    {
      pins: [
        { name: 'slow', colour: 'teal', experiment: spiral },
        { name: '快, 2', colour: 'magenta', experiment: { ...spiral, rate: 0.1, seeds: [7] } },
        {
          name: 'one',
          colour: 'violet',
          experiment: { ...spiral, layersPerUnit: 1, arms: [{ name: 'a', overrides: { shortcutScale: 0.5 } }] },
        },
      ],
    },
  ],
];

describe('addresses of version 1', () => {
  it.each(ofPages)('%s', (address, experiment, chart, controls) => {
    const { search } = new URL(address, 'https://course.example');
    const read = chartLink.parse(experimentQuery(search));
    expect(read).toEqual({ experiment, shown: chart, notices: [] });
    const names = modeOf(search).controls ?? listOf(new URLSearchParams(search).get('controls'));
    const left = names && shownControls(names, [], []);
    expect(left && [...(left.preset ? ['preset'] : []), ...left.controls]).toEqual(controls);
    expect(chartLink.parse(chartLink.print(experiment, chart))).toEqual(read);
  });
  it.each(ofLab)('the lab: %s', (query, experiment, shown) => {
    expect(labLink.parse(query)).toEqual({ experiment, shown, notices: [] });
    expect(labLink.print(experiment, shown)).toBe(query);
  });
});
