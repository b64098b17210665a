/** Where ids take their time and chance from. */
export interface IdSources {
  readonly now: () => number;
  /** Fills the bytes with chance: `(bytes) => crypto.getRandomValues(bytes)`. */
  readonly fillRandom: (bytes: Uint8Array<ArrayBuffer>) => unknown;
}

/**
 * Makes UUIDv7 ids (RFC 9562) that rise even within one millisecond or when the clock steps back:
 * a retry under the same id is the same segment, and ids sort as they were made.
 */
export function createUuid7({ now, fillRandom }: IdSources): () => string {
  const last = { ms: 0, counter: 0 };
  return () => {
    const ms = Math.max(now(), last.ms);
    last.counter = ms === last.ms ? last.counter + 1 : 0;
    // The 12 bits after the version count within the millisecond; the next one begins when they are full.
    last.ms = last.counter > 0xfff ? ms + 1 : ms;
    last.counter &= 0xfff;
    const bytes = new Uint8Array(16);
    fillRandom(bytes);
    const view = new DataView(bytes.buffer);
    view.setUint32(0, Math.floor(last.ms / 0x10000));
    view.setUint16(4, last.ms % 0x10000);
    view.setUint16(6, 0x7000 | last.counter);
    view.setUint8(8, 0x80 | (view.getUint8(8) & 0x3f));
    return [...bytes]
      .map(toHex)
      .join('')
      .replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
  };
}

function toHex(byte: number): string {
  return byte.toString(16).padStart(2, '0');
}
