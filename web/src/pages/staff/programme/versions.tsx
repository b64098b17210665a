import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';

import { ProgrammeVersionsDocument } from '../../../api/generated/programme-editor.ts';
import type { ProgrammeVersionsQuery } from '../../../api/generated/types.ts';
import { request } from '../../../api/server.ts';
import { formatDateTime } from '../../../text/format.ts';
import { programmeText } from '../../../text/programme.text.ts';
import { Button } from '../../../ui/button.tsx';
import { ErrorState, Skeleton } from '../../../ui/states.tsx';
import { useAction } from '../../../ui/use-action.ts';
import { useQuery } from '../../../ui/use-query.ts';

type Version = ProgrammeVersionsQuery['programmeVersions']['edges'][number]['node'];

/** Every version that was saved: who, when, why, and what it changed. */
export function Versions(): JSX.Element {
  const t = programmeText();
  const { state, reload } = useQuery(ProgrammeVersionsDocument, { after: null });
  const older = useSignal<readonly Version[]>([]);
  const cursor = useSignal<string | null | undefined>(undefined);
  const { result, error } = state.value;
  const page = result?.programmeVersions;
  const next = cursor.value === undefined ? page?.pageInfo : undefined;
  const after = next === undefined ? cursor.value : next.hasNextPage ? next.endCursor : null;
  const more = useAction(async () => {
    const { programmeVersions } = await request(ProgrammeVersionsDocument, { after: after ?? null });
    older.value = [...older.peek(), ...programmeVersions.edges.map(({ node }) => node)];
    const { hasNextPage, endCursor } = programmeVersions.pageInfo;
    cursor.value = hasNextPage ? (endCursor ?? null) : null;
  });
  const shown = [...(page?.edges.map(({ node }) => node) ?? []), ...older.value];
  return (
    <section class="panel stack-tight" aria-labelledby="programme-versions">
      <h2 id="programme-versions">{t.versions}</h2>
      {error !== undefined && result === undefined && <ErrorState error={error} onRetry={reload} />}
      {result === undefined && error === undefined && <Skeleton />}
      <ol class="plain-list records">
        {shown.map((version) => (
          <li key={version.version}>
            <VersionLine version={version} />
          </li>
        ))}
      </ol>
      {more.fault.value !== undefined && <p role="alert">{more.fault.value}</p>}
      {after != null && (
        <Button isBusy={more.isBusy.value} onClick={() => more.run()}>
          {t.more}
        </Button>
      )}
    </section>
  );
}

function VersionLine({ version }: { readonly version: Version }): JSX.Element {
  const t = programmeText();
  const { version: number, note, effectiveFrom, savedAt, isInForce, savedBy, changes } = version;
  const isWaiting = new Date(effectiveFrom) > new Date();
  return (
    <>
      <h3 class="row">
        {t.versionOf(number)} {isInForce && <span class="chip good">{t.current}</span>}
        {isWaiting && <span class="chip">{t.waiting(formatDateTime(effectiveFrom))}</span>}
      </h3>
      <p>{note}</p>
      <p class="soft small">{t.savedBy(savedBy?.displayName ?? t.house, formatDateTime(savedAt))}</p>
      {changes.length > 0 && (
        <details>
          <summary>{t.changes(changes.length)}</summary>
          <ul>
            {changes.map(({ key, label, before, after }) => (
              <li key={key}>{t.change(label, before, after)}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
