/** Which class is taken for which: one network at a time, ten classes, every test image. */
import { useState } from 'react';
import { classCount } from '../../model/conv/specification.ts';
import type { ConvSnapshot } from '../../model/worker/convRun.ts';
import { Takeaway } from '../charts/Takeaway.tsx';
import { worded } from '../charts/worded.ts';
import { ChoiceControl } from '../controls/ChoiceControl.tsx';
import { confusionSummary } from './confusionSummary.ts';
import { useRace } from './useRace.ts';

interface ConfusionProps {
  readonly snapshot: ConvSnapshot;
  readonly label: (name: string) => string;
}

/** The larger the share, the deeper the colour. */
const tint = (right: boolean, share: number): string =>
  `color-mix(in srgb, var(--${right ? 'residual' : 'note'}) ${Math.round(45 * share)}%, transparent)`;

const classes = Array.from({ length: classCount }, (_, i) => i);

export function Confusion({ snapshot: { arms }, label }: ConfusionProps) {
  const { t } = useRace();
  const [chosen, setArm] = useState<string>('residual');
  const arm = arms.find(({ name }) => name === chosen) ?? arms[0];
  const newest = arm?.scores.at(-1);
  if (!arm || !newest) return <p className="run-status">{t('confusionNone')}</p>;
  const { confusion } = newest.score;
  const nameOf = (index: number) => t(`class.${index}`);
  const { right, all, worst } = confusionSummary(confusion, classCount);
  const named = arms.map(({ name }) => ({ name, label: label(name) }));
  const sentence = worst
    ? t('confusionTake', {
        right,
        all,
        from: nameOf(worst.from),
        to: nameOf(worst.to),
        count: worst.count,
        size: worst.size,
      })
    : t('confusionPerfect', { all });
  return (
    <div className="confusion">
      {arms.length > 1 && (
        <ChoiceControl
          label={t('confusionArm')}
          value={arm.name}
          options={named.map(({ name, label: text }) => ({ value: name, label: text }))}
          onChange={setArm}
        />
      )}
      <p className="take">
        <Takeaway sentences={[worded(sentence, [{ name: arm.name, label: label(arm.name) }])]} arms={named} />
      </p>
      <section className="scores" tabIndex={0} aria-label={t('view.confusion')}>
        <table>
          <caption>{t('confusionCaption', { arm: label(arm.name), step: newest.step })}</caption>
          <thead>
            <tr>
              <th scope="col">{t('confusionTrue')}</th>
              {classes.map((answer) => (
                <th key={answer} scope="col">
                  {nameOf(answer)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {classes.map((row) => {
              const counts = confusion.subarray(row * classCount, (row + 1) * classCount);
              const size = counts.reduce((sum, count) => sum + count, 0);
              return (
                <tr key={row}>
                  <th scope="row">{nameOf(row)}</th>
                  {classes.map((answer) => {
                    const share = (counts[answer] ?? 0) / Math.max(1, size);
                    return (
                      <td
                        key={answer}
                        className={answer === row ? 'right' : undefined}
                        style={{ background: tint(answer === row, share) }}
                      >
                        {counts[answer]}
                      </td>
                    );
                  })}
                </tr>
              );
            })}
          </tbody>
        </table>
      </section>
    </div>
  );
}
