/** What a page with one experiment becomes where its address asks for a talk: that experiment, alone and large. */
import { lazy, Suspense } from 'react';
import { useMode } from '../shell/mode.ts';

const Present = lazy(async () => ({ default: (await import('./Present.tsx')).Present }));

/** @param props.part id of the live part, where the address names none */
export function PartTalk({ part }: { readonly part: string }) {
  const mode = useMode();
  return <Suspense>{mode.kind === 'present' && <Present part={mode.part ?? part} />}</Suspense>;
}
