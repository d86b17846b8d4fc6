/** A drawing as pixels. It holds everything that it shows, so the browser lets the canvas be read. */
import type { Drawing } from './svg.ts';

/** Pixels along one side that every browser's canvas takes. */
export const longestSide = 8192;

/** How many pixels a CSS pixel gets: two, or fewer where the canvas would be too large. */
export const pixelScale = ({ width, height }: Pick<Drawing, 'width' | 'height'>): number =>
  Math.min(2, longestSide / Math.max(width, height));

/** Milliseconds between two looks at the picture, how many alike make it settled, and how many are taken at most. */
const look = { every: 40, alike: 3, most: 20 } as const;

/**
 * Draws until nothing changes any more: a browser begins to read the font in a drawing when it first draws it, and until then
 * leaves the letters out.
 */
async function drawSettled(context: CanvasRenderingContext2D, picture: HTMLImageElement): Promise<void> {
  const { width, height } = context.canvas;
  let before = '';
  let alike = 0;
  for (let looks = 0; looks < look.most && alike < look.alike; looks++) {
    if (looks > 0) await new Promise((resolve) => setTimeout(resolve, look.every));
    context.clearRect(0, 0, width, height);
    context.drawImage(picture, 0, 0, width, height);
    const now = context.canvas.toDataURL();
    alike = now === before ? alike + 1 : 0;
    before = now;
  }
}

/** @throws {Error} where the browser cannot draw or write the picture */
export async function pngOf(drawing: Drawing): Promise<Blob> {
  const url = URL.createObjectURL(new Blob([drawing.text], { type: 'image/svg+xml' }));
  try {
    const picture = new Image();
    picture.src = url;
    await picture.decode();
    const scale = pixelScale(drawing);
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(drawing.width * scale);
    canvas.height = Math.round(drawing.height * scale);
    const context = canvas.getContext('2d');
    if (!context) throw new Error('no canvas');
    await drawSettled(context, picture);
    return await new Promise((resolve, reject) =>
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png'),
    );
  } finally {
    URL.revokeObjectURL(url);
  }
}
