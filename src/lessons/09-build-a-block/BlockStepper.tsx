/** Live: the notes' identity_block line by line, with real pictures in it, forward and backward. */
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { ChoiceControl } from '../../components/controls/ChoiceControl.tsx';
import { BlockDiagram } from '../../components/diagrams/BlockDiagram.tsx';
import { FeatureMaps, mostOf } from '../../components/diagrams/FeatureMaps.tsx';
import { useBlocksWorker } from '../../components/experiment/useBlocksWorker.ts';
import type { Bilingual } from '../../components/prose/LessonState.tsx';
import { useLanguage } from '../../components/prose/language.ts';
import { amount, percent } from '../../i18n/numbers.ts';
import { passedBlock, passedInput } from '../../model/blocks/passage.ts';
import { type Direction, mapsAt, measured, nextStop, shapeOf, stops } from './stepping.ts';

const words = {
  name: { en: 'identity_block, line by line', zh: '逐行走过 identity_block' },
  send: { en: 'Send a picture through', zh: '送一张图片进去' },
  another: { en: 'Another picture', zh: '换一张图片' },
  weights: { en: 'New weights', zh: '换一组权重' },
  direction: { en: 'Direction', zh: '方向' },
  forward: { en: 'forward', zh: '前向' },
  backward: { en: 'backward', zh: '反向' },
  back: { en: 'Line before', zh: '上一步' },
  next: { en: 'Next line', zh: '下一步' },
  lines: {
    en: 'Lines of the notes’ code. The arrow keys go from line to line.',
    zh: '笔记的代码。用上下方向键逐行走。',
  },
  idle: {
    en: 'No picture has been sent yet. The code can be read all the same.',
    zh: '还没有送图片进去；代码照样可以读。',
  },
  running: { en: 'The picture is on its way.', zh: '图片正在路上。' },
  done: {
    en: 'Computed on this device, with random weights: nothing is trained. The maps are those of one picture; seven more share its norms.',
    zh: '在本机算出，权重是随机的，没有训练。画的是一张图片的特征图；还有七张与它一起做归一化。',
  },
  failed: {
    en: 'The picture could not be sent; the code and the drawing still stand.',
    zh: '图片没能送进去；代码和图仍然可看。',
  },
  again: { en: 'Try again', zh: '重试' },
  details: { en: 'Details', zh: '详情' },
  here: { en: 'this line', zh: '这一行' },
  gradientHere: { en: 'gradient here', zh: '这里的梯度' },
  branch: { en: 'branch', zh: '支路' },
  shortcut: { en: 'shortcut', zh: '捷径' },
  sum: { en: 'sum', zh: '和' },
  sumBack: { en: 'gradient at the plus', zh: '加号处的梯度' },
  picture: { en: 'The picture that is sent', zh: '送进去的图片' },
} satisfies Record<string, Bilingual>;

const classes: readonly Bilingual[] = [
  { en: 'T-shirt', zh: 'T 恤' },
  { en: 'trousers', zh: '裤子' },
  { en: 'pullover', zh: '套衫' },
  { en: 'dress', zh: '连衣裙' },
  { en: 'coat', zh: '外套' },
  { en: 'sandal', zh: '凉鞋' },
  { en: 'shirt', zh: '衬衫' },
  { en: 'sneaker', zh: '运动鞋' },
  { en: 'bag', zh: '包' },
  { en: 'ankle boot', zh: '短靴' },
];
const dataUrl = `${import.meta.env.BASE_URL}data/fashion14.bin`;
const legend: Bilingual = {
  en: 'Green is above 0, purple below, white is 0. Full colour: {most}.',
  zh: '绿色大于 0，紫色小于 0，白色为 0。最深处为 {most}。',
};
const size: Bilingual = {
  en: '{shape}, length {norm}, {zeros} zeros',
  zh: '{shape}，长度 {norm}，{zeros} 为 0',
};
const filled = (text: string, values: Readonly<Record<string, string>>) =>
  text.replace(/\{(\w+)\}/g, (_, key: string) => values[key] ?? '');

export function BlockStepper({ id }: { readonly id: string }) {
  const language = useLanguage();
  const say = (key: keyof typeof words) => words[key][language];
  const [at, setAt] = useState(0);
  const [direction, setDirection] = useState<Direction>('forward');
  const [wish, setWish] = useState({ first: 0, seed: 1 });
  const [{ status, granted, failure }, send] = useBlocksWorker('passage');
  const passage = granted?.passage;
  const list = useRef<HTMLOListElement>(null);
  const follow = useRef(false);
  useEffect(() => {
    if (!follow.current) return;
    follow.current = false;
    list.current?.querySelectorAll<HTMLElement>('button')[at]?.focus();
  }, [at]);

  const ask = (next: typeof wish) => {
    setWish(next);
    send({ kind: 'passage', dataUrl, ...next });
  };
  const turn = (next: Direction) => {
    setDirection(next);
    setAt(next === 'forward' ? 0 : stops.length - 1);
  };
  const press = (event: KeyboardEvent) => {
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: stops.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    follow.current = true;
    setAt(Math.min(stops.length - 1, Math.max(0, to)));
  };
  const stop = stops[at];
  if (!stop) return null;
  const maps = passage ? mapsAt(passage, stop, direction) : [];
  const nameOf = (key: (typeof maps)[number]['key']) => {
    if (key === 'here') return say(direction === 'forward' ? 'here' : 'gradientHere');
    return key === 'sum' && direction === 'backward' ? say('sumBack') : say(key);
  };
  const most = Math.max(0, ...maps.map(({ values }) => mostOf(values)));
  const label = passage ? (classes[passage.label]?.[language] ?? '') : '';
  return (
    <section className="experiment stepper" id={id} data-status={status} data-step={at} aria-label={say('name')}>
      <div className="run-controls">
        <button
          type="button"
          className="primary"
          onClick={() => ask(passage ? { ...wish, first: wish.first + 1 } : wish)}
        >
          {say(passage ? 'another' : 'send')}
        </button>
        <button type="button" disabled={!passage} onClick={() => ask({ ...wish, seed: wish.seed + 1 })}>
          {say('weights')}
        </button>
      </div>
      <p className="run-status" role="status">
        {say(status)}
      </p>
      {status === 'failed' && (
        <div className="notice">
          <button type="button" onClick={() => ask(wish)}>
            {say('again')}
          </button>
          <details>
            <summary>{say('details')}</summary>
            <code>{failure}</code>
          </details>
        </div>
      )}
      <div className="controls">
        <ChoiceControl
          label={say('direction')}
          value={direction}
          options={(['forward', 'backward'] as const).map((value) => ({ value, label: say(value) }))}
          onChange={turn}
        />
        <div className="stepper-steps">
          <button
            type="button"
            disabled={nextStop(at, direction, -1) === at}
            onClick={() => setAt(nextStop(at, direction, -1))}
          >
            {say('back')}
          </button>
          <button
            type="button"
            disabled={nextStop(at, direction, 1) === at}
            onClick={() => setAt(nextStop(at, direction, 1))}
          >
            {say('next')}
          </button>
        </div>
      </div>
      <div className="stepper-says" aria-live="polite">
        <p>{stop.says[direction][language]}</p>
      </div>
      <div className="stepper-look">
        <ol className="stepper-lines" ref={list} aria-label={say('lines')}>
          {stops.map(({ line }, index) => (
            <li key={line.text + String(index)}>
              <button
                type="button"
                aria-current={index === at ? 'step' : undefined}
                tabIndex={index === at ? 0 : -1}
                onClick={() => setAt(index)}
                onKeyDown={press}
              >
                <code>{line.text}</code>
              </button>
            </li>
          ))}
        </ol>
        <div className="stepper-maps">
          {passage && at === 0 && direction === 'forward' && (
            <figure>
              <figcaption>
                {say('picture')} · {label}
              </figcaption>
              <FeatureMaps values={passage.picture} shape={[14, 14, 1]} most={mostOf(passage.picture)} label={label} />
            </figure>
          )}
          {maps.map((one) => {
            const { norm, zeros } = measured(one);
            const text = filled(size[language], {
              shape: shapeOf(one),
              norm: amount(norm, language),
              zeros: percent(zeros, 0),
            });
            return (
              <figure key={one.key}>
                <figcaption>
                  <strong>{nameOf(one.key)}</strong> <span>{text}</span>
                </figcaption>
                <FeatureMaps values={one.values} shape={one.shape} most={most} label={`${nameOf(one.key)}: ${text}`} />
              </figure>
            );
          })}
          {maps.length > 0 && <p className="hint">{filled(legend[language], { most: amount(most, language) })}</p>}
        </div>
        <BlockDiagram block={passedBlock} input={passedInput} chosen={stop.layer} direction={direction} />
      </div>
    </section>
  );
}
