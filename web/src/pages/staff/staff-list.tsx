import type { ComponentChildren, JSX } from 'preact';

import { staffText } from '../../text/staff.text.ts';
import { Button } from '../../ui/button.tsx';
import { Pager } from '../../ui/pager.tsx';
import { ErrorState, messageOf, Skeleton } from '../../ui/states.tsx';
import type { Pages } from '../../ui/use-pages.ts';
import { commonText } from '../../text/common.text.ts';

interface StaffListProps<Node> {
  readonly pages: Pages<unknown, Node>;
  readonly empty: ComponentChildren;
  readonly label: string;
  readonly children: (node: Node) => JSX.Element;
}

/** A keyset list with its skeleton, its empty and its error state; what was read stays when a reload fails. */
export function StaffList<Node>({ pages, empty, label, children }: StaffListProps<Node>): JSX.Element {
  const { state, reload, more } = pages;
  const { nodes, error, hasMore } = state.value;
  if (nodes === undefined) {
    return error === undefined ? <Skeleton lines={6} /> : <ErrorState error={error} onRetry={reload} />;
  }
  return (
    <>
      {error !== undefined && <StaleNotice error={error} onRetry={reload} />}
      {nodes.length === 0 ? (
        empty
      ) : (
        <ul class="plain-list records panel" aria-label={label}>
          {nodes.map(children)}
        </ul>
      )}
      <Pager
        hasMore={hasMore}
        isLoading={more.isBusy.value}
        error={more.fault.value}
        onMore={() => more.run()}
      />
    </>
  );
}

function StaleNotice({
  error,
  onRetry,
}: {
  readonly error: unknown;
  readonly onRetry: () => void;
}): JSX.Element {
  const t = staffText();
  return (
    <div class="notice warn row row-between" role="alert">
      <p>
        <strong>{t.loadFailed}</strong> {messageOf(error)} {t.stale}
      </p>
      <Button onClick={onRetry}>{commonText().retry}</Button>
    </div>
  );
}
