// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { cleanup, render, screen } from '@testing-library/react';
import { I18nextProvider } from 'react-i18next';
import { afterEach, expect, it } from 'vitest';
import { Scores } from '../../../src/components/experiment/Scores.tsx';
import { translator } from '../../../src/i18n/index.ts';
import { defaultExperiment, settingsOf } from '../../../src/model/experiment.ts';
import { networkOf } from '../../../src/model/network/specification.ts';
import { layoutOf } from '../../../src/model/telemetry.ts';
import type { RunSnapshot } from '../../../src/model/worker/snapshot.ts';

afterEach(cleanup);

/** A finished run of one arm, with these training losses. */
function finished(losses: readonly number[]): RunSnapshot {
  const [arm] = defaultExperiment.arms;
  if (!arm) throw new Error('an arm');
  const layout = layoutOf(networkOf(settingsOf(defaultExperiment, arm)));
  const seeds = losses.map((loss, seed) => ({
    seed,
    rows: new Float32Array(),
    steps: 0,
    final: { train: { loss, accuracy: 0.1 }, test: { loss: 2, accuracy: 0.1 } },
  }));
  return {
    status: 'done',
    experiment: defaultExperiment,
    arms: [{ name: arm.name, layout, seeds }],
    step: 0,
    milliseconds: 1,
  };
}
const written = (losses: readonly number[], language: 'en' | 'zh' = 'en') => {
  cleanup();
  render(
    <I18nextProvider i18n={translator(language)}>
      <Scores snapshot={finished(losses)} label={(name) => name} />
    </I18nextProvider>,
  );
  return screen.getAllByRole('cell')[0]?.textContent?.replaceAll('\u00a0', ' ');
};

it('losses have three decimals, and powers of ten where those say nothing or fill the page', () => {
  expect(written([0.5, 0.25, 1])).toBe('0.500 0.250–1.000');
  expect(written([4e-4])).toBe('4 × 10⁻⁴');
  expect(written([4.5e18, 1.6e17, 7.9e22])).toBe('4.5 × 10¹⁸ 1.6 × 10¹⁷ to 7.9 × 10²²');
});

it('a seed beyond numbers counts as the greatest, never as if it were not there', () => {
  expect(written([Number.POSITIVE_INFINITY, 6e31, Number.POSITIVE_INFINITY])).toBe('infinite 6 × 10³¹ to infinite');
  expect(written([0.5, Number.NaN, 0.25])).toBe('0.500 0.250 to not a number');
  expect(written([Number.NaN, Number.NaN], 'zh')).toBe('非数值');
  expect(written([])).toBe('—');
});
