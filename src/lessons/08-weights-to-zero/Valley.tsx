/** Two weights on a map: why fitting ends anywhere on a curve, and decay at its middle. Computed on the page, exactly. */
import { useMemo, useState } from 'react';
import { ValleyMap } from '../../components/charts/ValleyMap.tsx';
import { worded } from '../../components/charts/worded.ts';
import { NumberControl } from '../../components/controls/NumberControl.tsx';
import { useArmLabel } from '../../components/experiment/useArmLabel.ts';
import type { Bilingual } from '../../components/prose/LessonState.tsx';
import { useLanguage } from '../../components/prose/language.ts';
import { fixed } from '../../i18n/numbers.ts';
import { bound, branchesAt, descend, exactPairs, outputOf, type Pair, within } from './valley.ts';

const kinds = ['plain', 'residual'] as const;
const firstStart: Pair = { a: 1, b: 0.4 };

const words = {
  label: { en: 'Two units of one weight', zh: '两个单元，各一个权重' },
  kind: {
    en: 'Map of two weights: the way of gradient descent from a common start.',
    zh: '两个权重的平面图：梯度下降从同一起点走过的路。',
  },
  exact: { en: 'pairs that answer exactly 1', zh: '恰好输出 1 的各组权重' },
  caption: {
    en: 'Ring: start. Filled mark: end, after 600 steps at rate 0.05. Dot: both weights 0. Drag, or use the arrow keys, to move the start.',
    zh: '圆圈：起点。实心记号：终点，学习率 0.05，600 步。黑点：两个权重都为 0。拖动或用方向键移动起点。',
  },
} satisfies Record<string, Bilingual>;

const said = {
  residual: {
    en: (at: string, [one, other]: readonly [string, string], y: string) =>
      `The <0/> pair ends at ${at}: its branches add ${one} and ${other} to 1, and the answer is ${y}.`,
    zh: (at: string, [one, other]: readonly [string, string], y: string) =>
      `<0/>网络停在 ${at}：两条支路往 1 上加 ${one} 和 ${other}，输出 ${y}。`,
  },
  plain: {
    en: (at: string, y: string) => `The <0/> pair ends at ${at} and answers ${y}.`,
    zh: (at: string, y: string) => `<0/>网络停在 ${at}，输出 ${y}。`,
  },
  answers: { en: (y: string) => `answers ${y}`, zh: (y: string) => `输出 ${y}` },
};

/** Two decimals, without the minus of a rounded zero. */
const hundredths = (value: number): number => Math.round(value * 100) / 100 || 0;

export function Valley({ id }: { readonly id: string }) {
  const language = useLanguage();
  const label = useArmLabel();
  const [start, setStart] = useState(firstStart);
  const [decay, setDecay] = useState(0);
  const arms = useMemo(
    () =>
      kinds.map((kind) => ({
        name: kind,
        label: label(kind),
        exact: exactPairs(kind),
        way: descend(kind, start, decay),
        output: (pair: Pair) => outputOf(kind, pair),
      })),
    [start, decay, label],
  );
  const number = (value: number) => fixed(hundredths(value), 2, language);
  const takeaway = arms.map((arm) => {
    const end = arm.way.at(-1) ?? start;
    const at = `(${number(end.a)},\u00a0${number(end.b)})`;
    const y = number(arm.output(end));
    if (arm.name === 'plain') return worded(said.plain[language](at, y), [arm]);
    const [one, other] = branchesAt(end);
    return worded(said.residual[language](at, [number(one), number(other)], y), [arm]);
  });
  return (
    <section className="experiment" id={id} data-status="done" data-step={600} aria-label={words.label[language]}>
      <div className="controls">
        <NumberControl name="decay" value={decay} min={0} max={1} stride={0.02} onChange={setDecay} />
      </div>
      <ValleyMap
        arms={arms}
        bound={bound}
        onStart={({ a, b }) => setStart({ a: within(a), b: within(b) })}
        words={{
          kind: words.kind[language],
          exact: words.exact[language],
          answers: said.answers[language],
          caption: words.caption[language],
        }}
        takeaway={takeaway}
      />
    </section>
  );
}
