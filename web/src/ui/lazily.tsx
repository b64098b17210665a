import type { ComponentType, JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';

import { NetworkError } from '../api/client.ts';
import { language, type AreaText } from '../text/text.ts';
import { ErrorState, Skeleton } from './states.tsx';

interface LazyOptions {
  /** The areas of text that it speaks. */
  readonly texts?: readonly AreaText<unknown>[];
  /** How high its place is meanwhile; none for what takes no place on the page. */
  readonly lines?: number;
  /** What stands there when it does not come; else the page's usual words for a fault. */
  readonly failed?: (error: unknown) => JSX.Element;
}

// Browsers remember a failed import, so only loading the page again helps.
const usualFault = (error: unknown): JSX.Element => (
  <ErrorState error={error} onRetry={() => location.reload()} />
);

/** A component in a chunk of its own, loaded with its words when it first stands on a page. */
export function lazily<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  { texts = [], lines = 0, failed = usualFault }: LazyOptions = {},
): (props: Props) => JSX.Element | null {
  const loaded: { view?: ComponentType<Props> } = {};
  return function Lazy(props: Props): JSX.Element | null {
    const [error, setError] = useState<unknown>();
    const [, setIsReady] = useState(loaded.view !== undefined);
    useEffect(() => {
      if (loaded.view !== undefined) return;
      Promise.all([load(), ...texts.map((text) => text.load(language.peek()))]).then(
        ([view]) => {
          loaded.view = view;
          setIsReady(true);
        },
        (cause: unknown) => setError(new NetworkError(String(cause))),
      );
    }, []);
    const View = loaded.view;
    if (View !== undefined) return <View {...props} />;
    if (error !== undefined) return failed(error);
    return lines === 0 ? null : <Skeleton lines={lines} />;
  };
}
