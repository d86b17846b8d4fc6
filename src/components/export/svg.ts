/**
 * A chart as a file of its own: the drawing with its looks written in, its conclusion above and its address below, on light
 * paper. Nothing in it runs and nothing is fetched; the letters' font, where it is at hand, is a part of the file.
 */
import { inlined, onLightPaper, svgNamespace, token, writable } from './inline.ts';
import { balanced, lines } from './lines.ts';

export interface Subject {
  /** Holds the chart's drawings and rasters. */
  readonly surface: Element;
  /** The conclusion: written above the drawing. */
  readonly title: string;
  /** What is drawn against what. */
  readonly description: string;
  readonly language: string;
  /** Where the chart can be opened again: written below. */
  readonly address: string;
  /** A font as base64 of WOFF2, named like the first family of the page. */
  readonly font?: string | undefined;
}

export interface Drawing {
  readonly text: string;
  /** In CSS pixels. */
  readonly width: number;
  readonly height: number;
}

const margin = 16;

function element(name: string, attributes: Readonly<Record<string, string | number>>, text = ''): SVGElement {
  const made = document.createElementNS(svgNamespace, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  made.textContent = writable(text);
  return made;
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where a part lies within the surface; before it was laid out, a drawing is as large as its own coordinates. */
function boxOf(part: Element, surface: DOMRect): Box {
  const { left, top, width, height } = part.getBoundingClientRect();
  if (width > 0 && height > 0) return { x: left - surface.left, y: top - surface.top, width, height };
  const [, , w = 0, h = 0] = (part.getAttribute('viewBox') ?? '').split(/[\s,]+/).map(Number);
  return { x: 0, y: 0, width: w, height: h };
}

/** The raster at twice its size on the page, each cell a block of one colour, since not every program keeps cells sharp. */
function image(canvas: HTMLCanvasElement, box: Box): SVGElement | undefined {
  if (canvas.width === 0 || canvas.height === 0 || box.width === 0) return undefined;
  const large = document.createElement('canvas');
  large.width = Math.round(2 * box.width);
  large.height = Math.round(2 * box.height);
  const context = large.getContext('2d');
  if (!context) return undefined;
  context.imageSmoothingEnabled = false;
  context.drawImage(canvas, 0, 0, large.width, large.height);
  return element('image', { ...box, preserveAspectRatio: 'none', href: large.toDataURL('image/png') });
}

function parts(surface: Element): {
  readonly drawn: readonly SVGElement[];
  readonly width: number;
  readonly height: number;
} {
  const frame = surface.getBoundingClientRect();
  let [width, height] = [frame.width, frame.height];
  const drawn = [...surface.querySelectorAll('canvas, svg')].flatMap((part): SVGElement[] => {
    const box = boxOf(part, frame);
    width = Math.max(width, box.x + box.width);
    height = Math.max(height, box.y + box.height);
    if (part instanceof HTMLCanvasElement) {
      const picture = image(part, box);
      return picture ? [picture] : [];
    }
    if (!(part instanceof SVGElement) || part.parentElement?.closest('svg')) return [];
    const copy = inlined(part);
    if (!copy) return [];
    for (const [key, value] of Object.entries(box)) copy.setAttribute(key, String(value));
    copy.setAttribute('overflow', 'visible');
    return [copy];
  });
  return { drawn, width: Math.ceil(width), height: Math.ceil(height) };
}

/** The chart as the text of an SVG file. */
export const drawingOf = (subject: Subject): Drawing => onLightPaper(() => draw(subject));

function draw({ surface, title, description, language, address, font }: Subject): Drawing {
  const { drawn, width: inner, height: plot } = parts(surface);
  const computed = getComputedStyle(surface);
  const size = Number.parseFloat(computed.fontSize) || 14;
  const family = computed.fontFamily || 'system-ui, sans-serif';
  const heading = { size: 1.16 * size, lines: balanced(title, inner / (1.16 * size)) };
  const foot = { size: 0.78 * size, lines: lines(address, inner / (0.78 * size)) };
  const leading = 1.4;
  const top = margin + heading.lines.length * heading.size * leading + 0.6 * size;
  const below = top + plot + 0.8 * size;
  const width = inner + 2 * margin;
  const height = Math.ceil(below + foot.lines.length * foot.size * leading + margin);

  const root = element('svg', {
    viewBox: `0 0 ${width} ${height}`,
    width,
    height,
    role: 'img',
    lang: language,
    'font-family': family,
  });
  root.append(element('title', {}, title), element('desc', {}, `${description} ${address}`));
  if (font) {
    const name = /^\s*"?([^",]+)/.exec(family.replace(/^"Zh Marks",\s*/, ''))?.[1] ?? 'Inter Variable';
    const face = `@font-face{font-family:"${name}";font-weight:100 900;font-display:swap;src:url(data:font/woff2;base64,${font})format("woff2")}`;
    root.append(element('style', {}, face));
  }
  root.append(element('rect', { width, height, fill: token('--paper') || '#fff' }));
  const write = (
    all: readonly string[],
    from: number,
    step: number,
    look: Readonly<Record<string, string | number>>,
  ) => {
    for (const [i, text] of all.entries()) {
      root.append(
        element(
          'text',
          { x: margin, y: (from + (i + 0.8) * step).toFixed(1), 'font-size': step / leading, ...look },
          text,
        ),
      );
    }
  };
  write(heading.lines, margin, heading.size * leading, { 'font-weight': 600, fill: token('--ink') || '#000' });
  const group = element('g', { transform: `translate(${margin},${top.toFixed(1)})` });
  group.append(...drawn);
  root.append(group);
  write(foot.lines, below, foot.size * leading, { fill: token('--ink-2') || '#333' });
  return { text: new XMLSerializer().serializeToString(root), width, height };
}
