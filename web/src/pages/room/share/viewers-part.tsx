import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';

import {
  DeskViewersDocument,
  DeskVisitsDocument,
  RevokeViewersDocument,
} from '../../../api/generated/desk.ts';
import { request } from '../../../api/server.ts';
import { deskText } from '../../../text/desk.text.ts';
import { formatDateTime } from '../../../text/format.ts';
import { Button } from '../../../ui/button.tsx';
import { ConfirmDialog } from '../../../ui/dialog.tsx';
import { FormError } from '../../../ui/form-error.tsx';
import { Pager } from '../../../ui/pager.tsx';
import { RelativeTime } from '../../../ui/relative-time.tsx';
import { ErrorState, Skeleton } from '../../../ui/states.tsx';
import { showToast } from '../../../ui/toasts.tsx';
import { useAction } from '../../../ui/use-action.ts';
import { usePages } from '../../../ui/use-pages.ts';
import { refused } from '../../content/refused.ts';
import type { Desk } from './use-desk.ts';

interface ViewersPartProps {
  readonly transcriptId: string;
  readonly desk: Desk;
}

/** Who can read by the password now, and the way to end it. */
export function ViewersPart({ transcriptId, desk }: ViewersPartProps): JSX.Element {
  const t = deskText().viewers;
  const isAsking = useSignal(false);
  const { state, reload, more } = usePages({
    document: DeskViewersDocument,
    variables: { transcriptId },
    connectionOf: ({ transcriptDoor }) => transcriptDoor?.viewers ?? undefined,
  });
  // The desk is told again whenever somebody comes in or is sent away.
  useEffect(reload, [desk.value]);
  const revoke = useAction(async (viewerIds: readonly string[] | null) => {
    const { revokeViewers: result } = await request(RevokeViewersDocument, {
      input: { transcriptId, viewerIds: viewerIds && [...viewerIds] },
    });
    isAsking.value = false;
    if (result.__typename !== 'RevokeViewersSuccess') throw refused(result.message);
    showToast({ text: t.removed(result.revoked) });
    reload();
  });
  const { nodes, hasMore, error, result } = state.value;
  if (error !== undefined) return <ErrorState error={error} onRetry={reload} />;
  if (nodes === undefined) return <Skeleton lines={2} />;
  return (
    <>
      <p class="soft small">{t.intro}</p>
      <FormError>{revoke.fault.value}</FormError>
      {nodes.length === 0 ? (
        <p>{t.none}</p>
      ) : (
        <p class="row row-between">
          {t.total(result?.transcriptDoor?.viewers?.totalCount ?? nodes.length)}
          <Button look="danger" onClick={() => (isAsking.value = true)}>
            {t.removeAll}
          </Button>
        </p>
      )}
      <ul class="share-list">
        {nodes.map(({ id, nickname, createdAt }) => (
          <li key={id} class="row row-between">
            <span>
              <bdi>{nickname}</bdi>{' '}
              <span class="soft small">
                <RelativeTime iso={createdAt} />
              </span>
            </span>
            <Button
              isBusy={revoke.isBusy.value}
              aria-label={t.removeOne(nickname)}
              onClick={() => revoke.run([id])}
            >
              {t.remove}
            </Button>
          </li>
        ))}
      </ul>
      <Pager
        hasMore={hasMore}
        isLoading={more.isBusy.value}
        error={more.fault.value}
        onMore={() => more.run()}
      />
      <ConfirmDialog
        isOpen={isAsking.value}
        title={t.removeAllTitle}
        action={t.removeAll}
        isDangerous
        isBusy={revoke.isBusy.value}
        onConfirm={() => revoke.run(null)}
        onClose={() => (isAsking.value = false)}
      >
        <p>{t.removeAllText}</p>
      </ConfirmDialog>
    </>
  );
}

/** Who opened the transcript lately, and how often a wrong password was tried. */
export function VisitsPart({ transcriptId }: Pick<ViewersPartProps, 'transcriptId'>): JSX.Element {
  const t = deskText().visits;
  const { state, reload, more } = usePages({
    document: DeskVisitsDocument,
    variables: { transcriptId },
    connectionOf: ({ transcriptDoor }) => transcriptDoor?.visits ?? undefined,
  });
  const { nodes, hasMore, error, result } = state.value;
  if (error !== undefined) return <ErrorState error={error} onRetry={reload} />;
  if (nodes === undefined) return <Skeleton lines={2} />;
  const wrong = result?.transcriptDoor?.wrongPasswords ?? [];
  return (
    <>
      <p class="soft small">{t.kept}</p>
      {nodes.length === 0 && <p>{t.none}</p>}
      <ul class="share-list">
        {nodes.map(({ id, way, visitorName, addressPrefix, createdAt }) => (
          <li key={id} class="row row-between">
            <span>
              <bdi>{visitorName}</bdi> <span class="soft small">{t.ways[way]}</span>
            </span>
            <span class="soft small tabular">
              {[formatDateTime(createdAt), addressPrefix].filter(Boolean).join(' · ')}
            </span>
          </li>
        ))}
      </ul>
      <Pager
        hasMore={hasMore}
        isLoading={more.isBusy.value}
        error={more.fault.value}
        onMore={() => more.run()}
      />
      {wrong.length > 0 && (
        <>
          <h4>{t.wrongTitle}</h4>
          <ul class="share-list small">
            {wrong.map(({ day, attempts }) => (
              <li key={day}>{t.wrong(day, attempts)}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
