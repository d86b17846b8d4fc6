/** Two bars, each cut by stages: whose are the parameters, and whose is the work. The numbers stand in a table below. */
import { Fragment } from 'react';
import { fixed, percent } from '../../i18n/numbers.ts';
import { shapeText } from '../../model/blocks/graph.ts';
import { useBuilder } from '../builder/useBuilder.ts';
import { useLanguage } from '../prose/language.ts';
import { sharesOf, stageNumber, type Unrolled } from './networkParts.ts';

interface StageSharesProps {
  readonly net: Unrolled;
  /** Name of the network. */
  readonly title: string;
  readonly partName: (part: string) => string;
}

/** From these shares on a piece has room for its name, for its number alone. */
const room = { name: 0.2, number: 0.09 } as const;

export function StageShares({ net, title, partName }: StageSharesProps) {
  const { t } = useBuilder();
  const language = useLanguage();
  const { total } = net;
  const shares = sharesOf(net);
  const most = shares.reduce((best, one) => (one.parameters > best.parameters ? one : best));
  const number = stageNumber(most.name);
  const whole = (value: number) => fixed(value, 0, language);
  const rows = [
    { key: 'parameters', label: t('shareParameters') },
    { key: 'work', label: t('shareWork') },
  ] as const;
  return (
    <div className="stage-shares">
      {number !== undefined && (
        <p className="take">
          {t('shareTake', {
            most: number,
            parameters: percent(most.parameters, 0),
            total: whole(total.trainable + total.fixed),
            work: percent(most.work, 0),
            all: whole(total.multiplyAdds),
          })}
        </p>
      )}
      <div aria-hidden="true" className="share-rows">
        {rows.map(({ key, label }) => (
          <Fragment key={key}>
            <span>{label}</span>
            <div className="share-bar">
              {shares.map((share, index) => (
                <div
                  key={share.name}
                  data-shade={index % 6}
                  style={{ flexGrow: share[key], flexBasis: 0 }}
                  title={`${partName(share.name)}: ${percent(share[key], 1)}`}
                >
                  {share[key] >= room.number && (
                    <>
                      <b>{share[key] >= room.name ? partName(share.name) : stageNumber(share.name)}</b>{' '}
                      {percent(share[key], 0)}
                    </>
                  )}
                </div>
              ))}
            </div>
          </Fragment>
        ))}
      </div>
      <details>
        <summary>{t('shareTitle')}</summary>
        <div className="scores">
          <table>
            <caption className="visually-hidden">{t('shareTable', { name: title })}</caption>
            <thead>
              <tr>
                <th scope="col">{t('sharePart')}</th>
                <th scope="col">{t('shareOut')}</th>
                <th scope="col">{t('parameters')}</th>
                <th scope="col">{t('multiplyAdds')}</th>
              </tr>
            </thead>
            <tbody>
              {shares.map(({ name, output, trainable, fixed: kept, multiplyAdds, parameters, work }) => (
                <tr key={name}>
                  <th scope="row">{partName(name)}</th>
                  <td>{shapeText(output)}</td>
                  <td>
                    {whole(trainable + kept)} <small>{percent(parameters, 1)}</small>
                  </td>
                  <td>
                    {whole(multiplyAdds)} <small>{percent(work, 1)}</small>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </div>
  );
}
