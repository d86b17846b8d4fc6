/** What a link asked for and did not get, in sentences. */
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Dataset, Experiment } from '../../model/experiment.ts';
import type { Notice } from '../../model/permalink.ts';

/** What a link says that was not taken as it stands, or asks for data of its author's own that are not here. */
export type LinkNotice =
  | Notice
  | { readonly kind: 'own-missing'; readonly used: Dataset }
  | { readonly kind: 'own-here' };

function sentence(t: TFunction<['errors', 'fields']>, notice: LinkNotice, experiment: Experiment): string {
  switch (notice.kind) {
    case 'too-many':
      return t(`errors:notice.too-many-${notice.what}`, { ...notice });
    case 'not-a-number':
    case 'unknown-choice': {
      const used = experiment[notice.field];
      const name = typeof used === 'string' ? t(`fields:${notice.field}.${used}`) : used;
      return t(`errors:notice.${notice.kind}`, { text: notice.text, field: t(`fields:${notice.field}`), used: name });
    }
    case 'clamped':
    case 'rounded':
      return t(`errors:notice.${notice.kind}`, { ...notice, field: t(`fields:${notice.field}`) });
    case 'own-missing':
      return t('errors:notice.own-missing', { used: t(`fields:dataset.${notice.used}`) });
    default:
      return t(`errors:notice.${notice.kind}`, { ...notice });
  }
}

export interface NoticesProps {
  readonly notices: readonly LinkNotice[];
  readonly experiment: Experiment;
  readonly onDismiss: () => void;
  readonly onUndo: () => void;
  /** What that goes back to, where it is not a lesson’s own settings. */
  readonly undoLabel?: string;
}

export function Notices({ notices, experiment, onDismiss, onUndo, undoLabel }: NoticesProps) {
  const { t } = useTranslation(['errors', 'fields']);
  return (
    <div role="status" className="notices">
      {notices.length > 0 && (
        <div className="notice">
          <p>
            <strong>{t('errors:notices')}</strong>
          </p>
          <ul>
            {notices.map((notice) => (
              <li key={JSON.stringify(notice)}>{sentence(t, notice, experiment)}</li>
            ))}
          </ul>
          <button type="button" onClick={onDismiss}>
            {t('errors:close')}
          </button>
          <button type="button" onClick={onUndo}>
            {undoLabel ?? t('errors:undo')}
          </button>
        </div>
      )}
    </div>
  );
}
