import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';

import { formatNumber } from '../../text/format.ts';
import { roomText } from '../../text/room.text.ts';
import { Button, LinkButton } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import type { Ended } from './end-session.tsx';
import type { WritingParts } from './room-parts.ts';
import { useVisibility, VisibilityConfirm } from './visibility-act.tsx';

interface EndSummaryProps extends WritingParts {
  readonly ended: Ended;
  readonly onClose: () => void;
}

/** What the session came to, and what is to become of its text. */
export function EndSummary({ ended, onClose, ...parts }: EndSummaryProps): JSX.Element {
  const t = roomText();
  const words = t.ending;
  const isAsking = useSignal(false);
  const visibility = useVisibility(parts);
  const facts = parts.live.facts.value;
  const balance = parts.meter.meter.value?.balance;
  const actions = (
    <>
      {facts?.visibility === 'PRIVATE' && facts.viewerIsOwner && (
        <Button onClick={() => (isAsking.value = true)}>{words.publish}</Button>
      )}
      <Button onClick={onClose}>
        {facts?.visibility === 'PRIVATE' && facts.viewerIsOwner ? words.keepPrivate : words.stay}
      </Button>
      <LinkButton href="/content">{words.content}</LinkButton>
      <LinkButton look="primary" href={`/t/${parts.transcriptId}`}>
        {words.read}
      </LinkButton>
    </>
  );
  return (
    <Dialog isOpen title={words.doneTitle} onClose={onClose} actions={actions}>
      <dl class="end-figures">
        <Figure label={words.minutes}>{words.minuteCount(ended.minutes)}</Figure>
        <Figure label={words.characters}>{formatNumber(ended.transcript.characterCount)}</Figure>
        <Figure label={words.points}>{t.points(ended.pointsSpent)}</Figure>
        {balance != null && <Figure label={words.balance}>{t.points(balance)}</Figure>}
      </dl>
      {ended.minutes === 0 && <p class="soft">{words.none}</p>}
      <VisibilityConfirm
        isOpen={isAsking.value}
        title={facts?.title ?? ''}
        visibility={visibility}
        onClose={() => (isAsking.value = false)}
      />
    </Dialog>
  );
}

function Figure({ label, children }: { readonly label: string; readonly children: string }): JSX.Element {
  return (
    <div>
      <dt class="soft small">{label}</dt>
      <dd class="tabular">{children}</dd>
    </div>
  );
}
