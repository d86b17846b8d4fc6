/** SVG text of drawings that stand alone: light colours on paper, from the course's own tokens. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Language, langTag } from '../../src/i18n/language.ts';
import { root } from '../site.ts';

const tokens = readFileSync(join(root, 'src/styles/tokens.css'), 'utf8');

/** The value of --name in the light theme, which comes first. */
export function token(name: string): string {
  const value = new RegExp(`--${name}:\\s*([^;]+);`).exec(tokens)?.[1];
  if (value === undefined) throw new Error(`src/styles/tokens.css has no --${name}.`);
  return value;
}

const fonts: Readonly<Record<Language, string>> = {
  en: "'Inter Variable', Inter, 'Noto Sans', system-ui, sans-serif",
  zh: "'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', system-ui, sans-serif",
};

export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

interface Frame {
  readonly language: Language;
  readonly title: string;
  readonly description: string;
  readonly width: number;
  readonly height: number;
}

export function svg({ language, title, description, width, height }: Frame, body: readonly string[]): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title description" lang="${langTag[language]}" font-family="${fonts[language]}" font-size="13">
<title id="title">${escaped(title)}</title>
<desc id="description">${escaped(description)}</desc>
<rect width="${width}" height="${height}" fill="${token('paper')}"/>
${body.join('\n')}
</svg>
`;
}

export interface TextStyle {
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly fill?: string;
  readonly size?: number;
  readonly weight?: number;
}

/** Text centred on y. */
export function text(x: number, y: number, words: string, style: TextStyle = {}): string {
  const { anchor = 'middle', fill = token('ink'), size, weight } = style;
  const more = `${size === undefined ? '' : ` font-size="${size}"`}${weight === undefined ? '' : ` font-weight="${weight}"`}`;
  // A shift of .35em centres capitals; dominant-baseline is not read by every program that shows SVG.
  return `<text x="${x}" y="${y}" dy=".35em" text-anchor="${anchor}" fill="${fill}"${more}>${escaped(words)}</text>`;
}
