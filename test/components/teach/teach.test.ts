import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { teachingIn } from '../../../scripts/teaching.ts';
import { classesOf } from '../../../src/components/teach/classes.ts';
import { drawings, fileOf } from '../../../src/components/teach/drawings.ts';

describe('classes', () => {
  it('take lessons in their order while they fit', () => {
    // 12 + 14 + 15 = 41 fits into 45, 10 more does not
    expect(classesOf([12, 14, 15, 10, 30], 45)).toEqual([0, 0, 0, 1, 1]);
    expect(classesOf([45, 45], 45)).toEqual([0, 1]);
  });
  it('give a lesson that is longer than a class one of its own', () => {
    expect(classesOf([10, 60, 10], 45)).toEqual([0, 1, 2]);
    expect(classesOf([60, 10], 45)).toEqual([0, 1]);
    expect(classesOf([], 45)).toEqual([]);
  });
});

describe('what a lesson asks', () => {
  const prose = `<Section id="run" title="Run it" aside={<TryIt id="a" />}>

<PredictChoice id="first">

Of {statements.length} <Plain>plain</Plain> nets,
how *many*? Setting: <Setup of="a" />.

</PredictChoice>
</Section>
<Section id="why" title="Why">

<Predict sweep="b">

Draw it.

</Predict>
</Section>`;
  it('is its predictions with their sections, and its live parts', () => {
    expect(teachingIn(prose)).toEqual({
      questions: [
        {
          id: 'first',
          section: 'run',
          drawn: false,
          text: ['Of ', { value: 'statements.length' }, ' plain nets, how many? Setting: ', { setup: 'a' }, '.'],
        },
        { id: 'b', section: 'why', drawn: true, text: ['Draw it.'] },
      ],
      live: [{ section: 'run', title: 'Run it' }],
    });
  });
  it('may hold no markup that the plan would lose', () => {
    expect(() => teachingIn('<PredictChoice id="x">\nHow large is $x_0$?\n</PredictChoice>')).toThrow('“$”');
  });
  const folder = join(import.meta.dirname, '..', '..', '..', 'src', 'lessons');
  const read = (lesson: string, language: string) => readFileSync(join(folder, lesson, `${language}.mdx`), 'utf8');
  const complete = readdirSync(folder).filter(
    (name) =>
      /^\d\d-/.test(name) && ['zh.mdx', 'en.mdx'].every((file) => readdirSync(join(folder, name)).includes(file)),
  );
  it.each(complete)('is the same in both languages: %s', (lesson) => {
    const [zh, en] = [teachingIn(read(lesson, 'zh')), teachingIn(read(lesson, 'en'))];
    const shape = ({ questions, live }: typeof zh) => ({
      questions: questions.map(({ id, section, drawn, text }) => ({
        id,
        section,
        drawn,
        setups: text.filter((piece) => typeof piece !== 'string'),
      })),
      live: live.map(({ section }) => section),
    });
    expect(shape(zh)).toEqual(shape(en));
    expect(en.questions.length + en.live.length).toBeGreaterThan(0);
  });
});

describe('the drawings to take along', () => {
  const folder = join(import.meta.dirname, '../../../public');
  const svg = readdirSync(join(folder, 'images')).filter((name) => name.endsWith('.svg'));
  it('are all that there are, in both languages', () => {
    const named = drawings.flatMap(({ file }) => [fileOf(file, 'en'), fileOf(file, 'zh')]);
    expect(named.toSorted()).toEqual(svg.map((name) => `images/${name}`).toSorted());
  });
  it.each(drawings)('$file is called what it calls itself', ({ file, title }) => {
    for (const language of ['en', 'zh'] as const) {
      expect(readFileSync(join(folder, fileOf(file, language)), 'utf8')).toContain(
        `<title id="title">${title[language]}</title>`,
      );
    }
  });
});
