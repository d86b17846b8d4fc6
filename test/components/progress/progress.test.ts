import { describe, expect, it } from 'vitest';
import {
  checkAnswer,
  clearMarks,
  finish,
  lockPrediction,
  markClaim,
  merge,
  visit,
} from '../../../src/components/progress/changes.ts';
import { migrate, nothing, type Progress, readProgress, version } from '../../../src/components/progress/progress.ts';
import { standingOf } from '../../../src/components/progress/standing.ts';

const apply = (...changes: readonly ((progress: Progress) => Progress)[]) =>
  changes.reduce((progress, change) => change(progress), nothing);

const some = apply(
  lockPrediction('chain', 'first', { choice: 'tiny' }),
  lockPrediction('sweep', 'drawn', { curves: [{ arm: 'plain', points: [{ x: 2, y: 0.4 }] }] }),
  checkAnswer('chain', 'why', 2),
  markClaim('skips', false),
  visit('chain', 'quiz'),
  finish('chain'),
);

describe('a document of progress', () => {
  it('comes back from text as it went in', () =>
    expect(readProgress(JSON.stringify(some))).toEqual({ kind: 'read', progress: some }));
  it.each([
    ['no JSON', 'progress'],
    ['nothing', 'null'],
    ['a list', '[]'],
    ['no version', '{}'],
    ['a version that is none', JSON.stringify({ ...nothing, version: 0 })],
    ['a version in words', JSON.stringify({ ...nothing, version: '1' })],
    ['an answer before the first', JSON.stringify({ ...nothing, answers: { a: { b: -1 } } })],
    ['half an answer', JSON.stringify({ ...nothing, answers: { a: { b: 1.5 } } })],
    ['a prediction of no kind', JSON.stringify({ ...nothing, predictions: { a: { b: {} } } })],
    ['a curve without numbers', JSON.stringify({ ...nothing, predictions: { a: { b: { curves: [{ arm: 'x' }] } } } })],
    ['a part missing', JSON.stringify({ version: 1, predictions: {} })],
  ])('is unreadable with %s', (_, text) => expect(readProgress(text)).toEqual({ kind: 'unreadable' }));
  it('of a newer version gives what is understood, without what is not', () => {
    const theirs = { ...some, version: version + 2, badges: ['gold'] };
    expect(migrate(theirs)).toEqual({ kind: 'newer', theirs: version + 2, progress: some });
  });
  it('of a newer version that means something else by its parts gives nothing', () =>
    expect(migrate({ version: version + 1, answers: 'elsewhere' })).toEqual({
      kind: 'newer',
      theirs: version + 1,
      progress: nothing,
    }));
});

describe('changes', () => {
  it('return the same object when there is nothing to change', () => {
    for (const change of [
      lockPrediction('chain', 'first', { choice: 'other' }),
      checkAnswer('chain', 'why', 2),
      markClaim('skips', false),
      visit('chain', 'quiz'),
      finish('chain'),
    ])
      expect(change(some)).toBe(some);
    expect(clearMarks(nothing)).toBe(nothing);
  });
  it('keep a locked prediction, unless it no longer answers what is asked', () => {
    const again = lockPrediction('chain', 'first', { choice: 'other' });
    expect(again(some).predictions.chain?.first).toEqual({ choice: 'tiny' });
    const asked = lockPrediction('chain', 'first', { choice: 'other' }, () => false);
    expect(asked(some).predictions.chain?.first).toEqual({ choice: 'other' });
  });
  it('let an answer and a mark be thought over', () => {
    expect(checkAnswer('chain', 'why', 0)(some).answers).toEqual({ chain: { why: 0 } });
    expect(markClaim('skips', true)(some).marks).toEqual({ skips: true });
    expect(clearMarks(some).marks).toEqual({});
  });
  it('count a lesson once, however often it is visited', () => {
    const twice = visit('sweep', '')(visit('chain', 'why')(some));
    expect(twice.visited).toEqual(['chain', 'sweep']);
    expect(twice.last).toEqual({ lesson: 'sweep', section: '' });
  });
});

describe('merging', () => {
  const theirs = apply(
    lockPrediction('chain', 'first', { choice: 'other' }),
    lockPrediction('chain', 'second', { choice: 'equal' }),
    checkAnswer('chain', 'why', 0),
    checkAnswer('norms', 'which', 1),
    markClaim('skips', true),
    markClaim('sums', true),
    visit('norms', 'run'),
    finish('norms'),
  );
  it('adds what is new and keeps what is here', () => {
    const both = merge(theirs)(some);
    expect(both.predictions.chain).toEqual({ first: { choice: 'tiny' }, second: { choice: 'equal' } });
    expect(both.predictions.sweep).toEqual(some.predictions.sweep);
    expect(both.answers).toEqual({ chain: { why: 2 }, norms: { which: 1 } });
    expect(both.marks).toEqual({ skips: false, sums: true });
    expect(both.visited).toEqual(['chain', 'norms']);
    expect(both.finished).toEqual(['chain', 'norms']);
    expect(both.last).toEqual({ lesson: 'chain', section: 'quiz' });
  });
  it('with nothing here gives theirs, with nothing there mine', () => {
    expect(merge(theirs)(nothing)).toEqual(theirs);
    expect(merge(nothing)(some)).toEqual(some);
  });
});

describe('the standing of a lesson', () => {
  const chain = {
    id: 'chain',
    number: 3,
    slug: 'chain',
    minutes: 10,
    title: { en: 'Chain', zh: '链' },
    predictions: { first: {}, second: {} },
    drawn: ['third'],
    quiz: [{ key: 'why' }, { key: 'constructor' }],
  };
  it('counts what is asked, not what was once asked', () => {
    const progress = apply(lockPrediction('chain', 'first', { choice: 'a' }), checkAnswer('chain', 'forgotten', 1));
    expect(standingOf(progress, chain)).toEqual({
      predictions: { done: 1, of: 3 },
      answers: { done: 0, of: 2 },
      state: 'begun',
    });
  });
  it('is new for who was not there, begun for who only looked', () => {
    expect(standingOf(nothing, chain).state).toBe('new');
    expect(standingOf(apply(visit('chain', '')), chain).state).toBe('begun');
  });
  it('is done with everything done, and stays so when the lesson grows', () => {
    const all = apply(
      ...['first', 'second', 'third'].map((id) => lockPrediction('chain', id, { choice: 'a' })),
      ...['why', 'constructor'].map((quiz) => checkAnswer('chain', quiz, 0)),
    );
    expect(standingOf(all, chain).state).toBe('done');
    const grown = { ...chain, quiz: [...chain.quiz, { key: 'new' }] };
    expect(standingOf(all, grown).state).toBe('begun');
    expect(standingOf(finish('chain')(all), grown)).toMatchObject({ answers: { done: 2, of: 3 }, state: 'done' });
  });
});
