/** What each lesson prints was measured by its claims as they are worded now, and every claim held. */
import { describe, expect, it } from 'vitest';
import { lessons } from '../../src/lessons/index.ts';

describe.each(lessons.map((entry) => [entry.lesson.id, entry] as const))('the record of %s', async (_id, entry) => {
  const [{ claims }, { default: recorded }] = await Promise.all([entry.claims(), entry.record()]);
  it('holds exactly its claims, and each held', () => {
    const known = claims.map(({ id, statement }) => ({ id, statement, holds: true }));
    expect(recorded.claims.map(({ id, statement, holds }) => ({ id, statement, holds }))).toEqual(known);
  });
  it('names each claim once', () => {
    const ids = claims.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
  it('has finite numbers, in order', () => {
    for (const { values } of recorded.claims) {
      expect(values.length).toBeGreaterThan(0);
      for (const { min, median, max, seeds } of values) {
        expect(seeds).toBeGreaterThanOrEqual(1);
        expect(min).toBeLessThanOrEqual(median);
        expect(median).toBeLessThanOrEqual(max);
      }
    }
  });
  it('says when and with which engine it was made', () => {
    expect(recorded.date).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(recorded.engine).toMatch(/^\w+ \(\w+\)$/);
  });
});
