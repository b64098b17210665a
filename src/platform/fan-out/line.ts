import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';

/** What a message says to many readers, each of whom has a beginning of their own. */
export class Words {
  readonly bytes: Buffer;
  /** The bytes as characters from 0 to 255: what is written as `latin1` needs no buffer for each reader. */
  readonly text: string;
  #headLength = -1;
  #header = '';

  constructor(text: string) {
    this.bytes = Buffer.from(text);
    this.text = latin1(this.bytes);
  }

  /** The header of the frame that begins with so many bytes of its own; mostly they are as many as the time before. */
  headerAfter(headLength: number): string {
    if (headLength === this.#headLength) return this.#header;
    this.#headLength = headLength;
    return (this.#header = headerOf(headLength + this.bytes.length));
  }
}

/** The bytes of a text, as characters from 0 to 255. */
export const latin1Of = (text: string): string => latin1(Buffer.from(text));

const latin1 = (bytes: Buffer): string => bytes.toString('latin1');

/** `WebSocket.OPEN`, by its number in the standard. */
const openState = 1;
/** Above this many bytes words are not copied for each reader, but shared. */
const copiedBytesMax = 4_096;

/**
 * One socket's stream beneath the protocol. Whole frames are written to it, between the whole frames that `ws`
 * writes: without compression `ws` writes each of its frames at once and in one piece.
 */
export class Line {
  readonly #socket: WebSocket;
  readonly #stream: Duplex;
  readonly #waitingBytesMax: number;
  #isFull = false;

  constructor(socket: WebSocket, stream: Duplex, waitingBytesMax: number) {
    this.#socket = socket;
    this.#stream = stream;
    this.#waitingBytesMax = waitingBytesMax;
  }

  /** Whether more waits for the socket than may: nothing is to be written until it has drained. */
  get isFull(): boolean {
    return this.#isFull;
  }

  /** Writes one text message, `head` (as `latin1Of`) and then the words; nothing once the socket closes. */
  write(head: string, words: Words): void {
    if (this.#socket.readyState !== openState) return;
    const start = words.headerAfter(head.length) + head;
    const goesOn =
      words.bytes.length <= copiedBytesMax
        ? this.#stream.write(start + words.text, 'latin1')
        : this.#writeShared(start, words.bytes);
    // The stream says when there is something to look at, so that looking costs nothing while all is well.
    if (!goesOn && this.#stream.writableLength > this.#waitingBytesMax) this.#isFull = true;
  }

  /** Resolves when the kernel has taken all that was written, or the socket is gone. */
  async drained(): Promise<void> {
    await new Promise<void>((resolve) => this.#stream.write('', () => resolve()));
    this.#isFull = false;
  }

  #writeShared(start: string, bytes: Buffer): boolean {
    this.#stream.cork();
    this.#stream.write(start, 'latin1');
    const goesOn = this.#stream.write(bytes);
    this.#stream.uncork();
    return goesOn;
  }
}

/** The header of an unmasked text frame, in latin1. */
function headerOf(length: number): string {
  if (length < 126) return String.fromCharCode(0x81, length);
  if (length < 65_536) return String.fromCharCode(0x81, 126, length >> 8, length & 255);
  const header = Buffer.from([0x81, 127, 0, 0, 0, 0, 0, 0, 0, 0]);
  header.writeUIntBE(length, 4, 6);
  return latin1(header);
}
