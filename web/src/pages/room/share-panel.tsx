import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';

import { deskText } from '../../text/desk.text.ts';
import { roomText } from '../../text/room.text.ts';
import { formatNumber } from '../../text/format.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { lazily } from '../../ui/lazily.tsx';
import type { RoomParts } from './room-parts.ts';
import { useDesk, type Desk } from './share/use-desk.ts';
import { useVisibility, VisibilityConfirm } from './visibility-act.tsx';

const Inside = lazily(() => import('./share/share-inside.tsx').then((module) => module.ShareInside), {
  lines: 6,
  texts: [deskText],
});
/** Said only where somebody waits, so its words come when they are needed. */
const WaitingBadge = lazily(() => Promise.resolve(Badge), { texts: [deskText] });

/** The way to everything that goes to those who are invited; it tells who waits, and takes the focus from nobody. */
export function SharePanel(parts: RoomParts): JSX.Element {
  const t = roomText().share;
  const isOpen = useSignal(false);
  const desk = useDesk(parts.transcriptId);
  return (
    <>
      <Button onClick={() => (isOpen.value = true)}>
        {t.open}
        {(desk.value?.waitingCount ?? 0) > 0 && <WaitingBadge desk={desk} />}
      </Button>
      <Dialog isOpen={isOpen.value} title={t.title} onClose={() => (isOpen.value = false)}>
        <Inside {...{ parts, desk }}>
          <VisibilityPart {...parts} />
        </Inside>
      </Dialog>
    </>
  );
}

function Badge({ desk }: { readonly desk: Desk }): JSX.Element {
  const count = desk.value?.waitingCount ?? 0;
  return (
    <>
      {' '}
      <span class="badge" aria-hidden="true">
        {formatNumber(count)}
      </span>
      <span class="visually-hidden" role="status">
        {deskText().waitingBadge(count)}
      </span>
    </>
  );
}

function VisibilityPart(parts: RoomParts): JSX.Element | null {
  const t = roomText();
  const isAsking = useSignal(false);
  const act = useVisibility(parts);
  const facts = parts.live.facts.value;
  if (facts === null) return null;
  const { visibility, title } = facts;
  return (
    <div class="row row-between">
      <span>
        <span class="chip">{t.visibility[visibility]}</span> {t.visibilityHint[visibility]}
      </span>
      {visibility === 'PUBLIC' ? (
        <Button isBusy={act.isBusy.value} onClick={() => act.run('PRIVATE')}>
          {t.share.makePrivate}
        </Button>
      ) : (
        <Button onClick={() => (isAsking.value = true)}>{t.share.makePublic}</Button>
      )}
      {visibility === 'PUBLIC' && act.fault.value !== undefined && <p role="alert">{act.fault.value}</p>}
      <VisibilityConfirm
        isOpen={isAsking.value}
        title={title}
        visibility={act}
        onClose={() => (isAsking.value = false)}
      />
    </div>
  );
}
