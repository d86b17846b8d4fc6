/** Locking a prediction is the first press of Run. One locked on an earlier visit presses only where the visitor allows. */
import { useEffect, useRef } from 'react';
import { restrained } from './restrained.ts';

/** @param press called once, when the prediction is locked */
export function useFirstPress(
  { locked, here }: { readonly locked: boolean; readonly here: boolean },
  press: () => void,
) {
  const latest = useRef(press);
  latest.current = press;
  const pressed = useRef(false);
  useEffect(() => {
    if (!locked || pressed.current) return;
    pressed.current = true;
    if (here || !restrained()) latest.current();
  }, [locked, here]);
}
