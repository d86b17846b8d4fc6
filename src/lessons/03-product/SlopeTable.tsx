/** Six plain networks: the slope that theory expects of each, and the one that was recorded. */
import type { Bilingual } from '../../components/prose/LessonState.tsx';
import { useLanguage } from '../../components/prose/language.ts';
import { Measured } from '../../components/prose/Measured.tsx';
import { fixed } from '../../i18n/numbers.ts';
import { atStart, type Ruled, ruled } from './lesson.ts';
import { theoryOf } from './ruler.ts';

const words = {
  caption: {
    en: 'Decades lost at each layer, plain networks of 20 layers and width 16',
    zh: '每层减小几个数量级：20 层、宽度 16 的普通网络',
  },
  network: { en: 'activation, start', zh: '激活函数，初值' },
  factor: { en: 'one layer passes on', zh: '一层传下去' },
  theory: { en: 'theory', zh: '理论值' },
  measured: { en: 'measured', zh: '实测' },
  note: {
    en: '≥: tanh and sigmoid are steepest at 0, so a layer loses at least this much. Measured: median of five seeds.',
    zh: '≥：tanh 和 sigmoid 在 0 处最陡，所以一层至少损失这么多。实测为 5 个种子的中位数。',
  },
} satisfies Record<string, Bilingual>;

const names: Readonly<Record<Ruled, Bilingual>> = {
  sigmoidGlorot: { en: 'sigmoid, Glorot', zh: 'sigmoid，Glorot' },
  sigmoidNormal: { en: 'sigmoid, σ\u00a0=\u00a00.1', zh: 'sigmoid，σ\u00a0=\u00a00.1' },
  tanhNormal: { en: 'tanh, σ\u00a0=\u00a00.1', zh: 'tanh，σ\u00a0=\u00a00.1' },
  tanhOrthogonal: { en: 'tanh, orthogonal', zh: 'tanh，正交' },
  reluGlorot: { en: 'ReLU, Glorot', zh: 'ReLU，Glorot' },
  reluHe: { en: 'ReLU, He', zh: 'ReLU，He' },
};
const rows = Object.keys(ruled) as readonly Ruled[];

export function SlopeTable() {
  const language = useLanguage();
  return (
    <figure className="paper-table">
      <table>
        <caption>{words.caption[language]}</caption>
        <thead>
          <tr>
            {(['network', 'factor', 'theory', 'measured'] as const).map((column) => (
              <th key={column} scope="col">
                {words[column][language]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((key) => {
            const { decades = Number.NaN, atLeast } = theoryOf({ ...atStart, ...ruled[key], shortcutScale: 0 });
            return (
              <tr key={key}>
                <th scope="row">{names[key][language]}</th>
                <td>
                  {atLeast ? '≤\u00a0' : ''}
                  {fixed(10 ** -decades, 2, language)}
                </td>
                <td>
                  {atLeast ? '≥\u00a0' : ''}
                  {fixed(decades, 2, language)}
                </td>
                <td>
                  <Measured claim="ruler" value={key} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <figcaption>{words.note[language]}</figcaption>
    </figure>
  );
}
