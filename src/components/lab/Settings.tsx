/** The whole experiment as controls, in groups that may stay closed: each says in its heading how it stands. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type Dataset,
  type Experiment,
  type Field,
  type FieldName,
  fields,
  givenDatasets,
  type Settings as Values,
} from '../../model/experiment.ts';
import { setByAll } from '../../model/lab/arms.ts';
import { seedsText } from '../../model/lab/seeds.ts';
import { FieldChoice } from '../controls/FieldChoice.tsx';
import { FieldControl } from '../controls/FieldControl.tsx';
import { useOwn } from '../experiment/ownStore.ts';
import { useArmLabel } from '../experiment/useArmLabel.ts';
import { useLanguage } from '../prose/language.ts';
import { useMode } from '../shell/mode.ts';
import { Arms } from './Arms.tsx';
import { openPanel } from './Panel.tsx';
import { Seeds } from './Seeds.tsx';
import { words } from './words.ts';

const groups = {
  data: ['dataset', 'batch'],
  network: [
    'depth',
    'width',
    'layersPerUnit',
    'order',
    'activation',
    'normalization',
    'finalNorm',
    'shortcutScale',
    'branchScale',
  ],
  start: ['initializer', 'gain', 'spread'],
  training: ['optimizer', 'rate', 'decay', 'steps'],
} as const satisfies Record<string, readonly FieldName[]>;
type Group = keyof typeof groups;
const groupNames = ['data', 'network', 'start', 'training'] as const satisfies readonly Group[];

/** What a setting says of itself in one or two words. */
export function useFieldText(): (name: FieldName, value: string | number | boolean) => string {
  const { t } = useTranslation('fields');
  return (name, value) => {
    const field: Field = fields[name];
    if (field.kind === 'switch') return t(value ? 'on' : 'off');
    if (field.kind === 'choice') return t(`${name}.${value}`);
    return name === 'depth' ? t('depthValue', { count: Number(value) }) : String(value).replace('-', '\u2212');
  };
}

/** Which settings of a group its heading tells. */
const told: Record<Group, readonly FieldName[]> = {
  data: ['dataset', 'batch'],
  network: ['depth', 'width', 'activation', 'normalization'],
  start: ['initializer', 'gain'],
  training: ['optimizer', 'rate', 'steps'],
};
/** Their values stand alone; the others need their names. */
const alone: readonly FieldName[] = ['dataset', 'depth', 'activation', 'initializer', 'optimizer'];

interface GroupBoxProps {
  readonly title: string;
  readonly stand: string;
  readonly open?: boolean;
  readonly children: ReactNode;
}

const GroupBox = ({ title, stand, open = false, children }: GroupBoxProps) => (
  <details className="lab-group" open={open}>
    <summary>
      <strong>{title}</strong> <small>{stand}</small>
    </summary>
    {children}
  </details>
);

interface DatasetChoiceProps {
  readonly value: Dataset;
  readonly onChange: (part: Partial<Values>) => void;
}

/** Own data are among the choices once there are any, and otherwise one press away. */
function DatasetChoice({ value, onChange }: DatasetChoiceProps) {
  const language = useLanguage();
  const own = useOwn();
  const guest = useMode().kind === 'embed';
  return (
    <>
      <FieldChoice
        name="dataset"
        value={value}
        {...(!own && value !== 'own' && { only: givenDatasets })}
        onChange={(dataset) => onChange({ dataset })}
      />
      {!guest && (
        <button type="button" className="quiet" onClick={() => openPanel('lab-own')}>
          {words.own.bring[language]}
        </button>
      )}
    </>
  );
}

interface SettingsProps {
  readonly experiment: Experiment;
  readonly set: (part: Partial<Values>) => void;
  readonly onChange: (next: Experiment, part?: string) => void;
}

export function Settings({ experiment, set, onChange }: SettingsProps) {
  const { t } = useTranslation('fields');
  const language = useLanguage();
  const label = useArmLabel();
  const text = useFieldText();
  const stand = (group: Group) =>
    told[group]
      .map((name) => (alone.includes(name) ? '' : `${t(name)} `) + text(name, experiment[name]))
      .join(language === 'zh' ? '，' : ' · ');
  return (
    <div className="lab-groups">
      {groupNames.map((group) => (
        <GroupBox key={group} title={words.groups[group][language]} stand={stand(group)} open={group === 'network'}>
          <div className="controls">
            {groups[group].map((name) => (
              <div className="lab-field" key={name}>
                {name === 'dataset' ? (
                  <DatasetChoice value={experiment.dataset} onChange={set} />
                ) : (
                  <FieldControl name={name} settings={experiment} onChange={set} />
                )}
                {setByAll(experiment, name) && <small className="hint">{words.groups.setByAll[language]}</small>}
              </div>
            ))}
          </div>
        </GroupBox>
      ))}
      <GroupBox
        title={words.groups.arms[language]}
        stand={experiment.arms.map(({ name }) => label(name)).join(language === 'zh' ? '，' : ' · ')}
      >
        <Arms experiment={experiment} onChange={onChange} />
      </GroupBox>
      <GroupBox title={words.groups.seeds[language]} stand={seedsText(experiment.seeds)}>
        <Seeds seeds={experiment.seeds} onChange={(seeds) => onChange({ ...experiment, seeds })} />
      </GroupBox>
    </div>
  );
}
