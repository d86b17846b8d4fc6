/** Text within a drawing, its powers of ten raised: SVG has no `<sup>`. */
import { Fragment } from 'react';
import { exponentOf, powerPattern } from '../../i18n/numbers.ts';

const size = 0.78;
const rise = 0.45;

/** What stands in a `<text>` for a text with powers. */
export const Powers = ({ text }: { readonly text: string }) =>
  text.split(powerPattern).map((part, i) =>
    i % 2 === 1 ? (
      <Fragment key={i}>
        10
        <tspan dy={`${-rise}em`} fontSize={`${size}em`}>
          {String(exponentOf(part)).replace('-', '\u2212')}
        </tspan>
      </Fragment>
    ) : (
      // A raised part moves all that follows: what comes after it is let down again.
      part !== '' && (
        <tspan key={i} dy={i === 0 ? undefined : `${rise * size}em`}>
          {part}
        </tspan>
      )
    ),
  );
