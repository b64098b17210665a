import { useEffect } from 'preact/hooks';

/** Keeps the screen on while `isWanted`, where the browser can; taken again when the page comes back to sight. */
export function useWakeLock(isWanted: boolean): void {
  useEffect(() => {
    if (!isWanted || !('wakeLock' in navigator)) return;
    const held: { lock: WakeLockSentinel | undefined; isOver: boolean } = { lock: undefined, isOver: false };
    const take = (): void => {
      if (document.visibilityState !== 'visible') return;
      navigator.wakeLock.request('screen').then(
        (lock) => (held.isOver ? void lock.release() : (held.lock = lock)),
        () => undefined, // A low battery may refuse it: the screen then goes dark as always.
      );
    };
    take();
    document.addEventListener('visibilitychange', take);
    return () => {
      held.isOver = true;
      document.removeEventListener('visibilitychange', take);
      void held.lock?.release();
    };
  }, [isWanted]);
}
