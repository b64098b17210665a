import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';

import { MembershipDocument } from '../../api/generated/membership.ts';
import type { MembershipQuery } from '../../api/generated/types.ts';
import { request } from '../../api/server.ts';
import { formatDateTime } from '../../text/format.ts';
import { membershipText } from '../../text/membership.text.ts';
import { Button } from '../../ui/button.tsx';
import { useAction } from '../../ui/use-action.ts';

type Decision = NonNullable<MembershipQuery['me']>['tier']['decisions']['edges'][number]['node'];

/** Decisions before those that the page began with, ten at a time. */
export function OlderDecisions({ after }: { readonly after: string }): JSX.Element {
  const t = membershipText();
  const older = useSignal<readonly Decision[]>([]);
  const cursor = useSignal<string | null>(after);
  const load = useAction(async () => {
    const { me } = await request(MembershipDocument, { after: cursor.peek() });
    const page = me?.tier.decisions;
    if (page === undefined) return;
    older.value = [...older.peek(), ...page.edges.map(({ node }) => node)];
    cursor.value = page.pageInfo.hasNextPage ? (page.pageInfo.endCursor ?? null) : null;
  });
  return (
    <>
      <ol class="plain-list records">
        {older.value.map(({ id, decidedAt, text }) => (
          <li key={id}>
            <time class="soft small" dateTime={decidedAt}>
              {formatDateTime(decidedAt)}
            </time>
            <p>{text}</p>
          </li>
        ))}
      </ol>
      {load.fault.value !== undefined && <p role="alert">{load.fault.value}</p>}
      {cursor.value !== null && (
        <Button isBusy={load.isBusy.value} onClick={() => load.run()}>
          {t.more}
        </Button>
      )}
    </>
  );
}
