/** Names and last values at the right ends of lines, instead of a legend. */
import type { ArmName, ArmStyle } from './armStyle.ts';
import { separate, textEms } from './labels.ts';
import { Powers } from './Powers.tsx';

export interface EndLabel extends ArmName {
  /** Where the line ends. */
  readonly y: number;
  readonly value: string;
  readonly style: ArmStyle;
}

/** Pixels that the labels take at the right; on narrow charts name and value stand on two lines. */
export function labelRoom(
  labels: readonly Pick<EndLabel, 'label' | 'value'>[],
  extra: readonly string[],
  width: number,
  em: number,
) {
  const stacked = width < 36 * em;
  const texts = labels.flatMap(({ label, value }) => (stacked ? [label, value] : [`${label} ${value}`]));
  const widest = Math.max(0, ...texts.map((text) => 1.08 * textEms(text)), ...extra.map(textEms));
  return { stacked, right: Math.min(0.42 * width, 14 + widest * em) };
}

interface EndLabelsProps {
  readonly labels: readonly EndLabel[];
  /** Lines without an arm: that of guessing, the reader's prediction. */
  readonly levels: readonly { readonly text: string; readonly y: number }[];
  readonly x: number;
  readonly top: number;
  readonly bottom: number;
  readonly em: number;
  readonly stacked: boolean;
}

export function EndLabels({ labels, levels, x, top, bottom, em, stacked }: EndLabelsProps) {
  const ys = [...labels.map(({ y }) => y), ...levels.map(({ y }) => y)];
  // The second line of a label stays above the numbers of the axis.
  const placed = separate(ys, (stacked ? 2.25 : 1.2) * em, top, stacked ? bottom - 0.9 * em : bottom);
  return (
    <>
      {labels.map(({ name, label, value, style }, i) => (
        <text key={name} x={x} y={placed[i]} className="arm-label" fill={style.colour}>
          <tspan x={x} dy={stacked ? '-0.2em' : '0.35em'}>
            {label}
          </tspan>
          {stacked ? (
            <tspan x={x} dy="1.1em">
              <Powers text={value} />
            </tspan>
          ) : (
            <Powers text={` ${value}`} />
          )}
        </text>
      ))}
      {levels.map(({ text, y }, i) => (
        <text key={`${text} ${y}`} x={x} y={placed[labels.length + i]} dy="0.35em" className="dim">
          {text}
        </text>
      ))}
    </>
  );
}
