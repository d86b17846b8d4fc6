/** The text of a file as spreadsheets write them: UTF-8, UTF-16 with its mark, or the Chinese national encoding. */

const decoded = (bytes: ArrayBuffer, encoding: string): string | undefined => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
};

/** What is no text comes back with its zero bytes, which no table has. */
export function textOf(bytes: ArrayBuffer): string {
  const [first, second] = new Uint8Array(bytes, 0, Math.min(2, bytes.byteLength));
  const wide = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : '';
  return (wide && decoded(bytes, wide)) || decoded(bytes, 'utf-8') || decoded(bytes, 'gb18030') || '\0';
}
