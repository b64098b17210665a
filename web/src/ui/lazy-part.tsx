import type { ComponentType, JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';

import { language, type AreaText } from '../text/text.ts';
import { lazily } from './lazily.tsx';
import { MissingPart } from './missing-part.tsx';

interface LazyPart<Props> {
  readonly load: () => Promise<ComponentType<Props>>;
  /** The words that it speaks where the page does not speak them, loaded along with it. */
  readonly texts?: readonly AreaText<unknown>[];
  /** What stands there until it comes; nothing where it is no loss to wait. */
  readonly lines?: number;
}

/** A part in a chunk of its own, which can be fetched before it stands on a page. */
export type PreloadedPart<Props> = ((props: Props) => JSX.Element | null) & {
  readonly preload: () => Promise<unknown>;
};

/** A part of the app: where it does not come, the page is loaded again without anything unsent being lost. */
export function lazyPart<Props extends object>({
  load,
  texts = [],
  ...options
}: LazyPart<Props>): PreloadedPart<Props> {
  const fetched: { view?: ComponentType<Props> } = {};
  const preload = async (): Promise<void> => {
    const words = texts.map((text) => text.load(language.peek()));
    const [view] = await Promise.all([load(), ...words]);
    fetched.view = view;
  };
  const Late = lazily(load, { ...options, texts, failed: () => <MissingPart /> });
  function Part(props: Props): JSX.Element | null {
    // Once for each place: what stands there is not made anew when the chunk comes.
    const [View] = useState(() => fetched.view ?? Late);
    return <View {...props} />;
  }
  return Object.assign(Part, { preload });
}

/** Fetches parts while the page has nothing else to do, so that they are there also when the line is not. */
export function usePreloaded(parts: readonly Pick<PreloadedPart<never>, 'preload'>[]): void {
  useEffect(() => {
    const fetch = (): void => {
      // What does not come now is asked for again when it is wanted.
      for (const part of parts) part.preload().catch(() => undefined);
    };
    // Safari has no idle callback.
    const timer = 'requestIdleCallback' in globalThis ? undefined : setTimeout(fetch, 1_000);
    const idle = timer === undefined ? requestIdleCallback(fetch, { timeout: 5_000 }) : undefined;
    return () => {
      clearTimeout(timer);
      if (idle !== undefined) cancelIdleCallback(idle);
    };
  }, []);
}
