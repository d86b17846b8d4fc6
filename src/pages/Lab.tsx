/** The lab page: free experiments, and every lesson's presets to start from. */
import { useLocation } from 'react-router';
import { Lab } from '../components/lab/Lab.tsx';
import { words } from '../components/lab/words.ts';
import { PartTalk } from '../components/present/PartTalk.tsx';
import { useLanguage } from '../components/prose/language.ts';
import { Guard } from '../components/shell/Guard.tsx';
import { lessons } from '../lessons/index.ts';

const presets = lessons.flatMap(({ lesson: { slug, number, title, experiments } }) => {
  const all = Object.values(experiments).flatMap((one) => one.presets);
  // A sweep and an experiment of one lesson often share theirs.
  const once = all.filter(({ id }, i) => all.findIndex((other) => other.id === id) === i);
  return once.length > 0 ? [{ slug, number, title, presets: once }] : [];
});

export function LabPage() {
  const language = useLanguage();
  // A link to the lab from the lab opens what it says.
  const { key } = useLocation();
  return (
    <div className="lab-page">
      <h1>{words.title[language]}</h1>
      <p className="lead">{words.lead[language]}</p>
      <noscript>
        <p className="notice">{words.noScript[language]}</p>
      </noscript>
      <Guard key={key}>
        <Lab lessons={presets} />
      </Guard>
      <PartTalk part="lab" />
    </div>
  );
}
