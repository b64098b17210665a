import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';

import { NetworkError } from '../api/client.ts';
import { ErrorState, Skeleton } from '../ui/states.tsx';
import type { FindProps } from './find.tsx';

type Find = typeof import('./find.tsx').Find;

/** The search, loaded when it is first asked for. */
export function LazyFind(props: FindProps): JSX.Element {
  const [state, setState] = useState<{ readonly view?: Find; readonly error?: unknown }>({});
  useEffect(() => {
    import('./find.tsx').then(
      ({ Find: view }) => setState({ view }),
      (error: unknown) => setState({ error: new NetworkError(String(error)) }),
    );
  }, []);
  if (state.error !== undefined) return <ErrorState error={state.error} onRetry={() => location.reload()} />;
  return state.view === undefined ? <Skeleton lines={1} /> : <state.view {...props} />;
}
