/** What a link asked for and did not get, in sentences. */
import { type Notice, rangeOf } from './address.ts';
import type { RangeName } from './design.ts';
import { useBuilder } from './useBuilder.ts';

/** Under which word of the page a number stands. */
const nameOf = {
  side: 'height',
  channels: 'channels',
  filters: 'filters',
  kernel: 'kernel',
  stride: 'stride',
  size: 'size',
} as const satisfies Record<RangeName, string>;

interface LinkNoticesProps {
  readonly notices: readonly Notice[];
  readonly onDismiss: () => void;
}

export function LinkNotices({ notices, onDismiss }: LinkNoticesProps) {
  const { t } = useBuilder();
  const sentence = (notice: Notice): string => {
    if (notice.kind !== 'clamped') return t(`notice.${notice.kind}`, { ...notice });
    const [min, max] = rangeOf(notice.name);
    return t('notice.clamped', { ...notice, name: t(nameOf[notice.name]), min, max });
  };
  return (
    <div role="status" className="notices">
      {notices.length > 0 && (
        <div className="notice">
          <p>
            <strong>{t('noticeTitle')}</strong>
          </p>
          <ul>
            {notices.map((notice) => (
              <li key={JSON.stringify(notice)}>{sentence(notice)}</li>
            ))}
          </ul>
          <button type="button" onClick={onDismiss}>
            {t('close')}
          </button>
        </div>
      )}
    </div>
  );
}
