/** What each state of each network answers to one test image: a canvas a state, one tile a channel. */
import { useEffect, useRef, useState } from 'react';
import { fixed, percent } from '../../i18n/numbers.ts';
import type { StateMaps } from '../../model/conv/engine.ts';
import { type ConvDepth, planOf } from '../../model/conv/specification.ts';
import type { ConvSnapshot } from '../../model/worker/convRun.ts';
import { ChoiceControl } from '../controls/ChoiceControl.tsx';
import { useLanguage } from '../prose/language.ts';
import { type Picture, pictureOf, summaryOf, tiled } from './mapPixels.ts';
import { useRace } from './useRace.ts';

interface FeatureMapsProps {
  readonly snapshot: ConvSnapshot;
  readonly label: (name: string) => string;
}

export function FeatureMaps({ snapshot, label }: FeatureMapsProps) {
  const { t } = useRace();
  const [image, setImage] = useState(9);
  const { images, arms, experiment } = snapshot;
  const scored = arms.flatMap(({ name, scores }) => {
    const newest = scores.at(-1);
    return newest && newest.score.states.length > 0 ? [{ name, ...newest }] : [];
  });
  const first = scored[0];
  if (!images || !first) return <p className="run-status">{t('mapsNone')}</p>;
  const count = images.values.length / images.side ** 2;
  const shown = Math.min(image, count - 1);
  const name = t(`class.${shown}`);
  const pixels = images.side ** 2;
  return (
    <div className="maps">
      <ChoiceControl
        label={t('mapsOf')}
        value={String(shown)}
        options={Array.from({ length: count }, (_, i) => ({ value: String(i), label: t(`class.${i}`) }))}
        onChange={(value) => setImage(Number(value))}
      />
      <div className="maps-row">
        <MapCanvas
          picture={pictureOf(images.values.subarray(shown * pixels, (shown + 1) * pixels), images.side)}
          alt={t('input', { name })}
          caption={name}
        />
      </div>
      {scored.map((arm) => (
        <section key={arm.name} aria-label={label(arm.name)}>
          <h3>
            <span className={arm.name}>{label(arm.name)}</span>
          </h3>
          <States depth={experiment.depth} states={arm.score.states} image={shown} arm={label(arm.name)} />
        </section>
      ))}
      <p className="chart-caption">{t('mapsNote', { step: first.step })}</p>
    </div>
  );
}

interface StatesProps {
  readonly depth: ConvDepth;
  readonly states: readonly StateMaps[];
  readonly image: number;
  readonly arm: string;
}

function States({ depth, states, image, arm }: StatesProps) {
  const { t } = useRace();
  const language = useLanguage();
  const { places } = planOf(depth);
  return (
    <div className="maps-row">
      {states.map((state, i) => {
        const at = places[i - 1];
        const place = at ? t('block', { ...at }) : t('stem');
        const { side, channels } = state;
        const { largest, zero } = summaryOf(state, image);
        const values = { arm, place, side, channels, largest: fixed(largest, 2, language), zero: percent(zero, 0) };
        return <MapCanvas key={place} picture={tiled(state, image)} alt={t('mapsAlt', values)} caption={place} />;
      })}
    </div>
  );
}

interface MapCanvasProps {
  readonly picture: Picture;
  readonly alt: string;
  readonly caption: string;
}

function MapCanvas({ picture: { columns, rows, pixels }, alt, caption }: MapCanvasProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    canvas.current?.getContext('2d')?.putImageData(new ImageData(pixels, columns, rows), 0, 0);
  }, [pixels, columns, rows]);
  return (
    <figure>
      <canvas ref={canvas} width={columns} height={rows} role="img" aria-label={alt} title={alt} />
      <figcaption aria-hidden="true">{caption}</figcaption>
    </figure>
  );
}
