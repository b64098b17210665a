import { useSignal, type ReadonlySignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';

/** `held`: this tab types. `elsewhere`: another tab of this browser does, and this one only reads. */
export type RoomLockState = 'asking' | 'held' | 'elsewhere';

export interface RoomLock {
  readonly state: ReadonlySignal<RoomLockState>;
  /** Makes this tab the one that types; the other becomes read-only. */
  readonly takeOver: () => void;
}

/**
 * One tab types in a room (Web Locks). A tab that only reads waits in the queue, and types when the other is
 * closed. A browser without locks, as on plain http, lets every tab type: the ids keep segments single.
 */
export function useRoomLock(transcriptId: string): RoomLock {
  const state = useSignal<RoomLockState>('asking');
  const hold = useRef<(options: LockOptions) => void>(() => {});
  useEffect(() => {
    const attempts = createAttempts(`scribecast.room/${transcriptId}`, (now) => (state.value = now));
    hold.current = attempts.hold;
    attempts.hold({ ifAvailable: true });
    return attempts.stop;
  }, [transcriptId]);
  return { state, takeOver: () => hold.current({ steal: true }) };
}

interface Attempts {
  readonly hold: (options: LockOptions) => void;
  readonly stop: () => void;
}

function createAttempts(name: string, enter: (state: RoomLockState) => void): Attempts {
  /** The attempt that counts; what an earlier one still says is not listened to. */
  const newest = { number: 0, letGo: () => {} };
  const lose = (number: number): void => {
    if (number !== newest.number) return;
    enter('elsewhere');
    hold({});
  };
  const hold = (options: LockOptions): void => {
    newest.letGo();
    const number = (newest.number += 1);
    if (!('locks' in navigator)) return enter('held');
    const over = Promise.withResolvers<void>();
    const waiting = new AbortController();
    newest.letGo = () => {
      over.resolve();
      waiting.abort();
    };
    const wanted = options.steal || options.ifAvailable ? options : { signal: waiting.signal };
    navigator.locks
      .request(name, wanted, (lock) => {
        if (number !== newest.number) return undefined;
        if (lock === null) return void queueMicrotask(() => lose(number));
        enter('held');
        return over.promise;
      })
      // Stolen by a tab that took over, or called off by this one.
      .catch(() => lose(number));
  };
  return {
    hold,
    stop: () => {
      newest.number += 1;
      newest.letGo();
    },
  };
}
