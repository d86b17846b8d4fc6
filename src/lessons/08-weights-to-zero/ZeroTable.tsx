/** Three smallnesses in one table: the branches, their sum, the weights; and what the network gets for them. */
import { spread } from '../../components/charts/spread.ts';
import { withPowers } from '../../components/charts/Takeaway.tsx';
import type { Bilingual } from '../../components/prose/LessonState.tsx';
import { useLanguage } from '../../components/prose/language.ts';
import { amount } from '../../i18n/numbers.ts';
import type { RunSnapshot } from '../../model/worker/snapshot.ts';
import type { ConstantAnswers } from './constantAnswers.ts';
import { trunkNormSince } from './measures.ts';
import { branchesOf, middleOf } from './readings.ts';
import { share, withRange } from './writing.ts';

const words = {
  caption: {
    en: 'After the last step: median, and range over the seeds',
    zh: '最后一步之后：中位数，括号内是各种子的范围',
  },
  quantity: { en: 'What is measured', zh: '量什么' },
  plain: { en: 'plain', zh: '普通' },
  residual: { en: 'residual', zh: '残差' },
  beside: { en: 'to compare', zh: '对照' },
  branch: { en: 'middle branch beside its input', zh: '居中的支路与输入之比' },
  sum: { en: 'length of the branches’ sum over the sum of their lengths', zh: '各支路之和的长度，与长度之和相比' },
  weights: { en: 'trunk weights beside their start', zh: '主干权重与起初之比' },
  error: { en: 'mean squared error, training set', zh: '均方误差（训练集）' },
  without: { en: 'no shortcut', zh: '没有捷径' },
  waiting: { en: '…', zh: '…' },
  never: { en: 'no branch differs from 0', zh: '各支路都为 0' },
} satisfies Record<string, Bilingual>;

const compared = {
  lost: {
    en: (lost: number, seeds: number) => `${lost} of ${seeds} diverged`,
    zh: (lost: number, seeds: number) => `${seeds} 个中 ${lost} 个发散`,
  },
  branch: { en: (before: string) => `${before} before training`, zh: (before: string) => `训练前 ${before}` },
  sum: {
    en: (length: string) => `${length} for unrelated directions`,
    zh: (length: string) => `方向互不相干时约 ${length}`,
  },
  error: {
    en: ({ zero, mean }: ConstantAnswers) => `${amount(mean, 'en')} for the mean, ${amount(zero, 'en')} for 0`,
    zh: ({ zero, mean }: ConstantAnswers) => `总答平均值 ${amount(mean, 'zh')}，总答 0 为 ${amount(zero, 'zh')}`,
  },
};

interface ZeroTableProps {
  readonly snapshot: RunSnapshot;
  readonly constant: ConstantAnswers;
  /** One value a seed; undefined while they are worked out. */
  readonly cancellation: readonly number[] | undefined;
}

export function ZeroTable({ snapshot, constant, cancellation }: ZeroTableProps) {
  const language = useLanguage();
  if (snapshot.status !== 'done') return null;
  const { before, now } = branchesOf(snapshot);
  const units = before[0]?.length ?? 0;
  const cell = (values: readonly number[], write: typeof share) => {
    const lost = values.filter((value) => !Number.isFinite(value)).length;
    if (lost > 0) return compared.lost[language](lost, values.length);
    return withPowers(withRange(spread(values), language, write), language);
  };
  const bySeed = (arm: string, of: 'weights' | 'error') =>
    snapshot.arms
      .filter(({ name }) => name === arm)
      .flatMap(({ layout, seeds }) =>
        seeds.map(({ rows, steps, final, divergence }) => {
          if (divergence) return Number.NaN;
          return of === 'error' ? (final?.train.loss ?? Number.NaN) : trunkNormSince(layout, rows, steps - 1);
        }),
      );
  const errors = bySeed('residual', 'error');
  const ended = errors.every(Number.isFinite);
  const sum = () => {
    if (!ended) return cell(errors, share);
    if (!cancellation) return words.waiting[language];
    if (cancellation.some(Number.isNaN)) return words.never[language];
    return cell(cancellation, share);
  };
  const rows = [
    {
      name: words.branch,
      plain: words.without[language],
      residual: cell(ended ? middleOf(now) : errors, share),
      beside: compared.branch[language](share(spread(middleOf(before)).median, language)),
    },
    {
      name: words.sum,
      plain: words.without[language],
      residual: sum(),
      beside: compared.sum[language](share(1 / Math.sqrt(units), language)),
    },
    {
      name: words.weights,
      plain: cell(bySeed('plain', 'weights'), share),
      residual: cell(bySeed('residual', 'weights'), share),
      beside: '100%',
    },
    {
      name: words.error,
      plain: cell(bySeed('plain', 'error'), amount),
      residual: cell(bySeed('residual', 'error'), amount),
      beside: compared.error[language](constant),
    },
  ];
  return (
    <section className="scores zero-table" aria-label={words.caption[language]} tabIndex={0}>
      <table>
        <caption>{words.caption[language]}</caption>
        <thead>
          <tr>
            <th scope="col">{words.quantity[language]}</th>
            <th scope="col">
              <span className="plain">{words.plain[language]}</span>
            </th>
            <th scope="col">
              <span className="residual">{words.residual[language]}</span>
            </th>
            <th scope="col">{words.beside[language]}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, plain, residual, beside }) => (
            <tr key={name.en}>
              <th scope="row">{name[language]}</th>
              <td>{plain}</td>
              <td>{residual}</td>
              <td>{beside}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
