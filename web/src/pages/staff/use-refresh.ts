import { useEffect, useRef } from 'preact/hooks';

const everyMs = 15_000;

/** Reads again every 15 seconds while the page is looked at, and at once when it is looked at again. */
export function useRefresh(reload: () => void): void {
  const latest = useRef(reload);
  latest.current = reload;
  useEffect(() => {
    const refresh = (): void => {
      if (document.visibilityState === 'visible') latest.current();
    };
    const timer = setInterval(refresh, everyMs);
    document.addEventListener('visibilitychange', refresh);
    addEventListener('online', refresh);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', refresh);
      removeEventListener('online', refresh);
    };
  }, []);
}
