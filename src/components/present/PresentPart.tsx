/** Leads to one experiment as a slide of its own, with the settings that it has now. */
import { memo } from 'react';
import { useLanguage } from '../prose/language.ts';
import { useMode } from '../shell/mode.ts';

const words = { en: 'Present this experiment', zh: '放映这个实验' };

interface PresentPartProps {
  /** Id of the live part. */
  readonly part: string;
  /** What is trained, as a query. */
  readonly query?: string;
  /** The settings that stay at hand; those of the part where it is left out. */
  readonly controls?: readonly string[];
  /** The preset of a sweep. */
  readonly preset?: string;
}

export const PresentPart = memo(function PresentPart({ part, query, controls, preset }: PresentPartProps) {
  const language = useLanguage();
  if (useMode().kind === 'embed') return null;
  const pairs = [`part=${part}`, controls && `controls=${controls.join()}`, preset && `preset=${preset}`, query];
  return (
    <p className="copy-link needs-script">
      <a href={`?${['present', ...pairs].filter(Boolean).join('&')}`}>{words[language]}</a>
    </p>
  );
});
