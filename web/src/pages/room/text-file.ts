/** A text file's words: UTF-8, or else GB 18030 as older Chinese programs write it; null where it is neither. */
export function decodeText(bytes: ArrayBuffer): string | null {
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // Not this one: the next may fit.
    }
  }
  return null;
}
