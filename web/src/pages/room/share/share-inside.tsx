import './share.css';

import { useSignal } from '@preact/signals';
import type { ComponentChildren, JSX } from 'preact';

import { deskText } from '../../../text/desk.text.ts';
import { CopyButton } from '../../../ui/copy-button.tsx';
import { freshPasswordOf } from '../fresh-password.ts';
import type { RoomParts } from '../room-parts.ts';
import { ViewPasswordForm } from '../view-password-form.tsx';
import { DoorPart, EmbedPart } from './door-part.tsx';
import { QrPart } from './qr-part.tsx';
import { invitationText, linkWithPassword, projectorLink } from './share-links.ts';
import type { Desk } from './use-desk.ts';
import { ViewersPart, VisitsPart } from './viewers-part.tsx';
import { WaitingPart } from './waiting-part.tsx';

export interface ShareInsideProps {
  readonly parts: RoomParts;
  readonly desk: Desk;
  /** Who else may read, which the room itself decides. */
  readonly children?: ComponentChildren;
}

/** Everything that goes to those who are invited, and who of them comes in. A password is shown once, after it was set. */
export function ShareInside({ parts, desk, children }: ShareInsideProps): JSX.Element | null {
  const t = deskText();
  const meter = parts.meter.meter.value;
  const facts = parts.live.facts.value;
  const code = meter?.shareCode;
  const { transcriptId } = parts;
  // Whoever types here without owning it decides who comes in, and nothing else.
  if (facts === null || meter === undefined || code == null)
    return <WaitingPart {...{ transcriptId, desk }} />;
  const link = `${location.origin}/r/${code}`;
  return (
    <>
      <WaitingPart {...{ transcriptId, desk }} />
      <Invite {...{ parts, link, code, title: facts.title, isSet: meter.viewPasswordSet }} />
      {children}
      <Part title={t.qr.title}>
        <QrPart {...{ link, code, title: facts.title }} />
      </Part>
      <Part title={t.door.title}>
        <DoorPart {...{ transcriptId, desk }} />
      </Part>
      <Part title={t.viewers.title}>
        <ViewersPart {...{ transcriptId, desk }} />
      </Part>
      <Part title={t.visits.title}>
        <VisitsPart transcriptId={transcriptId} />
      </Part>
      <Part title={t.embed.title}>
        <EmbedPart {...{ transcriptId, desk, link, title: facts.title }} />
      </Part>
    </>
  );
}

interface InviteProps {
  readonly parts: RoomParts;
  readonly link: string;
  readonly code: string;
  readonly title: string;
  readonly isSet: boolean;
}

function Invite({ parts, link, code, title, isSet }: InviteProps): JSX.Element {
  const t = deskText().invite;
  const password = freshPasswordOf(parts.transcriptId);
  return (
    <>
      <Line label={t.link} value={link} copy={t.copyLink} />
      <Line label={t.code} value={code} copy={t.copyCode} />
      {password !== null && <Line label={t.passwordNow} value={password} copy={t.copyPassword} />}
      {password === null && <p class="soft">{isSet ? t.passwordSet : t.passwordUnset}</p>}
      <div class="row">
        <CopyButton text={invitationText({ title, link, code, password })}>{t.copyAll}</CopyButton>
        <CopyButton text={projectorLink(link)}>{t.copyProjector}</CopyButton>
      </div>
      {password !== null && (
        <div class="stack-tight">
          <div class="row">
            <CopyButton text={linkWithPassword(link, password)}>{t.copyWithPassword}</CopyButton>
          </div>
          <p class="soft small">{t.withPasswordWarning}</p>
        </div>
      )}
      <ViewPasswordForm {...parts} isSet={isSet} />
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

/** A part of the panel that is looked at when it is wanted: what is in it is asked for then. */
function Part({
  title,
  children,
}: {
  readonly title: string;
  readonly children: ComponentChildren;
}): JSX.Element {
  const isOpen = useSignal(false);
  return (
    <details class="share-part" onToggle={(event) => (isOpen.value = event.currentTarget.open)}>
      <summary>{title}</summary>
      {isOpen.value && <div class="stack">{children}</div>}
    </details>
  );
}
