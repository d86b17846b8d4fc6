/** A chart of the page as a file for the reader. */
import { letterFont } from './font.ts';
import { pixelScale, pngOf } from './png.ts';
import { save } from './save.ts';
import { drawingOf, type Subject } from './svg.ts';

/** How much larger than on the page the picture is, or undefined for a drawing, which has no pixels. */
export async function saveChart(
  kind: 'svg' | 'png',
  subject: Omit<Subject, 'font' | 'address'>,
  file: string,
): Promise<number | undefined> {
  const { origin, pathname, search } = window.location;
  const drawing = drawingOf({ ...subject, address: origin + pathname + search, font: await letterFont() });
  if (kind === 'svg') {
    save([drawing.text], `${file}.svg`, 'image/svg+xml');
    return undefined;
  }
  save(await pngOf(drawing), `${file}.png`);
  return pixelScale(drawing);
}
