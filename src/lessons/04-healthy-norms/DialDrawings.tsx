/** What the dials read, what that says, and how alike different inputs become layer by layer. */
import { ProfileChart } from '../../components/charts/ProfileChart.tsx';
import { spread } from '../../components/charts/spread.ts';
import { Takeaway } from '../../components/charts/Takeaway.tsx';
import { worded } from '../../components/charts/worded.ts';
import { useArmLabel } from '../../components/experiment/useArmLabel.ts';
import { useLanguage } from '../../components/prose/language.ts';
import { DialTable, written } from './DialTable.tsx';
import { diagnose } from './diagnosis.ts';
import { type DialAnswers, profileOf, readingsOf, seedsOf } from './dialAnswers.ts';
import { likeness, measuredOn, profileWords, spelt, words } from './dialWords.ts';

export function DialDrawings({ answers }: { readonly answers: DialAnswers }) {
  const language = useLanguage();
  const label = useArmLabel();
  const { experiment } = answers;
  const arms = experiment.arms.map(({ name }) => ({ name, label: label(name) }));
  const readings = arms.map(({ name }) => readingsOf(answers, name));
  const says =
    seedsOf(answers) === 0
      ? [worded(words.idle[language], [])]
      : readings.map(({ ratio, similarity, agreement }, i) => {
          const [a, b, c] = [spread(ratio).median, spread(similarity).median, spread(agreement).median];
          return worded(spelt(diagnose({ ratio: a, similarity: b, agreement: c }), language), arms.slice(i, i + 1));
        });
  const [plain = Number.NaN, residual = Number.NaN] = readings.map(({ similarity }) => spread(similarity).median);
  const states = experiment.depth / experiment.layersPerUnit;
  const write = (value: number) => written('similarity', value, language);
  const profileTakeaway =
    Number.isNaN(plain) || Number.isNaN(residual)
      ? worded(profileWords.empty[language], [])
      : worded(likeness(write(plain), write(residual), experiment.depth, language), arms);
  return (
    <>
      <p className="take dials-take">
        <Takeaway sentences={says} arms={arms} />
      </p>
      <DialTable arms={arms} readings={readings} />
      <p className="run-status">{measuredOn(experiment, language)}</p>
      <ProfileChart
        arms={arms.map((arm) => ({ ...arm, seeds: profileOf(answers, arm.name) }))}
        words={{
          kind: profileWords.kind[language],
          x: profileWords.x[language],
          y: profileWords.y[language],
          one: profileWords.one[language],
          place: (state) => (language === 'zh' ? `第 ${state} 个状态，共 ${states} 个` : `state ${state} of ${states}`),
        }}
        takeaway={[profileTakeaway]}
        file="likeness-by-layer"
      />
    </>
  );
}
