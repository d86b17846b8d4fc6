/** Links of the lab: what they say is read as it was written, and what they cannot say is told. */
import { describe, expect, it } from 'vitest';
import { defaultExperiment, type Experiment, isExperiment } from '../../../src/model/experiment.ts';
import { type LabShown, labLink, linkLimits, printLab } from '../../../src/model/lab/link.ts';
import { asTrained, swapped, toggled } from '../../../src/model/lab/unitOrder.ts';
import { chartLink } from '../../../src/model/permalink-view.ts';

const base: Experiment = { ...defaultExperiment, dataset: 'spiral', depth: 6 };
const full: LabShown = {
  view: 'layers',
  quantity: 'weightNorm',
  step: 120,
  table: { arm: 1, seed: 2 },
  units: { arm: 0, seed: 3, order: toggled(swapped(asTrained(3), 0, 2), 1) },
  sweep: { field: 'rate', values: [0.001, 0.01, 0.1] },
  ask: { kind: 'lesion', trained: true },
  pins: [
    { name: 'slow', colour: 'teal', experiment: base },
    { name: 'fast, 快', colour: 'gold', experiment: { ...base, rate: 0.1, seeds: [1, 2, 3, 4, 7] } },
    {
      name: 'other networks',
      colour: 'grey',
      experiment: { ...base, layersPerUnit: 3, arms: [{ name: 'a', overrides: { depth: 9 } }] },
    },
  ],
};

describe('a link of the lab', () => {
  it('is the link of the experiment where nothing else is shown', () => {
    expect(labLink.print(defaultExperiment, labLink.usual)).toBe('v=1');
    expect(chartLink.print(base, {})).toBe('v=1&data=spiral&depth=6');
  });

  it('names charts, panels and runs shortly, runs by what differs alone', () => {
    expect(labLink.print(base, full)).toBe(
      'v=1&data=spiral&depth=6&view=layers&of=weight&step=120&table=2,2&units=1,3:3,2x,1&sweep=lr:0.001,0.01,0.1&ask=lesion,trained' +
        '&pin=slow,teal&pin=fast%252C%20%E5%BF%AB,gold&lr=0.1&seeds=1-4,7&pin=other%20networks,grey&k=3&arm=a,depth:9',
    );
  });

  it('comes back as it was', () => {
    expect(labLink.parse(labLink.print(base, full))).toEqual({ experiment: base, shown: full, notices: [] });
  });

  it('takes along as many runs as fit, and counts the others', () => {
    const many = Array.from({ length: 12 }, (_, i) => ({
      name: `${i}`,
      colour: 'teal' as const,
      experiment: { ...base, width: i + 1 },
    }));
    const { query, left } = printLab(base, { pins: many });
    expect(left).toBe(12 - linkLimits.pins);
    expect(labLink.parse(query).shown.pins).toEqual(many.slice(0, linkLimits.pins));
    const long = { name: '长'.repeat(40), colour: 'teal' as const, experiment: base };
    const cut = printLab(base, { pins: Array.from({ length: 8 }, () => long) });
    // A Han character is nine letters of an address: 40 of them 360, so that five fit into 2,000.
    expect([cut.left, cut.query.length <= linkLimits.letters]).toEqual([3, true]);
  });

  it('carries no data of the reader’s own', () => {
    const own = { name: 'mine', colour: 'teal' as const, experiment: { ...base, dataset: 'own' as const } };
    expect(printLab(base, { pins: [own] })).toEqual({ query: 'v=1&data=spiral&depth=6', left: 1 });
    const read = labLink.parse('v=1&data=own&pin=mine,teal&pin=other,teal&data=rings');
    expect(read.shown.pins.map(({ name }) => name)).toEqual(['other']);
    expect(read.notices).toEqual([{ kind: 'own-pin', name: 'mine' }]);
  });

  it.each([
    ['view=pie', { kind: 'unknown-view', key: 'view', text: 'pie' }],
    ['of=__proto__', { kind: 'unknown-view', key: 'of', text: '__proto__' }],
    ['step=-1', { kind: 'unknown-view', key: 'step', text: '-1' }],
    ['step=9e9', { kind: 'unknown-view', key: 'step', text: '9e9' }],
    ['step=300', { kind: 'late-step', asked: 300, used: 299 }],
    ['view=loss&view=heat', { kind: 'duplicate', key: 'view' }],
    ['table=3,1', { kind: 'unknown-view', key: 'table', text: '3,1' }],
    ['table=1,9', { kind: 'unknown-view', key: 'table', text: '1,9' }],
    ['units=3,1', { kind: 'unknown-view', key: 'units', text: '3,1' }],
    ['units=1,9:2,1', { kind: 'unknown-view', key: 'units', text: '1,9:2,1' }],
    ['depth=4&units=1,1:', { kind: 'unknown-view', key: 'units', text: '1,1:' }],
    ['depth=4&units=1,1:2,1,3', { kind: 'unknown-view', key: 'units', text: '1,1:2,1,3' }],
    ['depth=4&units=1,1:1-1000000000', { kind: 'unknown-view', key: 'units', text: '1,1:1-1000000000' }],
    ['units=1,1&units=1,2', { kind: 'duplicate', key: 'units' }],
    ['ask=everything,trained', { kind: 'unknown-view', key: 'ask', text: 'everything,trained' }],
    ['ask=lesion,trained,1', { kind: 'unknown-view', key: 'ask', text: 'lesion,trained,1' }],
    ['sweep=constructor:1', { kind: 'unknown-view', key: 'sweep', text: 'constructor:1' }],
    ['sweep=lr:NaN', { kind: 'unknown-view', key: 'sweep', text: 'lr:NaN' }],
    ['sweep=width:8,900', { kind: 'unknown-view', key: 'sweep', text: 'width:8,900' }],
    ['sweep=act:relu,none', { kind: 'unknown-view', key: 'sweep', text: 'act:relu,none' }],
    ['pin=a,teal&lr=x&depth=900', { kind: 'bent-pin', name: 'a', count: 2 }],
    ['pin=a,blue', { kind: 'bent-pin', name: 'a', count: 1 }],
    ['pin=', { kind: 'bent-pin', name: '1', count: 1 }],
    ['pin=%E2%80%AEa,teal', { kind: 'bent-pin', name: 'a', count: 1 }],
    ['pin=a,teal&__proto__=1', { kind: 'bent-pin', name: 'a', count: 1 }],
    [Array(9).fill('pin=a,teal').join('&'), { kind: 'too-many', what: 'pins', asked: 9, used: 8 }],
  ])('%s is told', (query, notice) => {
    const { experiment, shown, notices } = labLink.parse(query);
    expect(notices).toEqual([notice]);
    expect([experiment, ...shown.pins.map((pin) => pin.experiment)].every(isExperiment)).toBe(true);
  });

  it('sweeps what it can of what it names', () => {
    expect(labLink.parse('sweep=width:8,900').shown.sweep).toEqual({ field: 'width', values: [8, 64] });
    expect(labLink.parse('sweep=fnorm:0,1').shown.sweep).toEqual({ field: 'finalNorm', values: [false, true] });
  });

  it('belongs to the lab: to a lesson its panels and runs are unknown', () => {
    const { shown, notices } = chartLink.parse('v=1&view=heat&units=1,1&ask=lesion,trained&pin=a,teal');
    expect(shown).toEqual({ view: 'heat' });
    expect(notices).toEqual([
      { kind: 'unknown-key', key: 'units' },
      { kind: 'unknown-key', key: 'ask' },
      { kind: 'unknown-key', key: 'pin' },
    ]);
  });
});
