/** Live: every kernel of the notes' ResNet-50 is drawn, and those that are equal number by number are told. */
import { useId, useState } from 'react';
import { ChoiceControl } from '../../components/controls/ChoiceControl.tsx';
import { useBlocksWorker } from '../../components/experiment/useBlocksWorker.ts';
import type { Bilingual } from '../../components/prose/LessonState.tsx';
import { useLanguage } from '../../components/prose/language.ts';
import type { CloneGroup } from '../../model/blocks/clones.ts';

const words = {
  title: { en: 'What seed=0 does to ResNet-50', zh: 'seed=0 对 ResNet-50 做了什么' },
  seeds: { en: 'Seeds of the layers', zh: '各层的种子' },
  zero: { en: '0 everywhere', zh: '处处为 0' },
  seven: { en: '7 everywhere', zh: '处处为 7' },
  own: { en: 'one for each layer', zh: '每层一个' },
  draw: { en: 'Draw the kernels and compare', zh: '抽出全部卷积核来比' },
  idle: { en: 'No kernel has been drawn yet.', zh: '还没有抽。' },
  running: { en: 'Drawing and comparing, number by number.', zh: '正在抽，逐个数比。' },
  failed: {
    en: 'The kernels could not be drawn; the review above still stands.',
    zh: '没能抽出来；上面的评语仍然有效。',
  },
  clones: {
    en: '{convolutions} convolutions, {different} different starts: {copies} layers begin as a copy of an earlier one.',
    zh: '{convolutions} 层卷积，{different} 个不同的起点：有 {copies} 层一开始就是前面某层的复制品。',
  },
  none: {
    en: '{convolutions} convolutions, {different} different starts: no layer is a copy of another.',
    zh: '{convolutions} 层卷积，{different} 个不同的起点：没有哪层是别层的复制品。',
  },
  kernel: { en: 'Kernel', zh: '卷积核' },
  layers: { en: 'Layers that start with the same numbers', zh: '以同样的数起步的层' },
} satisfies Record<string, Bilingual>;

const choices = { zero: 0, seven: 7, own: 'own' } as const;
type Choice = keyof typeof choices;

/** 3×3, 64 → 64 */
const kernelText = ([side, , from, to]: CloneGroup['shape']) => `${side}×${side}, ${from} → ${to}`;

export function Clones() {
  const language = useLanguage();
  const id = useId();
  const say = (key: keyof typeof words) => words[key][language];
  const [choice, choose] = useState<Choice>('zero');
  const [{ status, granted, failure }, send] = useBlocksWorker('clones');
  const clones = granted?.clones;
  const draw = (next: Choice) => send({ kind: 'clones', seed: choices[next] });
  const told = clones && {
    convolutions: clones.convolutions,
    different: clones.different,
    copies: clones.convolutions - clones.different,
  };
  const take =
    told &&
    say(told.copies > 0 ? 'clones' : 'none').replace(/\{(\w+)\}/g, (_, key: string) => String({ ...told }[key] ?? ''));
  return (
    <section className="clones" data-clones={status} aria-labelledby={id}>
      <h3 id={id}>{say('title')}</h3>
      <div className="controls">
        <ChoiceControl
          label={say('seeds')}
          value={choice}
          options={(['zero', 'seven', 'own'] as const).map((value) => ({ value, label: say(value) }))}
          onChange={(next) => {
            choose(next);
            if (status !== 'idle') draw(next);
          }}
        />
      </div>
      <div className="run-controls">
        <button type="button" className="primary" disabled={status === 'running'} onClick={() => draw(choice)}>
          {say('draw')}
        </button>
      </div>
      <p className="run-status" role="status">
        {status === 'done' ? take : say(status)}
      </p>
      {failure && <code>{failure}</code>}
      {clones && clones.groups.length > 0 && (
        <div className="scores">
          <table>
            <thead>
              <tr>
                <th scope="col">{say('kernel')}</th>
                <th scope="col">{say('layers')}</th>
              </tr>
            </thead>
            <tbody>
              {clones.groups.map(({ shape, layers }) => (
                <tr key={shape.join()}>
                  <th scope="row">{kernelText(shape)}</th>
                  <td>
                    <code>{layers.join(' ')}</code>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
