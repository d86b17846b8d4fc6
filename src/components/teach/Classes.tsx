/** The course dealt out over classes of the length that the teacher has. */
import { useState } from 'react';
import { ChoiceControl } from '../controls/ChoiceControl.tsx';
import type { Outline } from '../progress/standing.ts';
import { useLanguage } from '../prose/language.ts';
import { classesOf } from './classes.ts';
import { words } from './words.ts';

const lengths = ['45', '60', '90'] as const;
type Length = (typeof lengths)[number];
type Taught = Pick<Outline, 'id' | 'number' | 'slug' | 'minutes' | 'title'>;

export function Classes({ lessons }: { readonly lessons: readonly Taught[] }) {
  const language = useLanguage();
  const [length, setLength] = useState<Length>('45');
  const most = Number(length);
  const dealt = classesOf(
    lessons.map(({ minutes }) => minutes),
    most,
  );
  const classes = [...new Set(dealt)].map((at) => lessons.filter((_, i) => dealt[i] === at));
  return (
    <>
      <div className="needs-script">
        <ChoiceControl
          label={words.length[language]}
          value={length}
          options={lengths.map((value) => ({ value, label: words.minutes[language](Number(value)) }))}
          onChange={setLength}
        />
      </div>
      <ol className="teach-classes">
        {classes.map((taught, i) => {
          const sum = taught.reduce((total, { minutes }) => total + minutes, 0);
          return (
            <li key={taught[0]?.id}>
              <strong>{words.class[language](i + 1)}</strong>{' '}
              <small>{sum > most ? words.over[language](sum) : words.spare[language](sum, most - sum)}</small>
              <ul>
                {taught.map(({ id, number, slug, title, minutes }) => (
                  <li key={id}>
                    <a href={`#${slug}`}>
                      {number} · {title[language]}
                    </a>{' '}
                    <small>{words.minutes[language](minutes)}</small>
                  </li>
                ))}
              </ul>
            </li>
          );
        })}
      </ol>
    </>
  );
}
