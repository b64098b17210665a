import { useSignal, type ReadonlySignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';

import { DoorFeedDocument } from '../api/generated/door.ts';
import type { DoorFeedSubscription } from '../api/generated/types.ts';
import { socket } from '../api/server.ts';
import type { Door } from './gate.tsx';

/** How the visitor stands at the door, and what it says. */
export type DoorHint = Omit<DoorFeedSubscription['doorFeed'], 'hostIsHere'> & {
  /** Null while nobody knows yet. */
  readonly hostIsHere: boolean | null;
};

interface WatchedDoor {
  readonly shareCode: string;
  readonly door: Door;
  readonly onChange: () => void;
}

/** A host's answer to "is anybody here?" takes no longer; until then their absence is not news. */
const hostAnswersWithinMs = 3_000;
/** Let in, and the page does not know yet: asked again this often. */
const askAgainMs = 1_000;

/** Follows the door; the page looks again whenever it is not as the page has it, and so comes in by itself. */
export function useDoor({ shareCode, door, onChange }: WatchedDoor): ReadonlySignal<DoorHint> {
  const hint = useSignal<DoorHint>({ ...door, viewersUntil: null, hostIsHere: null });
  const { state, status, title } = door;
  useEffect(
    () =>
      socket.subscribe(DoorFeedDocument, () => ({ shareCode }), {
        next: ({ doorFeed }) => {
          const { hostIsHere } = hint.peek();
          // "Not here" counts once there was time for an answer.
          hint.value = {
            ...doorFeed,
            hostIsHere: doorFeed.hostIsHere || (hostIsHere === null ? null : false),
          };
        },
        // Nothing is behind this door any more: the page finds out what to say.
        error: onChange,
      }),
    [shareCode],
  );
  useEffect(() => {
    const silence = setTimeout(() => {
      if (hint.peek().hostIsHere === null) hint.value = { ...hint.peek(), hostIsHere: false };
    }, hostAnswersWithinMs);
    return () => clearTimeout(silence);
  }, [shareCode, state]);
  const seen = hint.value;
  const isOther = seen.state !== state || seen.status !== status || seen.title !== title;
  useEffect(() => {
    if (!isOther) return;
    // A line keeps the rights that it was opened with.
    if (seen.state === 'INSIDE') socket.reconnect();
    onChange();
    const again = setInterval(onChange, askAgainMs);
    return () => clearInterval(again);
  }, [isOther, seen.state]);
  return hint;
}
