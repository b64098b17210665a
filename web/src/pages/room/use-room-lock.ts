import { useSignal, type ReadonlySignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';

/** `held`: this tab types. `elsewhere`: another tab of this browser does, and this one only reads. */
export type RoomLockState = 'asking' | 'held' | 'elsewhere';

export interface RoomLock {
  readonly state: ReadonlySignal<RoomLockState>;
  /** Makes this tab the one that types; the other becomes read-only. */
  readonly takeOver: () => void;
  /** Waited for before another tab goes on: what has to be on the disk by then. Returns how to take it back. */
  readonly beforeLeaving: (settle: Settle) => () => void;
}

type Settle = () => Promise<void>;

/** A tab that sleeps cannot answer; what it had is in the journal. */
const answerWithinMs = 1_500;

/**
 * One tab types in a room (Web Locks). A tab that only reads waits in the queue, and types when the other is
 * closed. A browser without locks, as on plain http, lets every tab type: the ids keep segments single.
 */
export function useRoomLock(transcriptId: string): RoomLock {
  const state = useSignal<RoomLockState>('asking');
  const takeOver = useRef(() => {});
  const { current: settling } = useRef(new Set<Settle>());
  useEffect(() => {
    const name = `scribecast.room/${transcriptId}`;
    const enter = (now: RoomLockState): void => void (state.value = now);
    const attempts = createAttempts(name, enter);
    const handOver = createHandOver(name, async () => {
      if (state.peek() !== 'held') return false;
      // Nothing is typed here from this moment on; what was is asked to be written before the page changes.
      enter('elsewhere');
      await Promise.all([...settling].map((settle) => settle()));
      return true;
    });
    takeOver.current = () => void handOver.ask().then(() => attempts.hold({ steal: true }));
    attempts.hold({ ifAvailable: true });
    return () => {
      attempts.stop();
      handOver.stop();
    };
  }, [transcriptId]);
  return {
    state,
    takeOver: () => takeOver.current(),
    beforeLeaving: (settle) => {
      settling.add(settle);
      return () => settling.delete(settle);
    },
  };
}

interface HandOver {
  /** Resolves when the tab that types has let go and written everything down, or does not answer. */
  readonly ask: () => Promise<void>;
  readonly stop: () => void;
}

/** The tabs of a room tell each other when one is to go on where another one was. */
function createHandOver(name: string, letGo: () => Promise<boolean>): HandOver {
  const channel = new BroadcastChannel(name);
  const asked = { answered: () => {} };
  channel.addEventListener('message', ({ data }) => {
    if (data === 'ready') asked.answered();
    if (data === 'ask') void letGo().then((isDone) => isDone && channel.postMessage('ready'));
  });
  return {
    ask: () =>
      new Promise((resolve) => {
        const timer = setTimeout(resolve, answerWithinMs);
        asked.answered = () => {
          clearTimeout(timer);
          resolve();
        };
        channel.postMessage('ask');
      }),
    stop: () => channel.close(),
  };
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
