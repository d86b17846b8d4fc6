/** The three charts of the live part: the branches by unit, the weights over steps, the loss over steps. */
import { useMemo } from 'react';
import { DecadeLines } from '../../components/charts/DecadeLines.tsx';
import { spread } from '../../components/charts/spread.ts';
import { worded } from '../../components/charts/worded.ts';
import { useArmLabel } from '../../components/experiment/useArmLabel.ts';
import type { Bilingual } from '../../components/prose/LessonState.tsx';
import { useLanguage } from '../../components/prose/language.ts';
import type { Language } from '../../i18n/language.ts';
import { amount, fixed } from '../../i18n/numbers.ts';
import type { RunSnapshot } from '../../model/worker/snapshot.ts';
import type { ConstantAnswers } from './constantAnswers.ts';
import { branchesOf, curvesOf, middleOf, stepsDrawn, strideOf } from './readings.ts';
import { share } from './writing.ts';

const words = {
  none: { en: 'Nothing has been trained yet; the curves will be drawn here.', zh: '还没有训练，曲线会画在这里。' },
  before: { en: 'before training', zh: '训练前' },
  now: { en: 'now', zh: '现在' },
  after: { en: 'after training', zh: '训练后' },
  step: { en: 'step', zh: '步' },
  unit: { en: 'unit', zh: '单元' },
  kindBranches: {
    en: 'Line chart, size of each residual branch beside its input, by unit.',
    zh: '折线图：各单元支路与输入之比。',
  },
  yBranches: { en: '‖αF(x)‖ / ‖x‖', zh: '‖αF(x)‖ / ‖x‖' },
  kindWeights: {
    en: 'Line chart, size of the trunk weights against step.',
    zh: '折线图：主干权重的大小随步数的变化。',
  },
  yWeights: { en: '‖W‖ / ‖W‖ at the start', zh: '‖W‖ / 起初的 ‖W‖' },
  kindLoss: { en: 'Line chart, mean squared error against step.', zh: '折线图：均方误差随步数的变化。' },
  yLoss: { en: 'mean squared error', zh: '均方误差' },
  zero: { en: 'answer 0', zh: '总答 0' },
  mean: { en: 'answer mean', zh: '总答平均值' },
} satisfies Record<string, Bilingual>;

const said = {
  branches: {
    en: (before: string, now: string) =>
      `Beside its input, the middle one of the <0/> branches measured ${before} and now measures ${now}.`,
    zh: (before: string, now: string) => `<0/>网络居中的支路，与输入之比原为 ${before}，现为 ${now}。`,
  },
  weights: {
    en: (plain: string, residual: string) =>
      `The <0/> trunk weights keep ${plain} of their size at the start, the <1/> ones ${residual}.`,
    zh: (plain: string, residual: string) => `主干权重与起初相比：<0/>网络剩 ${plain}，<1/>网络剩 ${residual}。`,
  },
  loss: {
    en: (plain: string, residual: string) =>
      `The <0/> network is at an error of ${plain}, the <1/> network at ${residual}.`,
    zh: (plain: string, residual: string) => `均方误差：<0/>网络 ${plain}，<1/>网络 ${residual}。`,
  },
  lost: {
    en: (lost: number, seeds: number) =>
      `The <0/> network diverged on ${lost} of ${seeds} seeds; what is drawn ends where they did.`,
    zh: (lost: number, seeds: number) => `<0/>网络：${seeds} 个种子中有 ${lost} 个发散，图就断在那里。`,
  },
  place: {
    unit: { en: (x: number) => `unit ${x}`, zh: (x: number) => `第 ${x} 个单元` },
    step: {
      en: (x: number) => `step ${fixed(x, 0, 'en')}`,
      zh: (x: number) => `第 ${fixed(x, 0, 'zh')} 步`,
    },
  },
  batches: {
    en: (steps: number) => `Loss of the batches${steps === 1 ? '' : `, mean over ${steps} steps`}. `,
    zh: (steps: number) => `每步的批次损失${steps === 1 ? '' : `，取 ${steps} 步的平均`}；`,
  },
  caption: {
    en: (seeds: number) => `Medians and ranges over ${seeds === 1 ? 'one seed' : `${seeds} seeds`}.`,
    zh: (seeds: number) => `中位数与范围，${seeds} 个种子。`,
  },
};

/** The middle value where the curves end: over the seeds that have come so far, as the chart labels it. */
function newest(seeds: readonly (readonly number[])[]): number {
  const last = Math.max(...seeds.map(({ length }) => length)) - 1;
  return spread(seeds.flatMap((values) => values[last] ?? [])).median;
}

interface ZeroChartsProps {
  readonly snapshot: RunSnapshot;
  readonly constant: ConstantAnswers;
}

export function ZeroCharts({ snapshot, constant }: ZeroChartsProps) {
  const language: Language = useLanguage();
  const label = useArmLabel();
  const { steps } = snapshot.experiment;
  const ended = snapshot.status === 'done';
  const places = useMemo(() => stepsDrawn(steps), [steps]);
  const branches = useMemo(() => branchesOf(snapshot), [snapshot]);
  const [weights, losses] = useMemo(
    () => [curvesOf(snapshot, 'weights', label), curvesOf(snapshot, 'losses', label)],
    [snapshot, label],
  );
  const units = branches.before[0]?.length ?? 0;
  const seeds = branches.before.length;
  const arms = useMemo(
    () => [
      { name: 'before', label: words.before[language], seeds: branches.before },
      { name: 'residual', label: words[ended ? 'after' : 'now'][language], seeds: branches.now },
    ],
    [branches, ended, language],
  );
  const empty = [worded(words.none[language], [])];
  const lost = snapshot.arms.flatMap(({ name, seeds: runs }) => {
    const count = runs.filter(({ divergence }) => divergence).length;
    return count > 0 ? worded(said.lost[language](count, seeds), [{ name, label: label(name) }]) : [];
  });
  const two = (of: typeof weights, write: (value: number) => string, say: (a: string, b: string) => string) => {
    const [plain, residual] = ['plain', 'residual'].map((name) => of.find((arm) => arm.name === name));
    if (!plain || !residual || seeds === 0) return empty;
    if (lost.length > 0) return lost;
    return [worded(say(write(newest(plain.seeds)), write(newest(residual.seeds))), [plain, residual])];
  };
  const middle = (values: readonly number[][]) => share(spread(middleOf(values)).median, language);
  const caption = seeds > 0 && said.caption[language](seeds);
  const residual = { name: 'residual', label: label('residual') };
  return (
    <div className="zero-charts">
      <DecadeLines
        arms={seeds > 0 ? arms : []}
        places={Array.from({ length: units }, (_, i) => i + 1)}
        marked
        words={{
          kind: words.kindBranches[language],
          x: words.unit[language],
          y: words.yBranches[language],
          place: said.place.unit[language],
        }}
        takeaway={
          lost.length > 0
            ? lost
            : seeds > 0
              ? [worded(said.branches[language](middle(branches.before), middle(branches.now)), [residual])]
              : empty
        }
        caption={caption}
        file="branches-by-unit"
      />
      <DecadeLines
        arms={weights}
        places={places}
        marked={false}
        words={{
          kind: words.kindWeights[language],
          x: words.step[language],
          y: words.yWeights[language],
          place: said.place.step[language],
        }}
        takeaway={two(weights, (value) => share(value, language), said.weights[language])}
        caption={caption}
        file="weights-by-step"
      />
      <DecadeLines
        arms={losses}
        places={places}
        marked={false}
        levels={[
          { label: words.zero[language], value: constant.zero },
          { label: words.mean[language], value: constant.mean },
        ]}
        words={{
          kind: words.kindLoss[language],
          x: words.step[language],
          y: words.yLoss[language],
          place: said.place.step[language],
        }}
        takeaway={two(losses, (value) => amount(value, language), said.loss[language])}
        caption={caption && said.batches[language](strideOf(steps)) + caption}
        file="error-by-step"
      />
    </div>
  );
}
