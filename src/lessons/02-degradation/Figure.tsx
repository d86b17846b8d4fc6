/** The construction argument: a deeper network that computes what the shallow one computes. Drawn for this course. */
import { useId } from 'react';
import type { Bilingual } from '../../components/prose/LessonState.tsx';
import { useLanguage } from '../../components/prose/language.ts';

const words = {
  title: {
    en: 'A deeper network built from a shallow one',
    zh: '由浅层网络拼出的深层网络',
  },
  description: {
    en: 'Above: input x, three trained layers, output. Below: the same three layers, then three that return their input; the output is the same.',
    zh: '上：输入 x，三层训练好的网络，输出。下：同样的三层，再接三层原样输出的，结果不变。',
  },
  shallow: { en: 'shallow, trained', zh: '浅层，已训练好' },
  deep: { en: 'deeper, put together', zh: '深层，拼出来的' },
  copied: { en: 'copied', zh: '原样复制' },
  added: { en: 'added: out = in', zh: '新加：输出 = 输入' },
  same: { en: 'same', zh: '相同' },
} satisfies Record<string, Bilingual>;

const box = { width: 34, height: 42, gap: 12 } as const;
const left = 44;
const rows = { shallow: 34, deep: 140 } as const;
const outputX = 336;
const placeOf = (index: number) => left + index * (box.width + box.gap);
const trained = [0, 1, 2];
const added = [3, 4, 5];

/** The wire of one row: from x through its last box to the output. */
const Wire = ({ y }: { readonly y: number }) => (
  <>
    <line className="figure-wire" x1={22} x2={outputX - 14} y1={y + box.height / 2} y2={y + box.height / 2} />
    <text className="figure-symbol" x={10} y={y + box.height / 2 + 5} textAnchor="middle">
      x
    </text>
    <text className="figure-symbol" x={outputX} y={y + box.height / 2 + 5} textAnchor="middle">
      y
    </text>
  </>
);

const Layer = ({
  index,
  y,
  identity = false,
}: {
  readonly index: number;
  readonly y: number;
  readonly identity?: boolean;
}) => {
  const x = placeOf(index);
  return (
    <g>
      <rect
        className={identity ? 'figure-added' : 'figure-layer'}
        x={x}
        y={y}
        width={box.width}
        height={box.height}
        rx={4}
      />
      {identity ? (
        // The graph of "output equals input".
        <path className="figure-identity" d={`M${x + 7},${y + 8}v26h20M${x + 7},${y + 34}l19,-24`} />
      ) : (
        <text className="figure-symbol" x={x + box.width / 2} y={y + box.height / 2 + 5} textAnchor="middle">
          W
          <tspan dy={4} fontSize={10}>
            {index + 1}
          </tspan>
        </text>
      )}
    </g>
  );
};

export function Figure() {
  const language = useLanguage();
  const id = useId();
  const middle = (rows.shallow + box.height + rows.deep) / 2;
  return (
    <figure className="figure">
      <svg viewBox="0 0 360 220" role="img" aria-labelledby={`${id}-title ${id}-description`}>
        <title id={`${id}-title`}>{words.title[language]}</title>
        <desc id={`${id}-description`}>{words.description[language]}</desc>
        <text className="figure-label" x={left} y={rows.shallow - 12}>
          {words.shallow[language]}
        </text>
        <Wire y={rows.shallow} />
        {trained.map((index) => (
          <Layer key={index} index={index} y={rows.shallow} />
        ))}
        {trained.map((index) => (
          <line
            key={index}
            className="figure-copy"
            x1={placeOf(index) + box.width / 2}
            x2={placeOf(index) + box.width / 2}
            y1={rows.shallow + box.height + 6}
            y2={rows.deep - 6}
          />
        ))}
        <text className="figure-small" x={placeOf(2) + box.width / 2 + 8} y={middle + 4}>
          {words.copied[language]}
        </text>
        <line className="figure-copy" x1={outputX} x2={outputX} y1={rows.shallow + 38} y2={rows.deep + 4} />
        <text className="figure-small" x={outputX - 8} y={middle + 4} textAnchor="end">
          {words.same[language]}
        </text>
        <Wire y={rows.deep} />
        {trained.map((index) => (
          <Layer key={index} index={index} y={rows.deep} />
        ))}
        {added.map((index) => (
          <Layer key={index} index={index} y={rows.deep} identity />
        ))}
        <text className="figure-label" x={left} y={rows.deep + box.height + 20}>
          {words.deep[language]}
        </text>
        <text className="figure-small" x={placeOf(5) + box.width} y={rows.deep + box.height + 20} textAnchor="end">
          {words.added[language]}
        </text>
      </svg>
    </figure>
  );
}
