/** 100,000 links, half of them of random experiments and half of them damaged: none throws, and each is understood or told. */
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from 'vitest';
import { kinds } from '../../src/model/analysis/kinds.ts';
import {
  type ArmFieldName,
  armFields,
  defaultExperiment,
  type Experiment,
  type Field,
  type FieldName,
  fields,
  isExperiment,
  limits,
  wholeDepth,
} from '../../src/model/experiment.ts';
import { type LabShown, type LinkedPin, labLink, printLab } from '../../src/model/lab/link.ts';
import { pinColours } from '../../src/model/lab/pins.ts';
import { valuesOf } from '../../src/model/lab/sweepValues.ts';
import { asTrained, isAsTrained, swapped, toggled, type UnitOrder } from '../../src/model/lab/unitOrder.ts';
import { type UnitsShown, unitsInView } from '../../src/model/lab/unitsShown.ts';
import { parsePermalink, printAddress } from '../../src/model/permalink.ts';
import { chartViews } from '../../src/model/permalink-view.ts';
import { type Random, random } from '../../src/model/random.ts';

const entries = Object.entries(fields);
const armEntries = Object.entries(armFields);
const names = Object.keys(fields) as FieldName[];
const armNames = Object.keys(armFields) as ArmFieldName[];

const pick = <T>(stream: Random, list: readonly [T, ...T[]] | readonly T[]): T => {
  const found = list[stream.below(list.length)];
  if (found === undefined) throw new Error('nothing to pick from');
  return found;
};

function value(stream: Random, field: Field): string | number | boolean {
  if (field.kind === 'choice') return pick(stream, field.options);
  if (field.kind === 'switch') return stream.below(2) === 1;
  const { min, max, integer } = field;
  const free = pick(stream, [min, max, field.default, min + (max - min) * stream.uniform() ** 3]);
  return integer ? Math.round(free) : free;
}

const letters = [...'ab Z9,:%&=+#?/\\"\'<>~!*()-._é恒等映射𝔘😀'];
const nameOf = (stream: Random) => {
  let name = '';
  for (let left = 1 + stream.below(6); left > 0; left--) name += pick(stream, letters);
  return name.trim() === '' ? 'a' : name;
};

/** A valid experiment as a link can say it: depths of whole units, names that can be seen. */
function anyExperiment(stream: Random): Experiment {
  const settings = Object.fromEntries(
    entries.map(([name, field]) => [name, stream.uniform() < 0.5 ? field.default : value(stream, field)]),
  );
  const made: Experiment = {
    ...defaultExperiment,
    ...settings,
    arms: Array.from({ length: 1 + stream.below(limits.arms) }, () => ({
      name: nameOf(stream),
      overrides: Object.fromEntries(
        armEntries.filter(() => stream.uniform() < 0.15).map(([name, field]) => [name, value(stream, field)]),
      ),
    })),
    seeds: [
      ...new Set(
        Array.from({ length: 1 + stream.below(6) }, () => pick(stream, [0, 1, 2, 3, 7, stream.below(2 ** 32)])),
      ),
    ],
  };
  return {
    ...made,
    depth: wholeDepth(made.depth, made.layersPerUnit),
    arms: made.arms.map(({ name, overrides }) => {
      const { depth, layersPerUnit = made.layersPerUnit } = overrides;
      return {
        name,
        overrides: { ...overrides, ...(depth !== undefined && { depth: wholeDepth(depth, layersPerUnit) }) },
      };
    }),
  };
}

/** Equal as experiments, whatever the order in which the settings of an arm are named. */
const same = (a: Experiment, b: Experiment): boolean =>
  names.every((name) => a[name] === b[name]) &&
  a.seeds.join() === b.seeds.join() &&
  a.arms.length === b.arms.length &&
  a.arms.every(({ name, overrides }, i) => {
    const other = b.arms[i];
    return (
      other?.name === name &&
      Object.keys(overrides).length === Object.keys(other.overrides).length &&
      armNames.every((field) => overrides[field] === other.overrides[field])
    );
  });

const scraps = [
  '%',
  '%25',
  '%E0%A4',
  '&',
  '&&',
  '=',
  ',',
  ':',
  '+',
  '#',
  '?',
  '\0',
  '\u202e',
  '\ud800',
  '__proto__',
  'arm=',
  '1e400',
  'NaN',
  '-',
];

/** The link after an accident: cut, doubled, with something in its midst, with two letters exchanged. */
function damaged(stream: Random, link: string): string {
  let text = link;
  for (let accidents = 1 + stream.below(3); accidents > 0; accidents--) {
    const at = stream.below(text.length + 1);
    const other = stream.below(text.length + 1);
    text = pick(stream, [
      () => text.slice(0, at),
      () => text.slice(at),
      () => text.slice(0, at) + pick(stream, scraps) + text.slice(at),
      () => text.slice(0, Math.min(at, other)) + text.slice(Math.max(at, other)),
      () => `${text}&${text.slice(at)}`,
      () => text.slice(0, at) + (text[other] ?? '') + text.slice(at + 1),
      () => decodeSome(text),
    ])();
  }
  return text;
}
const decodeSome = (text: string) => text.replace(/%2[0-9A-F]/g, (code) => decodeURIComponent(code));

/** Units of one of the networks, now and then as trained, else with some of them swapped and deleted. */
function anyUnits(stream: Random, experiment: Experiment): UnitsShown {
  const picked = { arm: stream.below(experiment.arms.length), seed: pick(stream, experiment.seeds) };
  const { units } = unitsInView(experiment, picked);
  let order: UnitOrder = asTrained(units);
  for (let changes = stream.below(9); changes > 0; changes--) {
    order = swapped(order, stream.below(units), stream.below(units));
    if (stream.uniform() < 0.5) order = toggled(order, stream.below(units));
  }
  return isAsTrained(order) ? picked : { ...picked, order };
}

/** Something to look at; now and then runs to pin, most of them a change or two away from the link's own. */
function anythingShown(stream: Random, experiment: Experiment): LabShown {
  const some = <T>(made: () => T): T | undefined => (stream.uniform() < 0.4 ? made() : undefined);
  const view = some(() => pick(stream, chartViews));
  const quantity = some(() => pick(stream, ['stateGradNorm', 'kernelGradNorm', 'weightNorm'] as const));
  const step = some(() => stream.below(experiment.steps)) || undefined;
  const table = some(() => ({ arm: stream.below(experiment.arms.length), seed: pick(stream, experiment.seeds) }));
  const units = some(() => anyUnits(stream, experiment));
  const sweep = some(() => {
    const field = pick(stream, names);
    const values = [value(stream, fields[field]), value(stream, fields[field])];
    return { field, values: valuesOf(experiment, field, values) };
  });
  const ask = some(() => ({ kind: pick(stream, kinds), trained: stream.below(2) === 1 }));
  const pins = Array.from({ length: Math.max(0, stream.below(6) - 3) }, (): LinkedPin => {
    const other = anyExperiment(stream);
    const near = { ...experiment, width: other.width, seeds: other.seeds, rate: other.rate };
    const trained = stream.uniform() < 0.7 ? near : other;
    return {
      name: nameOf(stream).trim(),
      colour: pick(stream, pinColours),
      experiment: trained.dataset === 'own' ? { ...trained, dataset: 'rings' } : trained,
    };
  });
  return {
    ...(view && { view }),
    ...(quantity && { quantity }),
    ...(step && { step }),
    ...(table && { table }),
    ...(units && { units }),
    ...(sweep && { sweep }),
    ...(ask && { ask }),
    pins,
  };
}

const samePins = (a: readonly LinkedPin[], b: readonly LinkedPin[]): boolean =>
  a.length === b.length &&
  a.every((pin, i) => {
    const other = b[i];
    return other?.name === pin.name && other.colour === pin.colour && same(pin.experiment, other.experiment);
  });
const sameShown = ({ pins, ...a }: LabShown, { pins: others, ...b }: LabShown): boolean =>
  samePins(pins, others) && isDeepStrictEqual(a, b);

describe('50,000 random experiments', () => {
  it('come back from their links, letter for letter, without a remark', () => {
    const stream = random(1, 'round trips');
    const wrong: string[] = [];
    let shortest = Number.POSITIVE_INFINITY;
    for (let i = 0; i < 25_000; i++) {
      const experiment = anyExperiment(stream);
      const link = printAddress(experiment);
      const { experiment: read, notices } = parsePermalink(link);
      shortest = Math.min(shortest, link.length);
      // A link may be too long to be read whole; then it says so.
      if (link.length > 4096 && notices[0]?.kind === 'too-long') continue;
      if (notices.length > 0 || !same(read, experiment) || printAddress(read) !== link) wrong.push(link);
    }
    expect(wrong).toEqual([]);
    expect(shortest).toBeLessThan(60);
  }, 120_000);

  it('and so do those of the lab, with charts, steps, panels and pinned runs', () => {
    const stream = random(3, 'lab links');
    const wrong: string[] = [];
    let pinned = 0;
    let arranged = 0;
    for (let i = 0; i < 25_000; i++) {
      const experiment = anyExperiment(stream);
      const shown = anythingShown(stream, experiment);
      const { query: link, left } = printLab(experiment, shown);
      const fitted = { ...shown, pins: shown.pins.slice(0, shown.pins.length - left) };
      const read = labLink.parse(link);
      pinned += read.shown.pins.length;
      if (read.shown.units?.order) arranged++;
      const sound = read.notices.length === 0 && same(read.experiment, experiment) && sameShown(read.shown, fitted);
      if (!sound || labLink.print(read.experiment, read.shown) !== link) wrong.push(link);
    }
    expect(wrong).toEqual([]);
    expect(pinned).toBeGreaterThan(5000);
    expect(arranged).toBeGreaterThan(5000);
  }, 120_000);
});

describe('50,000 damaged links', () => {
  it('never throw, always open an experiment, and open the same one once they were printed again', () => {
    const stream = random(2, 'accidents');
    const links = Array.from({ length: 2000 }, (_, i) => {
      const experiment = anyExperiment(stream);
      return i % 2 > 0 ? printAddress(experiment) : labLink.print(experiment, anythingShown(stream, experiment));
    });
    const wrong: string[] = [];
    let changed = 0;
    for (let i = 0; i < 50_000; i++) {
      const query = damaged(stream, pick(stream, links));
      const { experiment, shown, notices } = labLink.parse(query);
      if (notices.length > 0) changed++;
      const { query: printed, left } = printLab(experiment, shown);
      const again = labLink.parse(printed);
      const kept = { ...shown, pins: shown.pins.slice(0, shown.pins.length - left) };
      const sound = i % 10 > 0 || [experiment, ...shown.pins.map((pin) => pin.experiment)].every(isExperiment);
      const alike = same(again.experiment, experiment) && sameShown(again.shown, kept);
      if (!sound || again.notices.length > 0 || !alike) {
        wrong.push(query);
      }
    }
    expect(wrong).toEqual([]);
    // Most accidents are noticed: the reader is told.
    expect(changed).toBeGreaterThan(25_000);
    expect(parsePermalink('v=1').experiment).toEqual(defaultExperiment);
  }, 180_000);
});
