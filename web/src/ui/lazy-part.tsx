import type { ComponentType, JSX } from 'preact';

import type { AreaText } from '../text/text.ts';
import { lazily } from './lazily.tsx';
import { MissingPart } from './missing-part.tsx';

interface LazyPart<Props> {
  readonly load: () => Promise<ComponentType<Props>>;
  /** The words that it speaks, loaded along with it. */
  readonly texts: readonly AreaText<unknown>[];
  /** What stands there until it comes; nothing where it is no loss to wait. */
  readonly lines?: number;
}

/** A part of the app: where it does not come, the page is loaded again without anything unsent being lost. */
export const lazyPart = <Props extends object>({
  load,
  ...options
}: LazyPart<Props>): ((props: Props) => JSX.Element | null) =>
  lazily(load, { ...options, failed: () => <MissingPart /> });
