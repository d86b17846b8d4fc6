/** The letters of the page, as a part of a file. */
import inter from '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?url';

let fetched: Promise<string | undefined> | undefined;

function base64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(text);
}

/** Inter as base64 of WOFF2, or undefined where it cannot be had; then whoever opens the file uses a font of their own. */
export function letterFont(): Promise<string | undefined> {
  fetched ??= fetch(inter)
    .then(async (response) => (response.ok ? base64(new Uint8Array(await response.arrayBuffer())) : undefined))
    .catch(() => undefined);
  return fetched;
}
