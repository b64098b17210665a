import { useSignal } from '@preact/signals';
import type { ComponentType, JSX } from 'preact';
import { useEffect } from 'preact/hooks';

import { commonText } from '../text/common.text.ts';
import { language, type AreaText } from '../text/text.ts';
import { EmptyState, Skeleton } from '../ui/states.tsx';
import { Button } from '../ui/button.tsx';

/** What the address says to a page. */
export interface PageProps {
  readonly params: Readonly<Record<string, string | undefined>>;
  readonly query: Readonly<Record<string, string | undefined>>;
}

export type Page = ComponentType<PageProps>;

/** A page in a chunk of its own, loaded together with the text it speaks. */
export function lazyPage(load: () => Promise<Page>, texts: readonly AreaText<unknown>[]): Page {
  const loaded: { page?: Page } = {};
  return function LazyPage(props: PageProps): JSX.Element {
    const state = useSignal<'loading' | 'ready' | 'failed'>(loaded.page === undefined ? 'loading' : 'ready');
    useEffect(() => {
      if (state.peek() === 'ready') return;
      Promise.all([load(), ...texts.map((text) => text.load(language.peek()))]).then(
        ([page]) => {
          loaded.page = page;
          state.value = 'ready';
        },
        () => (state.value = 'failed'),
      );
    }, []);
    if (state.value === 'failed') return <ChunkFailed />;
    if (state.value === 'loading' || loaded.page === undefined) return <Skeleton lines={6} />;
    const LoadedPage = loaded.page;
    return <LoadedPage {...props} />;
  };
}

/** Browsers remember a failed import, so only loading the page again helps. */
function ChunkFailed(): JSX.Element {
  const t = commonText();
  return (
    <EmptyState title={t.errors.title} action={<Button onClick={() => location.reload()}>{t.retry}</Button>}>
      {t.errors.chunk}
    </EmptyState>
  );
}
