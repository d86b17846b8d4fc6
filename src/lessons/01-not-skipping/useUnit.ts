/** The unit on the page, and what follows from it. */
import { useState } from 'react';
import { derivatives, flow, type Knob, type OneUnit } from '../../model/analysis/oneUnit.ts';
import { firstState, reordered, stepped, turned } from './unitState.ts';

export function useUnit() {
  const [state, setState] = useState(firstState);
  const passed = flow(state.unit, state.x);
  return {
    ...state,
    ...passed,
    slopes: derivatives(state.unit, passed),
    turn: (name: Knob) => (value: number) => setState((before) => turned(before, name, value)),
    choose: (order: OneUnit['order']) => setState((before) => reordered(before, order)),
    train: (steps: number) => setState((before) => stepped(before, steps)),
    reset: () => setState(firstState),
  };
}
