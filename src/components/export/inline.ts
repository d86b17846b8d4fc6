/** A drawing of the page as a drawing of its own: what the style sheets say of each element is written into its copy. */

export const svgNamespace = 'http://www.w3.org/2000/svg';

/** What a copy may consist of: nothing that runs, and nothing that is fetched. */
const elements: ReadonlySet<string> = new Set(
  'svg g path line rect circle ellipse polyline polygon text tspan clipPath defs linearGradient radialGradient stop'.split(
    ' ',
  ),
);
const geometry: ReadonlySet<string> = new Set(
  'id d x y x1 x2 y1 y2 cx cy r rx ry dx dy width height points transform viewBox offset gradientUnits clipPathUnits'.split(
    ' ',
  ),
);
/** Properties that a child takes from its parent, and those that it does not, with what they are by default. */
const inherited = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'stroke-opacity',
  'font-family',
  'font-size',
  'font-weight',
  'font-style',
  'letter-spacing',
  'text-anchor',
  'visibility',
] as const;
const own = { opacity: '1', 'dominant-baseline': 'auto', 'stop-color': 'rgb(0, 0, 0)', filter: 'none' } as const;
/** Read by programs as a style only. */
const styled = ['paint-order', 'font-variant-numeric'] as const;

/** Without the characters that XML cannot hold. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
export const writable = (text: string): string => text.replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '');

/** The text with its custom properties replaced by what they are on `root`. */
function resolved(text: string, root: CSSStyleDeclaration): string {
  return text.replace(/var\((--[\w-]+)(?:,\s*([^()]*))?\)/g, (_, name: string, otherwise = '') => {
    const value = root.getPropertyValue(name).trim();
    return value === '' ? otherwise : value;
  });
}

/** The token of this name, as it stands in the page's theme. */
export const token = (name: string): string => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

/**
 * A copy of `element` with everything below it, for a file of its own. Its look, as computed now, stands in attributes; classes,
 * handlers, references to other files and whatever is not shown are left out.
 * @returns undefined for an element that shows nothing
 */
export function inlined(element: SVGElement): SVGElement | undefined {
  const root = getComputedStyle(document.documentElement);
  const copy = (from: Element, parent: CSSStyleDeclaration | undefined): SVGElement | undefined => {
    const name = from.localName;
    if (!elements.has(name)) return undefined;
    const computed = getComputedStyle(from);
    if (computed.display === 'none') return undefined;
    const to = document.createElementNS(svgNamespace, name);
    for (const { name: key, value } of from.attributes) if (geometry.has(key)) to.setAttribute(key, value);
    const clip = from.getAttribute('clip-path');
    if (clip && /^url\(#[^)\s]+\)$/.test(clip)) to.setAttribute('clip-path', clip);

    /** The value where it is not what the element has anyway; an attribute of its own counts where no style sheet speaks. */
    const changed = (property: string, otherwise: string | undefined): string | undefined => {
      const value = computed.getPropertyValue(property);
      const used = value === '' || value === otherwise ? from.getAttribute(property) : value;
      return used === null ? undefined : resolved(used, root);
    };
    for (const property of inherited) {
      const value = changed(property, parent?.getPropertyValue(property));
      if (value !== undefined) to.setAttribute(property, value);
    }
    for (const [property, initial] of Object.entries(own)) {
      const value = changed(property, initial);
      if (value !== undefined) to.setAttribute(property, value);
    }
    const style = styled.flatMap((property) => {
      const value = changed(property, parent?.getPropertyValue(property) ?? 'normal');
      return value === undefined ? [] : [`${property}:${value}`];
    });
    if (style.length > 0) to.setAttribute('style', style.join(';'));

    for (const child of from.childNodes) {
      if (child.nodeType === Node.TEXT_NODE) to.append(writable(child.textContent ?? ''));
      else if (child instanceof Element) {
        const inner = copy(child, computed);
        if (inner) to.append(inner);
      }
    }
    return to;
  };
  return copy(element, undefined);
}

/**
 * Works with the colours of light paper, whatever the page wears. The theme is put back before the browser paints.
 */
export function onLightPaper<T>(work: () => T): T {
  const { dataset } = document.documentElement;
  const { theme } = dataset;
  if (theme !== 'dark') return work();
  dataset.theme = 'light';
  try {
    return work();
  } finally {
    dataset.theme = theme;
  }
}
