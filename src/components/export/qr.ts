/** A QR code as the outline of its dark squares. */
import { encode } from 'uqr';

export interface QrDrawing {
  /** Squares along one side, the quiet border included. */
  readonly side: number;
  /** An SVG path in which a square is one unit. */
  readonly path: string;
}

/** The standard asks for four empty squares around the code. */
const border = 4;

/** @returns undefined where the text is too long for any QR code (about 2,900 letters) */
export function qrOf(text: string): QrDrawing | undefined {
  try {
    const { data, size } = encode(text, { ecc: 'L', boostEcc: true, border });
    const path = data.map((row, y) => row.map((dark, x) => (dark ? `M${x},${y}h1v1h-1z` : '')).join('')).join('');
    return { side: size, path };
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
