/** What the block takes: its output, its parameters, its work and how far it sees; layer by layer on request. */
import { fixed } from '../../i18n/numbers.ts';
import { shapeText } from '../../model/blocks/graph.ts';
import type { Trace } from '../../model/blocks/trace.ts';
import { useLanguage } from '../prose/language.ts';
import { useBuilder } from './useBuilder.ts';

export function Totals({ traced }: { readonly traced: Trace }) {
  const { t } = useBuilder();
  const language = useLanguage();
  const whole = (value: number) => fixed(value, 0, language);
  const { output, trainable, fixed: kept, multiplyAdds, field, layers } = traced;
  const rows = [
    [t('output'), output ? shapeText(output) : t('noOutput')],
    [t('trainable'), whole(trainable)],
    [t('fixed'), whole(kept)],
    [t('multiplyAdds'), whole(multiplyAdds)],
    [t('field'), t('fieldValue', { size: field.size, stride: field.stride })],
  ] as const;
  return (
    <section className="totals" aria-labelledby="totals-title">
      <h2 id="totals-title">{t('totals')}</h2>
      <dl>
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className="hint">{t('totalsNote')}</p>
      <details>
        <summary>{t('layer')}</summary>
        <div className="scores">
          <table>
            <thead>
              <tr>
                <th scope="col">{t('layer')}</th>
                <th scope="col">{t('receives')}</th>
                <th scope="col">{t('gives')}</th>
                <th scope="col">{t('parameters')}</th>
                <th scope="col">{t('multiplyAdds')}</th>
              </tr>
            </thead>
            <tbody>
              {layers.map((layer) => (
                <tr key={layer.name}>
                  <th scope="row">
                    <code>{layer.name}</code>
                  </th>
                  <td>{shapeText(layer.input)}</td>
                  <td>{shapeText(layer.output)}</td>
                  <td>{whole(layer.trainable + layer.fixed)}</td>
                  <td>{whole(layer.multiplyAdds)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </section>
  );
}
