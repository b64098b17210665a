import type { JSX } from 'preact';

import { commonText } from '../text/common.text.ts';
import { Button } from './button.tsx';

interface PagerProps {
  readonly hasMore: boolean;
  readonly isLoading: boolean;
  /** In words, as `useAction` has it. */
  readonly error?: string | undefined;
  readonly onMore: () => void;
}

/** "Show more" under a keyset list; the list keeps its place and its scroll. */
export function Pager({ hasMore, isLoading, error, onMore }: PagerProps): JSX.Element | null {
  const t = commonText();
  if (!hasMore) return null;
  return (
    <div class="row">
      <Button isBusy={isLoading} onClick={onMore}>
        {isLoading ? t.loadingMore : t.loadMore}
      </Button>
      {error !== undefined && <p role="alert">{error}</p>}
    </div>
  );
}
