// @vitest-environment jsdom
/** The table of statements, the reader's marks, the score, and what the page shows of them. */
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { I18nextProvider } from 'react-i18next';
import { MemoryRouter } from 'react-router';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { clearMarks } from '../../../src/components/progress/changes.ts';
import { progressStore } from '../../../src/components/progress/useProgress.ts';
import { LessonProvider, usePrediction } from '../../../src/components/prose/LessonState.tsx';
import { borneOut } from '../../../src/components/prose/prediction.ts';
import { translator } from '../../../src/i18n/index.ts';
import { claims } from '../../../src/lessons/00-reading-the-notes/claims.ts';
import { statements, tally, verdicts } from '../../../src/lessons/00-reading-the-notes/claims-of-notes.ts';
import { readingTheNotes } from '../../../src/lessons/00-reading-the-notes/lesson.ts';
import { firstName, marksFor, standingOf } from '../../../src/lessons/00-reading-the-notes/marking.ts';
import { Score } from '../../../src/lessons/00-reading-the-notes/Score.tsx';
import { Statements } from '../../../src/lessons/00-reading-the-notes/Statements.tsx';
import { Tally } from '../../../src/lessons/00-reading-the-notes/Tally.tsx';
import { lessons } from '../../../src/lessons/index.ts';
import { layoutOf } from '../../../src/model/telemetry.ts';
import { chineseFaults } from '../proseLint.ts';

const idsOf = (verdict: string) => statements.filter((statement) => statement.verdict === verdict).map(({ id }) => id);
const first = (verdict: string) => idsOf(verdict)[0] ?? '';

describe('the table of statements', () => {
  it('names each once, part after part', () => {
    expect(new Set(statements.map(({ id }) => id)).size).toBe(statements.length);
    expect(statements.map(({ part }) => part)).toEqual(statements.map(({ part }) => part).toSorted());
    expect(new Set(statements.map(({ part }) => part)).size).toBe(6);
  });
  it('knows all three verdicts, and counts to the whole', () => {
    for (const verdict of verdicts) expect(tally(verdict)).toBeGreaterThan(3);
    expect(verdicts.reduce((sum, verdict) => sum + tally(verdict), 0)).toBe(statements.length);
    // So the presenter's note says.
    expect(tally('right')).toBeGreaterThan(tally('wrong'));
  });
  it('leads to lessons of this course, and to every one of them', () => {
    const slugs = lessons.map(({ lesson }) => lesson.slug);
    expect(statements.map(({ tested }) => tested.lesson).filter((slug) => !slugs.includes(slug))).toEqual([]);
    const reached = new Set(statements.map(({ tested }) => tested.lesson));
    const ofTheNotes = lessons.filter(({ lesson }) => lesson.number >= 1 && lesson.number <= 8);
    expect(ofTheNotes.map(({ lesson }) => lesson.slug).filter((slug) => !reached.has(slug))).toEqual([]);
  });
  it('says each thing in both languages, and keeps to the house style', () => {
    for (const { says, beside, quote } of statements) {
      for (const text of [says, beside]) {
        expect(text.en.length).toBeGreaterThan(20);
        expect(chineseFaults(text.zh)).toEqual([]);
        expect(text.zh.split(/[。？]/).filter((sentence) => sentence.replace(/\s/g, '').length > 50)).toEqual([]);
        expect(text.en.split(/[.?!](?=\s)/).filter((sentence) => sentence.split(/\s+/).length > 30)).toEqual([]);
      }
      expect(quote.language === 'zh').toBe(/\p{Script=Han}/u.test(quote.words));
    }
  });
  it('has one answer of the prediction that the share bears out', () => {
    const prediction = readingTheNotes.predictions?.['how-many-hold'];
    if (!prediction) throw new Error('the lesson asks for no prediction');
    for (const share of [0, 0.1999, 0.2, 0.4, tally('right') / statements.length, 0.6, 1]) {
      expect(prediction.options.filter(({ from, to }) => from <= share && share < to)).toHaveLength(1);
    }
    expect(borneOut(prediction, tally('right') / statements.length)?.key).toBe('half');
  });
});

describe('the score', () => {
  const [right, wrong, partly] = [first('right'), first('wrong'), first('partly')];
  it('is empty without marks', () =>
    expect(standingOf({})).toMatchObject({ marked: 0, neither: 0, now: { counted: 0, agreeing: 0 }, changed: 0 }));
  it('counts right and wrong, and a partly right statement neither way', () => {
    const marks = { [right]: true, [wrong]: true, [partly]: true };
    expect(standingOf(marks)).toMatchObject({ marked: 3, neither: 1, now: { counted: 2, agreeing: 1 } });
  });
  it('keeps the first mark beside the present one', () => {
    let marks = marksFor({}, wrong, true);
    expect(marks).toEqual({ [wrong]: true, [firstName(wrong)]: true });
    marks = { ...marks, ...marksFor(marks, wrong, false) };
    expect(marks).toEqual({ [wrong]: false, [firstName(wrong)]: true });
    expect(standingOf(marks)).toMatchObject({
      now: { counted: 1, agreeing: 1 },
      first: { counted: 1, agreeing: 0 },
      changed: 1,
    });
  });
  it('is whole when all marks agree', () => {
    const marks = Object.fromEntries(statements.map(({ id, verdict }) => [id, verdict === 'right']));
    const counted = tally('right') + tally('wrong');
    expect(standingOf(marks)).toMatchObject({ marked: statements.length, now: { counted, agreeing: counted } });
  });
  it('ignores marks of statements that are no more', () =>
    expect(standingOf({ 'some-older-statement': true }).marked).toBe(0));
});

const Lock = () => {
  const { lock } = usePrediction('how-many-hold');
  return (
    <button type="button" onClick={() => lock({ choice: 'half' })}>
      lock
    </button>
  );
};
const show = (language: 'en' | 'zh' = 'en') =>
  render(
    <I18nextProvider i18n={translator(language)}>
      <MemoryRouter>
        <LessonProvider
          lesson="reading-the-notes"
          experiments={readingTheNotes.experiments}
          predictions={readingTheNotes.predictions ?? {}}
          record={{ date: '2026-01-01', engine: 'none', claims: [] }}
        >
          <Lock />
          <Tally />
          <Statements />
        </LessonProvider>
      </MemoryRouter>
    </I18nextProvider>,
  );
const card = (id: string) => {
  const found = document.getElementById(`statement-${id}`);
  if (!found) throw new Error(`no card ${id}`);
  return found;
};
const answer = (id: string) => card(id).querySelector('.statement-answer');

beforeEach(() => act(() => progressStore.change(clearMarks)));
afterEach(cleanup);

describe('the list on the page', () => {
  it('shows every statement, and no verdict before it is marked', () => {
    show();
    expect(document.querySelectorAll('.statement')).toHaveLength(statements.length);
    expect(document.querySelectorAll('.statement-answer:not([hidden])')).toHaveLength(0);
  });
  it('answers a mark with the verdict in words, and a link to the lesson', () => {
    show();
    fireEvent.click(within(card('weights-to-zero')).getByRole('radio', { name: 'holds' }));
    expect(answer('weights-to-zero')?.hasAttribute('hidden')).toBe(false);
    expect(answer('weights-to-zero')?.querySelector('.verdict-chip')?.textContent).toBe('wrong');
    const links = [...(answer('weights-to-zero')?.querySelectorAll('a') ?? [])].map((a) => a.getAttribute('href'));
    expect(links).toContain('/en/lessons/weights-to-zero/');
    expect(document.querySelectorAll('.statement-answer:not([hidden])')).toHaveLength(1);
  });
  it('keeps marks while the page goes and comes back', () => {
    show();
    fireEvent.click(within(card('no-skipping')).getByRole('radio', { name: 'holds' }));
    cleanup();
    show('zh');
    const radio = within(card('no-skipping')).getByRole('radio', { name: '成立' });
    expect(radio).toHaveProperty('checked', true);
  });
  it('shows the first score beside the present one once a mark was changed, and clears both only when asked twice', () => {
    show();
    const row = (name: string) => screen.queryByText(name)?.nextElementSibling?.textContent;
    fireEvent.click(within(card('weights-to-zero')).getByRole('radio', { name: 'holds' }));
    expect(row('Agreeing with the verdict')).toBe('0 of 1');
    expect(row('Agreeing at first marking')).toBeUndefined();
    fireEvent.click(within(card('weights-to-zero')).getByRole('radio', { name: 'does not hold' }));
    expect(row('Agreeing with the verdict')).toBe('1 of 1');
    expect(row('Agreeing at first marking')).toBe('0 of 1');
    expect(row('Marks changed since')).toBe('1');
    fireEvent.click(screen.getByRole('button', { name: 'Clear my marks' }));
    expect(row('Marked')).toBe(`1 of ${statements.length}`);
    fireEvent.click(screen.getByRole('button', { name: 'Remove' }));
    expect(screen.getByText('You have not marked any statement of the notes yet.')).toBeTruthy();
  });
  it('counts the verdicts once the prediction is locked', () => {
    show();
    expect(document.getElementById('tally')?.dataset.status).toBe('idle');
    fireEvent.click(screen.getByRole('button', { name: 'lock' }));
    expect(document.getElementById('tally')?.dataset.status).toBe('done');
    expect(document.querySelectorAll('#tally .verdict-sign')).toHaveLength(statements.length);
  });
  it('has a score that stands on other pages too', () => {
    render(
      <I18nextProvider i18n={translator('zh')}>
        <MemoryRouter>
          <Score />
        </MemoryRouter>
      </I18nextProvider>,
    );
    expect(screen.getByRole('link', { name: '现在就去判断' }).getAttribute('href')).toBe(
      '/zh/lessons/reading-the-notes/#statements',
    );
  });
});

describe('the claims of lesson 0', () => {
  it('fail in a world in which the shortcut changes nothing, or hinders', async () => {
    for (const loss of [0.03, 0.5]) {
      const layout = layoutOf({ depth: 2, layersPerUnit: 2 });
      const score = { loss, accuracy: 0.5 };
      const seed = { seed: 1, rows: new Float32Array(), steps: 0, final: { train: score, test: score } };
      const world = async () => ({
        arms: ['plain', 'residual'].map((name) => ({ name, layout, seeds: [seed] })),
      });
      const nobody = () => Promise.reject(new Error('nothing is asked'));
      const holds = await Promise.all(claims.map(async ({ run }) => (await run(world, nobody, nobody)).holds));
      expect(holds).toEqual([false, loss < 0.05]);
    }
  });
});
