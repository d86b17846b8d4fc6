/** A grid of coloured cells, painted on a canvas of one pixel a cell and enlarged by the browser without smoothing. */
import { useEffect, useRef } from 'react';

interface RasterProps {
  readonly columns: number;
  readonly rows: number;
  /** RGBA, row by row from the top; `columns * rows * 4` numbers. */
  readonly pixels: Uint8ClampedArray<ArrayBuffer>;
  /** Place and size in shares of the drawing, so that it fits before it has been measured, too. */
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const share = (value: number) => `${(100 * value).toFixed(4)}%`;

export function Raster({ columns, rows, pixels, left, top, width, height }: RasterProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    if (columns === 0 || rows === 0) return;
    canvas.current?.getContext('2d')?.putImageData(new ImageData(pixels, columns, rows), 0, 0);
  }, [columns, rows, pixels]);
  return (
    <canvas
      ref={canvas}
      width={columns}
      height={rows}
      className="raster"
      style={{ left: share(left), top: share(top), width: share(width), height: share(height) }}
    />
  );
}
