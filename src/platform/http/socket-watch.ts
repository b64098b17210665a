import { minuteMs, secondMs } from '../time/clock.ts';
import type { Bus } from '../events/bus.ts';
import type { MemberSockets } from './member-sockets.ts';
import type { OpenSocket } from './open-socket.ts';

const pingMs = 12 * secondMs;
const sessionsMs = 5 * minuteMs;
/** Sockets take turns being pinged, so that ten thousand pings do not go out at once. */
const turnMs = secondMs;
const turns = pingMs / turnMs;

/** Looks after all sockets with one timer: that their lines are alive, and that their sessions still stand. */
export class SocketWatch {
  /** Each socket, and the turn in which it is pinged. */
  readonly #sockets = new Map<OpenSocket, number>();
  readonly #members: MemberSockets;
  readonly #stopDoubting: () => void;
  readonly #timer: NodeJS.Timeout;
  #added = 0;
  #turn = 0;
  #sessionsAreDue = false;

  constructor(members: MemberSockets, bus: Bus) {
    this.#members = members;
    this.#stopDoubting = bus.onDoubt((topic) => {
      if (topic === null) this.#sessionsAreDue = true;
      else if (topic.name === 'sessionsEnded') void members.lookAt(topic.id);
    });
    this.#timer = setInterval(() => this.#next(), turnMs).unref();
  }

  add(socket: OpenSocket): void {
    this.#added += 1;
    this.#sockets.set(socket, this.#added % turns);
  }

  remove(socket: OpenSocket): void {
    this.#sockets.delete(socket);
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#stopDoubting();
  }

  #next(): void {
    this.#turn += 1;
    const now = this.#turn % turns;
    for (const [socket, turn] of this.#sockets) if (turn === now) socket.ping();
    if (!this.#sessionsAreDue && (this.#turn * turnMs) % sessionsMs !== 0) return;
    this.#sessionsAreDue = false;
    void this.#members.look();
  }
}
