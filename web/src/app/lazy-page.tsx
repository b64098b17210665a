import type { ComponentType } from 'preact';

import type { AreaText } from '../text/text.ts';
import { lazyPart } from '../ui/lazy-part.tsx';

/** What the address says to a page. */
export interface PageProps {
  readonly params: Readonly<Record<string, string | undefined>>;
  readonly query: Readonly<Record<string, string | undefined>>;
}

export type Page = ComponentType<PageProps>;

/** A page in a chunk of its own, loaded together with the text it speaks. */
export function lazyPage(load: () => Promise<Page>, texts: readonly AreaText<unknown>[]): Page {
  return lazyPart<PageProps>({ load, texts, lines: 6 });
}
