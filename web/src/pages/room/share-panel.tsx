import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';

import { roomText } from '../../text/room.text.ts';
import { Button } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { freshPasswordOf } from './fresh-password.ts';
import type { RoomParts } from './room-parts.ts';
import { useVisibility, VisibilityConfirm } from './visibility-act.tsx';
import { ViewPasswordForm } from './view-password-form.tsx';

/** Everything that goes to those who are invited. A password is shown once, right after it was set. */
export function SharePanel(parts: RoomParts): JSX.Element {
  const t = roomText().share;
  const isOpen = useSignal(false);
  return (
    <>
      <Button onClick={() => (isOpen.value = true)}>{t.open}</Button>
      <Dialog isOpen={isOpen.value} title={t.title} onClose={() => (isOpen.value = false)}>
        <Inside {...parts} />
      </Dialog>
    </>
  );
}

function Inside(parts: RoomParts): JSX.Element | null {
  const t = roomText().share;
  const meter = parts.meter.meter.value;
  const facts = parts.live.facts.value;
  const code = meter?.shareCode;
  if (facts === null || meter === undefined || code == null) return null;
  const link = `${location.origin}/r/${code}`;
  const password = freshPasswordOf(parts.transcriptId);
  return (
    <>
      <Line label={t.link} value={link} copy={t.copyLink} />
      <Line label={t.code} value={code} copy={t.copyCode} />
      {password !== null && <Line label={t.passwordNow} value={password} copy={t.copyPassword} />}
      {password === null && <p class="soft">{meter.viewPasswordSet ? t.passwordSet : t.passwordUnset}</p>}
      <div>
        <CopyButton text={t.invitation({ title: facts.title, link, code, password })}>{t.copyAll}</CopyButton>
      </div>
      <ViewPasswordForm {...parts} isSet={meter.viewPasswordSet} />
      <VisibilityPart {...parts} />
    </>
  );
}

interface LineProps {
  readonly label: string;
  readonly value: string;
  readonly copy: string;
}

function Line({ label, value, copy }: LineProps): JSX.Element {
  return (
    <div class="row row-between share-line">
      <span>
        <span class="soft small">{label}</span>
        <br />
        <code>{value}</code>
      </span>
      <CopyButton text={value}>{copy}</CopyButton>
    </div>
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
