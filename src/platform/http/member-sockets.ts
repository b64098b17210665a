import type { SignedIn } from '../auth/actor.ts';
import type { House } from '../context.ts';
import { isEnded, type SessionsEnded } from '../events/session-events.ts';
import type { OpenSocket } from './open-socket.ts';
import { closeCodes } from './socket-codes.ts';

/** Notes that these sessions are in use; returns those of them that still stand. */
export type KeepSessions = (sessionIds: readonly string[]) => Promise<ReadonlySet<string>>;

interface Presence {
  readonly sessions: Map<OpenSocket, string>;
  readonly stop: () => void;
}

/** The open sockets of members: so many for each at most, and none without its session. */
export class MemberSockets {
  readonly #house: House;
  readonly #keepSessions: KeepSessions;
  readonly #members = new Map<string, Presence>();
  #isLooking = false;
  #mustLook = false;

  constructor(house: House, keepSessions: KeepSessions) {
    this.#house = house;
    this.#keepSessions = keepSessions;
  }

  /** Counts a member's socket in; closes it when they have as many as they may. */
  admit(socket: OpenSocket, member: SignedIn): void {
    const { sessions } = this.#presenceOf(member.id);
    if (sessions.size >= this.#house.config.limits.socketsPerMember)
      return socket.close(closeCodes.tooManySockets, 'Too many sockets');
    sessions.set(socket, member.sessionId);
    // The session may have ended between being read and this place, from which on we listen.
    this.#house.gathered
      .read('admitted', member.id, () => async (ids) => {
        const open = [...new Set(ids)].flatMap((id) => [...(this.#members.get(id)?.sessions ?? [])]);
        await this.#check(open);
        return ids.map(() => null);
      })
      .catch(() => undefined);
  }

  leave(socket: OpenSocket): void {
    const id = socket.caller?.actor.member?.id;
    const presence = id === undefined ? undefined : this.#members.get(id);
    presence?.sessions.delete(socket);
    if (id === undefined || !presence || presence.sessions.size > 0) return;
    presence.stop();
    this.#members.delete(id);
  }

  /** An open socket keeps its session from idling away; one whose session is over is closed. One statement for all. */
  async look(): Promise<void> {
    this.#mustLook = true;
    if (this.#isLooking) return;
    this.#isLooking = true;
    // What was doubted while we looked is looked at again.
    while (this.#mustLook) {
      this.#mustLook = false;
      await this.#check([...this.#members.values()].flatMap(({ sessions }) => [...sessions]));
    }
    this.#isLooking = false;
  }

  /** Looks at the sessions behind one member's sockets. */
  lookAt(memberId: string): Promise<void> {
    return this.#check([...(this.#members.get(memberId)?.sessions ?? [])]);
  }

  async #check(open: readonly (readonly [OpenSocket, string])[]): Promise<void> {
    if (open.length === 0) return;
    try {
      const standing = await this.#keepSessions([...new Set(open.map(([, session]) => session))]);
      for (const [socket, session] of open) if (!standing.has(session)) end(socket);
    } catch (error) {
      this.#house.log.warn({ err: error }, 'the sessions of open sockets could not be looked up');
    }
  }

  #presenceOf(memberId: string): Presence {
    const known = this.#members.get(memberId);
    if (known) return known;
    const sessions = new Map<OpenSocket, string>();
    const closeEnded = (message: SessionsEnded): void => {
      for (const [socket, session] of sessions) if (isEnded(message, session)) end(socket);
    };
    const stop = this.#house.bus.listen({ name: 'sessionsEnded', id: memberId }, closeEnded);
    const presence = { sessions, stop };
    this.#members.set(memberId, presence);
    return presence;
  }
}

const end = (socket: OpenSocket): void => socket.close(closeCodes.sessionEnded, 'Session ended');
