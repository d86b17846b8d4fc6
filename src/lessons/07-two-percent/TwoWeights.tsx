/** Live: y = wx and y = x + vx walk to the same target. Plain arithmetic, done on the page at every turn of a knob. */
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Curve, CurveChart } from '../../components/charts/CurveChart.tsx';
import { ChoiceControl } from '../../components/controls/ChoiceControl.tsx';
import { RangeControl } from '../../components/controls/RangeControl.tsx';
import { type Bilingual, usePrediction, useReport } from '../../components/prose/LessonState.tsx';
import { useLanguage } from '../../components/prose/language.ts';
import { fixed } from '../../i18n/numbers.ts';
import { Comparisons } from './Comparisons.tsx';
import { takeawayOf, type View } from './takeaway.ts';
import {
  asked,
  bothWays,
  comparisons,
  type Knobs,
  ranges,
  stepsOf,
  stepsToDraw,
  turned,
  type Way,
  withOptimizer,
} from './twoWeights.ts';

const words = {
  name: { en: 'Two units of one weight each', zh: '两个各有一个权重的单元' },
  optimizer: { en: 'Optimiser', zh: '优化器' },
  sgd: { en: 'SGD', zh: 'SGD' },
  adam: { en: 'Adam', zh: 'Adam' },
  relative: { en: 'relative step', zh: '相对步' },
  rate: { en: 'Learning rate', zh: '学习率' },
  start: { en: 'Output at the start', zh: '起始输出' },
  target: { en: 'Target', zh: '目标' },
  decay: { en: 'Weight decay', zh: '权重衰减' },
  noise: { en: 'Noise, share of the weight', zh: '噪声占权重的比例' },
  bits: { en: 'Binary digits of the weight', zh: '权重的二进制位数' },
  view: { en: 'Show', zh: '看' },
  output: { en: 'output y', zh: '输出 y' },
  weight: { en: 'weight', zh: '权重' },
  share: { en: 'change of the weight, %', zh: '权重变化（%）' },
  kindOutput: { en: 'Line chart, output against step.', zh: '折线图：输出随步数的变化。' },
  kindWeight: { en: 'Line chart, weight against step.', zh: '折线图：权重随步数的变化。' },
  kindShare: {
    en: 'Line chart, change of the weight as a percentage of its start, against step.',
    zh: '折线图：权重相对起始值变化的百分比，随步数的变化。',
  },
  run: { en: 'Run', zh: '运行' },
  reset: { en: 'Back to the question', zh: '恢复题目的设置' },
  idle: { en: 'Nothing has been computed yet.', zh: '还没有计算。' },
  done: {
    en: 'Computed on this page in 64-bit numbers. Nothing here is random.',
    zh: '就在本页用 64 位浮点数算出，没有任何随机成分。',
  },
  plain: { en: 'plain', zh: '普通' },
  residual: { en: 'residual', zh: '残差' },
} satisfies Record<string, Bilingual>;

const optimizers = ['sgd', 'adam', 'relative'] as const satisfies readonly Knobs['optimizer'][];
const views = ['output', 'weight', 'share'] as const satisfies readonly View[];

/** One value a step, as the view asks for it: a share in per cent of the first weight, which must not be 0. */
const valuesOf = ({ outputs, weights }: Way, view: View): readonly number[] => {
  if (view === 'output') return outputs;
  if (view === 'weight') return weights;
  const [from = 0] = weights;
  return weights.map((w) => (from === 0 ? Number.NaN : (100 * (w - from)) / Math.abs(from)));
};

/** The values in view with a little room: what lies further out than the way is long leaves the frame. */
function domainOf(curves: readonly Curve[], steps: number, anchors: readonly number[]): [number, number] {
  const finite = curves.flatMap(({ values }) => values.slice(0, steps + 1).filter(Number.isFinite));
  const firsts = curves.flatMap(({ values }) => values.slice(0, 1).filter(Number.isFinite));
  const known = anchors.length > 0 ? anchors : curves.some(({ lost }) => lost) ? firsts : finite;
  const [low, high] = [Math.min(...known), Math.max(...known)];
  const span = Math.max(high - low, 0.01) || 1;
  const within = finite.map((value) => Math.min(high + span, Math.max(low - span, value)));
  const [from, to] = [Math.min(low, ...within), Math.max(high, ...within)];
  return [from - 0.08 * Math.max(to - from, span), to + 0.08 * Math.max(to - from, span)];
}

interface TwoWeightsProps {
  readonly id: string;
  /** The prediction that this part decides. */
  readonly predict: string;
}

export function TwoWeights({ id, predict }: TwoWeightsProps) {
  const language = useLanguage();
  const { t } = useTranslation('charts');
  const say = (key: keyof typeof words) => words[key][language];
  const { locked } = usePrediction(predict);
  const report = useReport();
  const [knobs, setKnobs] = useState(asked);
  const [begun, begin] = useState(false);
  const [view, setView] = useState<View>('output');
  const shown = begun || locked;

  // The prediction is about the question's own setting, wherever the knobs stand by now.
  useEffect(() => {
    if (!locked) return;
    const { plain, residual } = bothWays(asked);
    const ratio = stepsOf(residual) / stepsOf(plain);
    report(predict, { median: ratio, min: ratio, max: ratio, seeds: 1 });
  }, [locked, predict, report]);

  const pair = useMemo(() => bothWays(knobs), [knobs]);
  const steps = shown ? stepsToDraw(pair) : 100;
  const arms = (['plain', 'residual'] as const).map((name) => ({ name, label: words[name][language] }));
  const curves = arms.map(({ name, label }): Curve => {
    const values = shown ? valuesOf(pair[name], view) : [];
    return { name, label, values, lost: pair[name].end === 'diverges' };
  });
  const write = (value: number) =>
    view === 'share' ? `${fixed(value, 1, language)}%` : fixed(value, view === 'output' ? 3 : 4, language);
  const turn = (name: Parameters<typeof turned>[1]) => (value: number) => setKnobs(turned(knobs, name, value));
  const knob = (name: Parameters<typeof turned>[1], stride: number) => (
    <RangeControl label={say(name)} field={ranges[name]} value={knobs[name]} stride={stride} onChange={turn(name)} />
  );
  return (
    <section
      className="experiment two-weights"
      id={id}
      data-status={shown ? 'done' : 'idle'}
      data-step={shown ? steps : 0}
      aria-label={say('name')}
    >
      <div className="controls">
        <ChoiceControl
          label={say('optimizer')}
          value={knobs.optimizer}
          options={optimizers.map((value) => ({ value, label: say(value) }))}
          onChange={(optimizer) => setKnobs(withOptimizer(knobs, optimizer))}
        />
        {knob('rate', 0)}
        {knob('start', 0.1)}
        {knob('target', 0.1)}
        {knob('decay', 0.1)}
      </div>
      <div className="run-controls">
        <button type="button" className="primary" disabled={shown} onClick={() => begin(true)}>
          {say('run')}
        </button>
        <button type="button" disabled={knobs === asked} onClick={() => setKnobs(asked)}>
          {say('reset')}
        </button>
      </div>
      <p className="run-status" role="status">
        {say(shown ? 'done' : 'idle')}
      </p>
      <div className="controls">
        <ChoiceControl
          label={say('view')}
          value={view}
          options={views.map((value) => ({ value, label: say(value) }))}
          onChange={setView}
        />
      </div>
      <CurveChart
        curves={curves}
        steps={steps}
        domain={domainOf(curves, steps, view === 'output' ? [knobs.start, knobs.target] : [])}
        level={view === 'output' ? knobs.target : undefined}
        words={{
          kind: say(({ output: 'kindOutput', weight: 'kindWeight', share: 'kindShare' } as const)[view]),
          y: say(view),
          level: say('target').toLowerCase(),
        }}
        write={write}
        takeaway={takeawayOf(shown ? pair : undefined, view, knobs, arms, language)}
        file={`two-weights-${view}`}
      />
      {shown && (
        <>
          <div className="controls two-weights-held">
            {knob('noise', 0)}
            {knob('bits', 1)}
          </div>
          <Comparisons knobs={knobs} compared={comparisons(knobs, pair)} none={t('read.noValue')} />
        </>
      )}
    </section>
  );
}
