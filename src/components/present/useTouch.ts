/** Swipes and taps on the edges turn the page. Taps that reach something to press, drag or read are left to it. */
import { useEffect } from 'react';

const busy =
  'a, button, input, select, textarea, label, summary, dialog, .chart-surface, .draw-paper, [role="slider"], .equation-body, .present-bar';
/** A swipe is at least this long, in pixels, and more than twice as wide as high. */
const reach = 60;
/** Share of the width at either side that a tap turns the page on. */
const edge = 0.1;

export function useTouch(turn: (way: 'next' | 'previous') => void): void {
  useEffect(() => {
    let from: { x: number; y: number } | undefined;
    const down = ({ pointerType, clientX, clientY, target, isPrimary }: PointerEvent) => {
      const free = pointerType !== 'mouse' && isPrimary && target instanceof Element && !target.closest(busy);
      from = free ? { x: clientX, y: clientY } : undefined;
    };
    const finish = (x: number, y: number) => {
      if (!from) return;
      const [dx, dy] = [x - from.x, y - from.y];
      from = undefined;
      if (Math.abs(dx) >= reach && Math.abs(dx) > 2 * Math.abs(dy)) turn(dx < 0 ? 'next' : 'previous');
      else if (Math.hypot(dx, dy) < 10) {
        if (x > window.innerWidth * (1 - edge)) turn('next');
        else if (x < window.innerWidth * edge) turn('previous');
      }
    };
    const up = ({ clientX, clientY }: PointerEvent) => finish(clientX, clientY);
    const cancel = () => {
      from = undefined;
    };
    window.addEventListener('pointerdown', down);
    window.addEventListener('pointerup', up);
    window.addEventListener('pointercancel', cancel);
    return () => {
      window.removeEventListener('pointerdown', down);
      window.removeEventListener('pointerup', up);
      window.removeEventListener('pointercancel', cancel);
    };
  }, [turn]);
}
