// @vitest-environment jsdom
/** Networks unrolled: the parts add up, and the figure reads them out by keyboard. */
import '@testing-library/jest-dom/vitest';
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { I18nextProvider } from 'react-i18next';
import { afterEach, describe, expect, it } from 'vitest';
import { mapPixels, mostOf } from '../../../src/components/diagrams/FeatureMaps.tsx';
import { NetworkFigure } from '../../../src/components/diagrams/NetworkFigure.tsx';
import { sharesOf, stageNumber, unrolled } from '../../../src/components/diagrams/networkParts.ts';
import { translator } from '../../../src/i18n/index.ts';
import { type PresetName, presets } from '../../../src/model/blocks/presets.ts';
import { costOf } from '../../../src/model/blocks/trace.ts';

afterEach(cleanup);

describe('a network taken apart', () => {
  it.each(Object.keys(presets) as PresetName[])('%s loses nothing on the way', (name) => {
    const net = unrolled(presets[name]());
    expect(costOf(net.boxes)).toEqual(net.total);
    expect(costOf(net.boxes.flatMap(({ pieces }) => pieces))).toEqual(net.total);
    const shares = sharesOf(net);
    expect(shares.reduce((sum, { parameters }) => sum + parameters, 0)).toBeCloseTo(1, 12);
    expect(shares.reduce((sum, { work }) => sum + work, 0)).toBeCloseTo(1, 12);
  });
  it('has 53 convolutions and a dense layer in ResNet-50', () => {
    const pieces = unrolled(presets.resnet50()).boxes.flatMap((box) => box.pieces);
    expect(pieces.filter(({ kind }) => kind === 'conv')).toHaveLength(53);
    expect(pieces.filter(({ kind }) => kind === 'dense')).toHaveLength(1);
    expect(pieces[0]).toMatchObject({ name: 'conv1', text: '7×7, 64', trainable: 7 * 7 * 3 * 64 + 64 + 128 });
  });
  it('numbers stages and nothing else', () => {
    expect(['stem', 'conv2_x', 'conv5_x', 'head'].map(stageNumber)).toEqual([undefined, 2, 5, undefined]);
  });
});

describe('feature maps', () => {
  const white = [239, 240, 239, 255];
  it('are white at 0, and clear between two maps', () => {
    const pixels = mapPixels(Float32Array.of(0, 1, -1, 0.5), [1, 2, 2], 1);
    // one row: map 0 (0, -1), a clear column, map 1 (1, 0.5)
    expect(pixels).toHaveLength(4 * 5);
    expect([...pixels.subarray(0, 4)]).toEqual(white);
    expect(pixels[4 * 2 + 3]).toBe(0);
    expect([...pixels.subarray(12, 15)]).toEqual([0, 68, 27]);
  });
  it('stay white where all is 0, and know the largest size', () => {
    expect([...mapPixels(Float32Array.of(0), [1, 1, 1], 0)]).toEqual(white);
    expect(mostOf(Float32Array.of(1, -3, 2))).toBe(3);
  });
});

describe('the figure of a network', () => {
  const show = (secret = false) =>
    render(
      <I18nextProvider i18n={translator('en')}>
        <NetworkFigure shown="notes50" offered={['notes50', 'resnet50']} secret={secret} />
      </I18nextProvider>,
    );
  const figure = () => screen.getByRole('slider', { name: /Drawing of ResNet-50/ });
  it('reads block by block, and layer by layer once it is large', async () => {
    show();
    figure().focus();
    await userEvent.keyboard('{Home}{ArrowRight}');
    expect(figure()).toHaveAttribute(
      'aria-valuetext',
      expect.stringMatching(/^res2a · projection shortcut · 15×15×64/),
    );
    await userEvent.keyboard('{+}{+}');
    expect(screen.getByText('4×')).toBeInTheDocument();
    expect(figure()).toHaveAttribute('aria-valuetext', expect.stringMatching(/^res2a_branch2a · convolution 1×1, 64/));
    await userEvent.keyboard('{PageUp}');
    expect(figure()).toHaveAttribute('aria-valuetext', expect.stringMatching(/^res2b_branch2a/));
    await userEvent.keyboard('{End}{0}');
    expect(figure()).toHaveAttribute('aria-valuetext', expect.stringMatching(/^head/));
    await userEvent.keyboard('{Escape}');
    expect(figure()).toHaveAttribute('aria-valuetext', expect.stringMatching(/^Point at a block/));
  });
  it('tells whose the parameters are, unless that is asked for', async () => {
    show();
    expect(screen.getByText(/^Stage 5 holds 52% of the 17,958,790 parameters and does 13%/)).toBeInTheDocument();
    await userEvent.click(screen.getByRole('radio', { name: 'ResNet-50, 224×224' }));
    expect(screen.getByText(/^Stage 5 holds 59% of the 25,636,712/)).toBeInTheDocument();
    cleanup();
    show(true);
    expect(screen.queryByText(/52%/)).not.toBeInTheDocument();
  });
});
