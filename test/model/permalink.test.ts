import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Arm,
  armFields,
  clampNumber,
  commonFields,
  defaultExperiment,
  type Experiment,
  type Field,
  fields,
  isExperiment,
  limits,
  wholeDepth,
} from '../../src/model/experiment.ts';
import { type Notice, parsePermalink, printPermalink } from '../../src/model/permalink.ts';
import { random } from '../../src/model/random.ts';

const experiment = (changes: Partial<Experiment>): Experiment => ({ ...defaultExperiment, ...changes });
const notices = (query: string): Notice[] => parsePermalink(query).notices;

describe('printPermalink', () => {
  it('is empty for the default experiment', () => {
    expect(printPermalink(defaultExperiment)).toBe('');
  });

  it('names only what differs', () => {
    expect(printPermalink(experiment({ dataset: 'spiral', depth: 30, rate: 0.003, finalNorm: true }))).toBe(
      'data=spiral&depth=30&fnorm=1&lr=0.003',
    );
  });

  it('writes runs of seeds as ranges', () => {
    const seeds = (list: number[]) => printPermalink(experiment({ seeds: list }));
    expect(seeds([1, 2, 3])).toBe('');
    expect(seeds([1, 2, 3, 4, 5])).toBe('seeds=1-5');
    expect(seeds([1, 5, 9])).toBe('seeds=1,5,9');
    expect(seeds([7, 8, 9, 2])).toBe('seeds=7-9,2');
  });

  it('writes arms readably, commas and colons bare', () => {
    const arms: Arm[] = [
      { name: 'plain', overrides: { shortcutScale: 0 } },
      { name: 'normed', overrides: { normalization: 'batch', rate: 0.1 } },
      { name: 'residual', overrides: {} },
    ];
    expect(printPermalink(experiment({ arms }))).toBe('arm=plain,lambda:0&arm=normed,norm:batch,lr:0.1&arm=residual');
  });

  it('prints the depth that is trained: whole units', () => {
    expect(printPermalink(experiment({ depth: 10, layersPerUnit: 3 }))).toBe('depth=9&k=3');
    // 20 layers in units of 3 are 21, and a link that says nothing of the depth means them.
    expect(printPermalink(experiment({ depth: 21, layersPerUnit: 3 }))).toBe('k=3');
    expect(parsePermalink('k=3')).toEqual({ experiment: experiment({ depth: 21, layersPerUnit: 3 }), notices: [] });
  });
});

describe('parsePermalink', () => {
  it('reads nothing as the default experiment', () => {
    expect(parsePermalink('')).toEqual({ experiment: defaultExperiment, notices: [] });
    expect(parsePermalink('?')).toEqual({ experiment: defaultExperiment, notices: [] });
  });

  it('reads the query of the first link that was ever printed', () => {
    const query =
      '?data=digits&batch=32&depth=30&k=3&act=tanh&init=orthogonal&gain=1.05&seeds=4-6,9&arm=a,lambda:-0.5&arm=b%20c';
    expect(parsePermalink(query)).toEqual({
      experiment: experiment({
        dataset: 'digits',
        batch: 32,
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
      }),
      notices: [],
    });
  });

  it('passes over the keys of the page', () => {
    expect(parsePermalink('theme=dark&depth=4', ['theme']).notices).toEqual([]);
    expect(notices('theme=dark')).toEqual([{ kind: 'unknown-key', key: 'theme' }]);
  });

  it.each([
    ['depth=1000000000', { kind: 'clamped', field: 'depth', asked: 1e9, used: 100, min: 1, max: 100 }],
    ['width=-1', { kind: 'clamped', field: 'width', asked: -1, used: 1, min: 1, max: 64 }],
    ['lr=0', { kind: 'clamped', field: 'rate', asked: 0, used: 1e-6, min: 1e-6, max: 10 }],
    ['width=2.5', { kind: 'rounded', field: 'width', asked: 2.5, used: 3 }],
    ['depth=7', { kind: 'rounded', field: 'depth', asked: 7, used: 8 }],
    ['arm=a,depth:7,k:3', { kind: 'rounded', field: 'depth', asked: 7, used: 6, arm: 'a' }],
    ['lr=NaN', { kind: 'not-a-number', field: 'rate', text: 'NaN' }],
    ['lr=Infinity', { kind: 'not-a-number', field: 'rate', text: 'Infinity' }],
    ['lr=1e400', { kind: 'not-a-number', field: 'rate', text: '1e400' }],
    ['lr=', { kind: 'not-a-number', field: 'rate', text: '' }],
    ['lr=0x10', { kind: 'not-a-number', field: 'rate', text: '0x10' }],
    ['lr=1%202', { kind: 'not-a-number', field: 'rate', text: '1 2' }],
    ['act=constructor', { kind: 'unknown-choice', field: 'activation', text: 'constructor' }],
    ['act=__proto__', { kind: 'unknown-choice', field: 'activation', text: '__proto__' }],
    ['fnorm=yes', { kind: 'unknown-choice', field: 'finalNorm', text: 'yes' }],
    ['__proto__=1', { kind: 'unknown-key', key: '__proto__' }],
    ['constructor=1', { kind: 'unknown-key', key: 'constructor' }],
    ['arm=a,__proto__:1', { kind: 'unknown-key', key: '__proto__', arm: 'a' }],
    ['arm=a,data:spiral', { kind: 'unknown-key', key: 'data', arm: 'a' }],
    ['depth=4&depth=6', { kind: 'duplicate', key: 'depth' }],
    ['arm=a,k:1,k:2', { kind: 'duplicate', key: 'k', arm: 'a' }],
    ['seeds=1,1', { kind: 'duplicate', key: 'seeds' }],
    ['seeds=3-1', { kind: 'bad-seed', text: '3-1' }],
    ['seeds=4294967296', { kind: 'bad-seed', text: '4294967296' }],
    ['seeds=1.5', { kind: 'bad-seed', text: '1.5' }],
    ['seeds=0-4294967295', { kind: 'too-many', what: 'seeds', asked: 4294967296, used: 20 }],
    ['arm=a&arm=b&arm=c&arm=d&arm=e', { kind: 'too-many', what: 'arms', asked: 5, used: 4 }],
    ['arm=', { kind: 'renamed', used: '1' }],
    ['arm=%E2%80%AEevil%00', { kind: 'renamed', used: 'evil' }],
    ['arm=abcdefghijklmnopqrstuvwxyz', { kind: 'renamed', used: 'abcdefghijklmnopqrstuvwx' }],
    ['depth=%E0%A4%A', { kind: 'unreadable', text: 'depth=%E0%A4%A' }],
  ])('%s is told', (query, notice) => {
    const { experiment: read, notices: told } = parsePermalink(query);
    expect(told).toEqual([notice]);
    expect(isExperiment(read)).toBe(true);
  });

  it('keeps the default where a value is refused, and the first of duplicates', () => {
    expect(parsePermalink('act=constructor&lr=NaN&seeds=x').experiment).toEqual(defaultExperiment);
    expect(parsePermalink('depth=4&depth=6').experiment.depth).toBe(4);
    expect(parsePermalink('arm=a,lambda:abc').experiment.arms).toEqual([{ name: 'a', overrides: {} }]);
  });

  it('leaves Object.prototype as it was', () => {
    const before = Object.getOwnPropertyNames(Object.prototype);
    const { experiment: read } = parsePermalink(
      '__proto__=1&__proto__[x]=1&arm=__proto__,__proto__:1&constructor.prototype.x=1',
    );
    expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before);
    expect(Object.getPrototypeOf(read)).toBe(Object.prototype);
    expect(Reflect.get({}, 'x')).toBeUndefined();
  });

  it('shows at most twenty notices and counts the rest', () => {
    const told = notices(Array.from({ length: 30 }, (_, i) => `x${i}=1`).join('&'));
    expect(told.length).toBe(21);
    expect(told.at(-1)).toEqual({ kind: 'more', count: 10 });
  });

  it('quotes no more than 40 characters of a link, none of them invisible', () => {
    const [told] = notices(`act=${encodeURIComponent(`\u202e${'x'.repeat(100)}`)}`);
    expect(told).toEqual({ kind: 'unknown-choice', field: 'activation', text: `${'x'.repeat(39)}…` });
  });

  it.each([
    ['digits in one value', `depth=${'9'.repeat(1_000_000)}`],
    ['digits that end badly', `lr=${'1'.repeat(1_000_000)}x`],
    ['separators', '&'.repeat(1_000_000)],
    ['arms', 'arm=a,'.repeat(170_000)],
    ['percent signs', '%'.repeat(1_000_000)],
    ['seed ranges', `seeds=${'0-4294967295,'.repeat(80_000)}`],
  ])('looks at no more than 4096 characters of a megabyte of %s', (_, query) => {
    const { experiment: read, notices: told } = parsePermalink(query);
    expect(told[0]).toEqual({ kind: 'too-long', length: query.length, read: 4096 });
    // Whatever stands behind the cut is never read: other text there changes nothing.
    expect(read).toEqual(parsePermalink(query.slice(0, 4096) + '#'.repeat(9)).experiment);
  });

  it('keeps whole what stands before the cut', () => {
    const { experiment: read } = parsePermalink(`depth=30&act=tanh&lr=1${'0'.repeat(5000)}`);
    expect(read).toEqual(experiment({ depth: 30, activation: 'tanh' }));
  });
});

/** A value that the field allows. */
const allowedBy = (field: Field): fc.Arbitrary<string | number | boolean> =>
  field.kind === 'choice'
    ? fc.constantFrom(...field.options)
    : field.kind === 'switch'
      ? fc.boolean()
      : field.integer
        ? fc.integer({ min: field.min, max: field.max })
        : fc.double({ min: field.min, max: field.max, noNaN: true }).map((value) => value + 0);
const recordOf = (table: Record<string, Field>) =>
  Object.fromEntries(Object.entries(table).map(([name, field]) => [name, allowedBy(field)]));

const names = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 8 })
  .filter(
    (text) => text.trim() !== '' && text.length <= limits.nameLength && !/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u.test(text),
  );

/** Valid experiments whose depths are made of whole units. */
const experiments: fc.Arbitrary<Experiment> = fc
  .record({
    ...recordOf(commonFields),
    ...recordOf(armFields),
    arms: fc.array(fc.record({ name: names, overrides: fc.record(recordOf(armFields), { requiredKeys: [] }) }), {
      minLength: 1,
      maxLength: limits.arms,
    }),
    seeds: fc.uniqueArray(fc.integer({ min: 0, max: limits.seedMax }), { minLength: 1, maxLength: limits.seeds }),
  })
  .map((made: unknown): Experiment => {
    if (!isExperiment(made)) throw new Error('the generator made an invalid experiment');
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
  });

describe('over random experiments', () => {
  it('parse(print(x)) = x, without a notice, also behind a question mark and with everything escaped', () => {
    let notDefault = 0;
    fc.assert(
      fc.property(experiments, (one) => {
        const query = printPermalink(one);
        if (query !== '') notDefault++;
        expect(parsePermalink(query)).toEqual({ experiment: one, notices: [] });
        expect(parsePermalink(`?${query.replaceAll(',', '%2C').replaceAll(':', '%3A')}`).experiment).toEqual(one);
        expect(printPermalink(parsePermalink(query).experiment)).toBe(query);
      }),
      { numRuns: 500, seed: 1 },
    );
    expect(notDefault).toBeGreaterThan(450);
  });

  it('prints links of letters that need no escape but in names', () => {
    fc.assert(
      fc.property(experiments, (one) => {
        expect(printPermalink(one)).toMatch(/^[\w=&.,:%!~*'()-]*$/);
      }),
      { numRuns: 200, seed: 2 },
    );
  });
});

describe('over 100,000 hostile strings', () => {
  it('never throws, always gives a valid experiment, and leaves one of its own links unharmed', () => {
    const stream = random(1, 'hostile');
    const keys = [
      ...Object.values(fields).map((field) => field.key),
      'seeds',
      'arm',
      '__proto__',
      'constructor',
      '',
      '%',
    ];
    const texts = [
      '1e400',
      'NaN',
      '-0',
      '-1',
      '2.5',
      '1e9',
      '',
      'constructor',
      '%E0%A4',
      '%',
      '+',
      '\0',
      '\u202e',
      '\ud800',
    ];
    const scraps = [
      '=',
      '&',
      ',',
      ':',
      '-',
      '%25',
      '%2',
      '?',
      '#',
      '9'.repeat(30),
      'relu',
      'a,lambda:',
      '1-9',
      '<b>',
      '恒等',
      '𝔘',
    ];
    const pool = [
      ...keys,
      ...texts,
      ...scraps,
      ...Object.values(fields).flatMap((f) => ('options' in f ? f.options : [])),
    ];
    const pick = (list: readonly string[]) => list[stream.below(list.length)] ?? '';
    const fieldsOfNumbers = Object.entries(fields).flatMap(([field, one]) =>
      one.kind === 'number' ? [[field, one] as const] : [],
    );
    const invalid: string[] = [];
    for (let i = 0; i < 100_000; i++) {
      let query = '';
      for (let parts = stream.below(5); parts >= 0; parts--) {
        query += stream.uniform() < 0.6 ? `${pick(keys)}=${pick(pool)}${pick(pool)}&` : pick(pool);
      }
      const { experiment: read } = parsePermalink(query);
      // The strict schema is what the reader itself ends with; check the numbers here on their own.
      const inside = fieldsOfNumbers.every(([field, one]) => {
        const value = Reflect.get(read, field);
        return typeof value === 'number' && clampNumber(one, value) === value;
      });
      if (!inside || read.arms.length < 1 || read.arms.length > limits.arms || read.seeds.length > limits.seeds) {
        invalid.push(query);
      }
    }
    expect(invalid).toEqual([]);
    expect(parsePermalink('depth=30').experiment).toEqual(experiment({ depth: 30 }));
  }, 30_000);
});
