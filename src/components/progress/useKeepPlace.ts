/** Remembers, while a lesson is read, which section is in view. */
import { useEffect } from 'react';
import { sectionInView } from '../shell/place.ts';
import { visit } from './changes.ts';
import { progressStore } from './useProgress.ts';

/** Scrolling has come to rest after this long, in milliseconds. */
const rest = 400;

export function useKeepPlace(lesson: string): void {
  useEffect(() => {
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const keep = () => progressStore.change(visit(lesson, sectionInView()?.id ?? ''));
    const onScroll = () => {
      clearTimeout(waiting);
      waiting = setTimeout(keep, rest);
    };
    // Whoever comes to the top of the lesson by its plain address has still been further down.
    progressStore.change((progress) =>
      visit(lesson, progress.last?.lesson === lesson ? progress.last.section : '')(progress),
    );
    window.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      clearTimeout(waiting);
      window.removeEventListener('scroll', onScroll);
    };
  }, [lesson]);
}
