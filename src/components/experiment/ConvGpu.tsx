/** Whether a graphics card would train the race faster: the question, and a sentence for each way to the card. */
import { fixed, percent } from '../../i18n/numbers.ts';
import { advantage, type GpuVerdict } from '../../model/conv/backends.ts';
import type { ConvSnapshot } from '../../model/worker/convRun.ts';
import { useLanguage } from '../prose/language.ts';
import { useRace } from './useRace.ts';

const apiNames = { webgpu: 'WebGPU', webgl: 'WebGL' } as const;

interface ConvGpuProps {
  readonly snapshot: ConvSnapshot;
  readonly onMeasure: () => void;
}

export function ConvGpu({ snapshot: { status, gpu }, onMeasure }: ConvGpuProps) {
  const { t } = useRace();
  return (
    <>
      {status === 'done' && gpu === undefined && (
        <button type="button" className="quiet" onClick={onMeasure}>
          {t('gpu.measure')}
        </button>
      )}
      <div role="status">
        {gpu === 'measuring' && <p>{t('gpu.measuring')}</p>}
        {gpu === 'failed' && <p>{t('gpu.unanswered')}</p>}
        {typeof gpu === 'object' && <Verdicts verdicts={gpu} />}
      </div>
    </>
  );
}

function Verdicts({ verdicts }: { readonly verdicts: readonly GpuVerdict[] }) {
  const { t } = useRace();
  return (
    <ul className="verdicts">
      {verdicts.map((verdict) => (
        <li key={verdict.api}>
          <Sentence verdict={verdict} />
          {verdict.reason === 'failed' && (
            <>
              {' '}
              <code lang="en">{verdict.detail}</code>
            </>
          )}
        </li>
      ))}
      {verdicts.every(({ reason }) => reason !== 'faster' && reason !== 'lost') && <li>{t('gpu.stays')}</li>}
    </ul>
  );
}

function Sentence({ verdict }: { readonly verdict: GpuVerdict }) {
  const { t } = useRace();
  const language = useLanguage();
  const api = apiNames[verdict.api];
  const adapter = ('adapter' in verdict && verdict.adapter) || t('gpu.unnamed');
  switch (verdict.reason) {
    case 'missing':
    case 'failed':
    case 'lost':
      return t(`gpu.${verdict.reason}`, { api });
    case 'software':
      return t('gpu.software', { api, adapter });
    case 'wrong': {
      const finite = Number.isFinite(verdict.deviation);
      return finite
        ? t('gpu.wrong', { api, adapter, share: percent(verdict.deviation, 1) })
        : t('gpu.nonsense', { api, adapter });
    }
    default: {
      const [own, card] = [verdict.own, verdict.gpu].map((ms) => fixed(ms, 1, language));
      return t(`gpu.${verdict.reason}`, { api, adapter, own, card, advantage });
    }
  }
}
