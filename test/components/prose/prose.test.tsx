// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Claims } from '../../../src/components/prose/Claims.tsx';
import { Measured } from '../../../src/components/prose/Measured.tsx';
import { Option, Quiz } from '../../../src/components/prose/Quiz.tsx';
import { Setup } from '../../../src/components/prose/Setup.tsx';
import { page, record, show } from './record.ts';

afterEach(cleanup);

describe('Measured', () => {
  it('prints the recorded median, and the range where asked', () => {
    const { container } = show(<Measured claim="rises" value="deep" show="range" />);
    expect(container).toHaveTextContent('1.73 (1.44–1.83, 3 seeds)');
    expect(screen.getByRole('link', { name: '1.73' })).toHaveAttribute('href', '#claim-rises');
  });
  it('writes the range the Chinese way', () => {
    const { container } = show(<Measured claim="rises" value="deep" show="range" />, 'zh');
    expect(container).toHaveTextContent('1.73（3 个种子，1.44～1.83）');
  });
  it('prints shares', () => {
    const { container } = show(<Measured claim="rises" value="share" as="share" />);
    expect(container).toHaveTextContent(/^36%$/);
  });
  it('refuses a value that was not recorded', () => {
    expect(() => renderToStaticMarkup(page(<Measured claim="rises" value="shallow" />, 'en'))).toThrow(
      'no value "shallow" of claim "rises"',
    );
  });
});

describe('Claims', () => {
  it('lists the claims of its lesson, with day, engine and verdict', () => {
    show(<Claims />);
    const items = screen.getAllByRole('listitem').filter(({ id }) => id.startsWith('claim-'));
    expect(items.map(({ id }) => id)).toEqual(['claim-rises', 'claim-other']);
    expect(items[0]).toHaveTextContent('It rises. Holds.');
    expect(screen.getByText(/recorded on 23 November 2026/)).toHaveTextContent(record.engine);
  });
});

describe('a claim run again', () => {
  const button = () => screen.getAllByRole('button', { name: 'Run it here' })[0] ?? expect.fail('no button');
  it('sets what was measured here beside the record', async () => {
    const check = vi.fn(async () => ({
      holds: false,
      values: { deep: { median: 1.5, min: 1.5, max: 1.5, seeds: 1 } },
    }));
    show(<Claims />, 'en', check);
    await userEvent.click(button());
    expect(check).toHaveBeenCalledExactlyOnceWith('rises');
    const row = screen.getByText('deep').closest('tr');
    expect(row).toHaveTextContent(/1\.73 \(1\.44–1\.83, 3 seeds\)1\.50$/);
    expect(screen.getByText('Does not hold here.')).toBeInTheDocument();
  });
  it('says that the record stands where nothing can be trained', async () => {
    show(<Claims />, 'en', () => Promise.reject(new Error('no engine')));
    await userEvent.click(button());
    expect(screen.getByText(/could not be trained here; the recorded values still stand/)).toBeInTheDocument();
  });
  it('is not offered where the page cannot train', () => {
    show(<Claims />);
    expect(screen.queryByRole('button', { name: 'Run it here' })).toBeNull();
  });
});

describe('Setup', () => {
  it('says what the experiment itself says', () => {
    const { container } = show(<Setup of="sweep" />, 'zh');
    expect(container).toHaveTextContent('宽度 24，ReLU；设置一；300 步，每步 64 个样本；3 个种子');
  });
});

describe('Quiz', () => {
  const quiz = (
    <Quiz id="q" stem="Which?">
      <Option answer="first" misconception="a-belief">
        about the first
      </Option>
      <Option answer="second">about the second</Option>
    </Quiz>
  );
  it('gives the reason of the answer that was checked, by keyboard', async () => {
    const user = userEvent.setup();
    show(quiz);
    const group = screen.getByRole('group', { name: 'Which?' });
    expect(screen.getByText('about the first')).not.toBeVisible();
    await user.tab();
    await user.keyboard(' ');
    expect(screen.getByText('about the first')).not.toBeVisible();
    await user.keyboard('{Enter}');
    expect(screen.getByText('about the first')).toBeVisible();
    await user.click(within(group).getByRole('radio', { name: 'second' }));
    await user.click(screen.getByRole('button', { name: 'Check my answer' }));
    expect(screen.getByText('about the first')).not.toBeVisible();
    expect(screen.getByText('about the second')).toBeVisible();
  });
  it('holds every reason in its static text', () => {
    const html = renderToStaticMarkup(page(quiz, 'en'));
    expect(html).toContain('about the first');
    expect(html).toContain('about the second');
  });
});
