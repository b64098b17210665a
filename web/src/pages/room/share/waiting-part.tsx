import type { JSX } from 'preact';

import { DecideViewersDocument } from '../../../api/generated/desk.ts';
import type { ViewerDecision } from '../../../api/generated/types.ts';
import { request } from '../../../api/server.ts';
import { deskText } from '../../../text/desk.text.ts';
import { Button } from '../../../ui/button.tsx';
import { FormError } from '../../../ui/form-error.tsx';
import { RelativeTime } from '../../../ui/relative-time.tsx';
import { useAction } from '../../../ui/use-action.ts';
import { refused } from '../../content/refused.ts';
import type { Desk } from './use-desk.ts';

interface WaitingPartProps {
  readonly transcriptId: string;
  readonly desk: Desk;
}

/** Who waits to be let in, the first who came first. */
export function WaitingPart({ transcriptId, desk }: WaitingPartProps): JSX.Element | null {
  const t = deskText().waiting;
  const decide = useAction(async (decision: ViewerDecision, viewerIds: readonly string[] | null) => {
    const { decideViewers: result } = await request(DecideViewersDocument, {
      input: { transcriptId, decision, viewerIds: viewerIds && [...viewerIds] },
    });
    if (result.__typename !== 'DecideViewersSuccess') throw refused(result.message);
    desk.value = result.door;
  });
  const door = desk.value;
  if (door === null || (door.admission === 'OPEN' && door.waitingCount === 0)) return null;
  const isBusy = decide.isBusy.value;
  return (
    <section class="panel stack-tight" aria-label={t.title(door.waitingCount)}>
      <h3>{t.title(door.waitingCount)}</h3>
      <FormError>{decide.fault.value}</FormError>
      {door.waitingCount === 0 && <p class="soft">{t.nobody}</p>}
      <ul class="share-list">
        {door.waiting.map(({ id, nickname, createdAt }) => (
          <li key={id} class="row row-between">
            <span>
              <bdi>{nickname}</bdi>{' '}
              <span class="soft small">
                <RelativeTime iso={createdAt} />
              </span>
            </span>
            <span class="row">
              <Button
                look="primary"
                isBusy={isBusy}
                aria-label={t.approveOne(nickname)}
                onClick={() => decide.run('APPROVE', [id])}
              >
                {t.approve}
              </Button>
              <Button
                isBusy={isBusy}
                aria-label={t.refuseOne(nickname)}
                onClick={() => decide.run('REFUSE', [id])}
              >
                {t.refuse}
              </Button>
            </span>
          </li>
        ))}
      </ul>
      {door.waitingCount > door.waiting.length && (
        <p class="soft small">{t.more(door.waitingCount - door.waiting.length)}</p>
      )}
      {door.waitingCount > 1 && (
        <div class="row">
          <Button isBusy={isBusy} onClick={() => decide.run('APPROVE', null)}>
            {t.approveAll}
          </Button>
          <Button isBusy={isBusy} onClick={() => decide.run('REFUSE', null)}>
            {t.refuseAll}
          </Button>
        </div>
      )}
    </section>
  );
}
