/** Where to start from: ready questions, and the experiments of every lesson. */
import { useState } from 'react';
import { Link } from 'react-router';
import type { Experiment } from '../../model/experiment.ts';
import { same } from '../experiment/useRetrained.ts';
import type { Bilingual, Preset } from '../prose/LessonState.tsx';
import { useLanguage } from '../prose/language.ts';
import { questionGroups } from './questions.ts';
import { words } from './words.ts';

/** A lesson's presets, as the lab lists them. */
export interface LessonPresets {
  readonly slug: string;
  readonly number: number;
  readonly title: Bilingual;
  readonly presets: readonly Preset[];
}

interface PresetsProps {
  readonly lessons: readonly LessonPresets[];
  readonly experiment: Experiment;
  readonly onChoose: (experiment: Experiment) => void;
}

export function Presets({ lessons, experiment, onChoose }: PresetsProps) {
  const language = useLanguage();
  const [said, setSaid] = useState('');
  const say = words.presets;
  const button = (title: string, wanted: Experiment) => {
    const here = same(wanted, experiment);
    return (
      <button
        type="button"
        className="lab-preset"
        aria-pressed={here}
        onClick={() => {
          onChoose(wanted);
          setSaid(say.loaded[language](title));
        }}
      >
        {title}
      </button>
    );
  };
  return (
    <div className="lab-presets">
      {questionGroups.map((group) => (
        <section key={group.id}>
          <h3>{group.title[language]}</h3>
          <ul>
            {group.questions.map(({ id, title, look, experiment: wanted }) => (
              <li key={id}>
                {button(title[language], wanted)}
                <small>{say.look[language](look[language])}</small>
              </li>
            ))}
          </ul>
        </section>
      ))}
      {lessons.map(({ slug, number, title, presets }) => (
        <section key={slug}>
          <h3>
            <Link to={`/${language}/lessons/${slug}/`}>{say.lesson[language](number, title[language])}</Link>
          </h3>
          <ul>
            {presets.map((preset) => (
              <li key={preset.id}>{button(preset.title[language], preset.experiment)}</li>
            ))}
          </ul>
        </section>
      ))}
      <p className="run-status" role="status">
        {said}
      </p>
    </div>
  );
}
