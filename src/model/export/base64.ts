/** Numbers as text, bit for bit. Little-endian, whatever the machine. */
const bigEndian = new Uint8Array(Uint16Array.of(1).buffer)[0] === 0;

const swapped = (bytes: Uint8Array, size: number): Uint8Array => {
  if (!bigEndian || size === 1) return bytes;
  const turned = bytes.slice();
  for (let at = 0; at < turned.length; at += size) turned.subarray(at, at + size).reverse();
  return turned;
};

export function base64Of(values: Float64Array | Float32Array | Uint8Array): string {
  const bytes = swapped(new Uint8Array(values.buffer, values.byteOffset, values.byteLength), values.BYTES_PER_ELEMENT);
  let text = '';
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(text);
}

/** @returns undefined where the text is no base64 */
export function bytesOf(text: string): Uint8Array<ArrayBuffer> | undefined {
  let binary: string;
  try {
    binary = atob(text);
  } catch {
    return undefined;
  }
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
  return bytes;
}

/** @returns undefined where the text is no base64 of whole float32 numbers */
export function floatsOf(text: string): Float32Array<ArrayBuffer> | undefined {
  const bytes = bytesOf(text);
  if (!bytes || bytes.length % 4 !== 0) return undefined;
  return new Float32Array(swapped(bytes, 4).slice().buffer);
}

/** @returns undefined where the text is no base64 of whole float64 numbers */
export function doublesOf(text: string): Float64Array<ArrayBuffer> | undefined {
  const bytes = bytesOf(text);
  if (!bytes || bytes.length % 8 !== 0) return undefined;
  return new Float64Array(swapped(bytes, 8).slice().buffer);
}
