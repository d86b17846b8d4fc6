/** How each arm looks, everywhere: a colour, a dash and a marker of its own, so that none of them stands alone. */

export type MarkerShape = 'circle' | 'square' | 'triangle' | 'diamond';

export interface ArmStyle {
  /** Colour of lines and text; `soft` fills bands. Names of CSS custom properties, as `var(...)`. */
  readonly colour: string;
  readonly soft: string;
  /** `stroke-dasharray`, in the chart's letters so that a projector enlarges it; undefined is a solid line. */
  readonly dash: string | undefined;
  readonly marker: MarkerShape;
  readonly filled: boolean;
  /** Class of the arm's name in text. */
  readonly className: string;
}

const style = (name: string, marker: MarkerShape, filled: boolean, dash?: string): ArmStyle => ({
  colour: `var(--${name})`,
  soft: `var(--${name}-soft)`,
  dash,
  marker,
  filled,
  className: `arm-name arm-${name}`,
});

const plain = style('plain', 'circle', false, '0.56em 0.32em');
const residual = style('residual', 'square', true);
const others: readonly ArmStyle[] = [
  style('third', 'triangle', true, '0.16em 0.26em'),
  style('fourth', 'diamond', false, '0.9em 0.25em 0.16em 0.25em'),
  residual,
  plain,
];

/** What an arm is called: `name` decides how it looks, `label` is what the reader sees. */
export interface ArmName {
  readonly name: string;
  readonly label: string;
}

/** One style an arm, none twice: plain and residual look the same in every chart, whatever place they take. */
export function armStyles(arms: readonly Pick<ArmName, 'name'>[]): readonly ArmStyle[] {
  const names = arms.map(({ name }) => name);
  const free = others.filter(
    (one) => !(one === plain && names.includes('plain')) && !(one === residual && names.includes('residual')),
  );
  return names.map((name, i) => {
    if (name === 'plain' && names.indexOf(name) === i) return plain;
    if (name === 'residual' && names.indexOf(name) === i) return residual;
    return free.shift() ?? others[0] ?? plain;
  });
}
