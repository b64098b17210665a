import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { CloseCode, type WebSocket as ProtocolSocket } from 'graphql-ws';
import type { Logger } from 'pino';
import type { WebSocket } from 'ws';
import type { Limits } from '../config/config.ts';
import type { Caller } from '../context.ts';
import { Line } from '../fan-out/line.ts';
import { introductionOf, type Introduction } from './socket-caller.ts';
import { closeCodes } from './socket-codes.ts';
import { frameCounter } from './socket-limits.ts';

export interface OpenSocketParts {
  readonly socket: WebSocket;
  readonly stream: Duplex;
  readonly request: IncomingMessage;
  readonly address: string;
  readonly limits: Limits;
  readonly log: Logger;
}

/** A socket as the protocol sees it, and what the house knows of it. There are many, so it keeps little. */
export class OpenSocket implements ProtocolSocket {
  readonly address: string;
  /** Where messages go that are those of many, beside the protocol's own. */
  readonly line: Line;
  /** What the upgrade said of the client, until it has said hello. */
  introduction: Introduction | null;
  caller: Caller | null = null;
  readonly #socket: WebSocket;
  readonly #log: Logger;
  readonly #mayCount: () => boolean;
  #isAlive = true;

  constructor({ socket, stream, request, address, limits, log }: OpenSocketParts) {
    this.address = address;
    this.line = new Line(socket, stream, limits.socketWaitingBytesMax);
    this.introduction = introductionOf(request);
    this.#socket = socket;
    this.#log = log;
    this.#mayCount = frameCounter(limits.framesPerMinute);
    socket.on('pong', () => (this.#isAlive = true));
    socket.on('error', () => socket.terminate());
  }

  get protocol(): string {
    return this.#socket.protocol;
  }

  get isOpen(): boolean {
    return this.#socket.readyState === this.#socket.OPEN;
  }

  /** Resolves when the kernel has taken it: a slow reader holds back its own operations and nobody else's. */
  send(text: string): Promise<void> {
    return new Promise((resolve, reject) => {
      if (!this.isOpen) return resolve();
      this.#socket.send(text, (error) => (error ? reject(error) : resolve()));
    });
  }

  close(code?: number, reason?: string): void {
    this.#socket.close(code, reason);
  }

  onMessage(receive: (text: string) => Promise<void>): void {
    this.#socket.on('message', (frame: Buffer) => {
      if (!this.#mayCount()) return this.close(closeCodes.tooManyFrames, 'Too many messages');
      receive(frame.toString('utf8')).catch((error: unknown) => {
        this.#log.error({ err: error }, 'a socket message could not be answered');
        this.close(CloseCode.InternalServerError, 'Internal error');
      });
    });
  }

  onceClosed(listener: (code: number, reason: Buffer) => void): void {
    this.#socket.once('close', listener);
  }

  /** A line that is dead or a client that stopped reading does not answer; it is cut, and resumes from its number. */
  ping(): void {
    if (!this.#isAlive) return this.#socket.terminate();
    this.#isAlive = false;
    this.#socket.ping();
  }
}
