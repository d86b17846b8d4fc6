/** What a lesson's page becomes where its address asks for a talk, its speaker window or a handout. */
import { lazy, Suspense, useEffect } from 'react';
import { useMode } from '../shell/mode.ts';

const Present = lazy(async () => ({ default: (await import('./Present.tsx')).Present }));
const Speaker = lazy(async () => ({ default: (await import('./Speaker.tsx')).Speaker }));
const Handout = lazy(async () => ({ default: (await import('./Handout.tsx')).Handout }));

export function LessonModes({ minutes }: { readonly minutes: number }) {
  const { kind, part } = useMode();
  // A link to the notes finds them open.
  useEffect(() => {
    if (window.location.hash !== '#notes') return;
    const open = () => {
      const notes = document.querySelector<HTMLDetailsElement>('#notes');
      if (!notes) return false;
      notes.open = true;
      notes.scrollIntoView();
      return true;
    };
    if (open()) return;
    const coming = new MutationObserver(() => open() && coming.disconnect());
    coming.observe(document.body, { childList: true, subtree: true });
    return () => coming.disconnect();
  }, []);
  return (
    <Suspense>
      {kind === 'present' && <Present part={part} notes />}
      {kind === 'speaker' && <Speaker minutes={minutes} />}
      {kind === 'handout' && <Handout />}
    </Suspense>
  );
}
