import { computed, effect, signal, type ReadonlySignal } from '@preact/signals';

import { ApiError, type Request } from '../../../api/client.ts';
import { CrewFeedDocument, CrewMessagesDocument, CrewPeopleDocument } from '../../../api/generated/crew.ts';
import type {
  CrewFeedSubscription,
  CrewMessageFieldsFragment,
  CrewPersonFragment,
} from '../../../api/generated/types.ts';
import type { LiveSocket } from '../../../api/socket.ts';
import type { LiveClock, LiveTranscript } from '../../../live/live-transcript.ts';
import { createCrewOutbox, type CrewOutbox } from './crew-outbox.ts';
import { presenceKept, type Present } from './presence.ts';
import type { JournalStore } from '../../../live/journal.ts';

export type CrewPerson = Omit<CrewPersonFragment, 'presence'>;
export type CrewMessage = CrewMessageFieldsFragment;
type CrewEvent = CrewFeedSubscription['crewFeed'];

/** Those who work on a transcript, as one page knows them. */
export interface CrewRoom {
  /** The owner first; empty until they are known, and once one's own work here has ended. */
  readonly people: ReadonlySignal<readonly CrewPerson[]>;
  /** What those who are here now are doing, by member. */
  readonly present: ReadonlySignal<ReadonlyMap<string, Present>>;
  /** Who else corrects a segment, by its id. */
  readonly correctors: ReadonlySignal<ReadonlyMap<string, string>>;
  readonly messages: ReadonlySignal<readonly CrewMessage[]>;
  readonly unreadCount: ReadonlySignal<number>;
  /** There are older messages than the first one here. */
  readonly hasOlder: ReadonlySignal<boolean>;
  readonly loadOlder: () => Promise<void>;
  readonly outbox: CrewOutbox;
  readonly markRead: () => void;
  /** Asks anew who works here, after an act that may have changed it. */
  readonly reload: () => void;
  readonly stop: () => void;
}

export interface CrewRoomParts {
  readonly transcriptId: string;
  readonly live: Pick<LiveTranscript, 'facts'>;
  readonly request: Request;
  readonly socket: LiveSocket;
  readonly clock: LiveClock;
  readonly newId: () => string;
  readonly store: JournalStore;
}

/** Follows the crew: its people asked anew when they may have changed, its messages each once and in order. */
export function createCrewRoom(parts: CrewRoomParts): CrewRoom {
  const { transcriptId: id, request, socket, live, clock } = parts;
  const people = signal<readonly CrewPerson[]>([]);
  const messages = signal<readonly CrewMessage[]>([]);
  const readUpTo = signal(Infinity);
  const presences = presenceKept(clock);
  const life = { isStopped: false, closeFeed: () => {}, cancelRetry: () => {} };
  const own = computed(() => people.value.find(({ isViewer }) => isViewer)?.memberId);
  const lastSeq = (): number => messages.peek().at(-1)?.seq ?? 0;

  const add = (message: CrewMessage): void => {
    if (message.seq > lastSeq()) messages.value = [...messages.peek(), message];
  };
  const reload = (): void => {
    request(CrewPeopleDocument, { id }).then(
      ({ transcript }) => {
        if (life.isStopped) return;
        const found = transcript?.crew ?? [];
        for (const { memberId, presence } of found) if (presence !== null) presences.note(memberId, presence);
        people.value = found.map(({ presence: _, ...person }) => person);
      },
      // The next change, or the line's return, asks again.
      () => undefined,
    );
  };
  const hear = (event: CrewEvent): void => {
    if (event.__typename === 'CrewMessagePosted') add(event.message);
    else if (event.__typename === 'CrewChanged') reload();
    else {
      presences.note(event.memberId, event.presence);
      if (!people.peek().some(({ memberId }) => memberId === event.memberId)) reload();
    }
  };
  const older = signal<string | null>(null);
  const page = async (before: string | null): Promise<readonly CrewMessage[]> => {
    const { transcript } = await request(CrewMessagesDocument, { id, before });
    const found = transcript?.crewMessages;
    if (!life.isStopped)
      older.value = found?.pageInfo.hasPreviousPage === true ? found.pageInfo.startCursor : null;
    return found?.edges.map(({ node }) => node) ?? [];
  };
  const loadOlder = async (): Promise<void> => {
    if (older.peek() === null) return;
    const before = await page(older.peek());
    const first = messages.peek()[0]?.seq ?? Infinity;
    messages.value = [...before.filter(({ seq }) => seq < first), ...messages.peek()];
  };
  const open = async (): Promise<void> => {
    try {
      const newest = await page(null);
      if (life.isStopped) return;
      messages.value = newest;
      readUpTo.value = readBefore(id) ?? lastSeq();
      life.closeFeed = socket.subscribe(CrewFeedDocument, () => ({ id, after: lastSeq() }), {
        next: ({ crewFeed }) => hear(crewFeed),
        error: () => (people.value = []),
      });
    } catch (error) {
      if (life.isStopped || (error instanceof ApiError && error.code === 'NOT_FOUND')) return;
      life.cancelRetry = clock.after(retryMs, () => void open());
    }
  };
  const outbox = createCrewOutbox({ ...parts, onPosted: (message) => noteOwn(message) });
  /** One's own message may be acknowledged before the feed brings it, and others' that came before it: the feed decides. */
  const noteOwn = (message: CrewMessage): void => {
    if (message.seq === lastSeq() + 1) add(message);
  };
  const stopWatching = effect(() => {
    // A new line, or a new lead: what was said about people meanwhile may have been lost.
    if (socket.state.value.phase === 'open' && live.facts.value?.leadWriter.displayName !== undefined)
      reload();
  });
  void open();
  return {
    people,
    present: presences.present,
    correctors: computed(() => {
      const names = new Map(people.value.map(({ memberId, displayName }) => [memberId, displayName]));
      const others = [...presences.present.value].filter(([memberId]) => memberId !== own.value);
      return new Map(
        others.flatMap(([memberId, { activity, segmentId }]) =>
          activity === 'CORRECTING' && segmentId !== null && names.has(memberId)
            ? [[segmentId, names.get(memberId) ?? '']]
            : [],
        ),
      );
    }),
    messages,
    hasOlder: computed(() => older.value !== null),
    loadOlder,
    unreadCount: computed(
      () =>
        messages.value.filter(({ seq, authorId }) => seq > readUpTo.value && authorId !== own.value).length,
    ),
    outbox,
    markRead: () => {
      readUpTo.value = lastSeq();
      keepRead(id, lastSeq());
    },
    reload,
    stop: () => {
      life.isStopped = true;
      life.closeFeed();
      life.cancelRetry();
      stopWatching();
      presences.stop();
      outbox.stop();
    },
  };
}

const retryMs = 3_000;
const readKey = (id: string): string => `scribecast.crewRead.${id}`;

function readBefore(id: string): number | null {
  try {
    const kept = Number(localStorage.getItem(readKey(id)) ?? NaN);
    return Number.isInteger(kept) ? kept : null;
  } catch {
    return null;
  }
}

function keepRead(id: string, seq: number): void {
  try {
    localStorage.setItem(readKey(id), String(seq));
  } catch {
    // Storage may be forbidden: the next visit then begins with everything read.
  }
}
