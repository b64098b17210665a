import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';

import { PageHeading } from '../../app/page-heading.tsx';
import { formatClock } from '../../text/format.ts';
import { readerText } from '../../text/reader.text.ts';
import { roomText } from '../../text/room.text.ts';
import { Button } from '../../ui/button.tsx';
import { ConnectionLamp } from '../../ui/connection.tsx';
import { nowMs } from '../../ui/network.ts';
import type { LiveTranscript } from '../../live/live-transcript.ts';
import type { CrewHandle } from './crew/use-crew.ts';
import { MeterLine, SharePanel, TitleForm } from './header-acts.tsx';
import type { RoomParts } from './room-parts.ts';

interface RoomHeaderProps extends RoomParts {
  readonly actions?: JSX.Element;
  /** Absent where nobody types. */
  readonly crew?: CrewHandle;
}

/** Title, status, clock, meter, and what is done with the room as a whole. */
export function RoomHeader({ actions, crew, ...parts }: RoomHeaderProps): JSX.Element | null {
  const t = roomText();
  const facts = parts.live.facts.value;
  if (facts === null) return null;
  return (
    <header class="room-header">
      {facts.viewerIsOwner ? <Title {...parts} title={facts.title} /> : <PageHeading title={facts.title} />}
      <div class="row small soft tabular room-facts">
        <span class={`chip${facts.status === 'LIVE' ? ' live' : ''}`}>
          {readerText().status[facts.status]}
        </span>
        <Clock {...parts} />
        <MeterLine {...parts} />
        <span class="chip">{t.visibility[facts.visibility]}</span>
        {crew !== undefined && <Together live={parts.live} crew={crew} />}
        <ConnectionLamp connection={parts.live.connection} />
      </div>
      <div class="row room-actions">
        {facts.viewerIsOwner && <SharePanel {...parts} />}
        {actions}
      </div>
    </header>
  );
}

/** Who has the lead, where several write; and how many read along. */
function Together({ live, crew }: { readonly live: LiveTranscript; readonly crew: CrewHandle }): JSX.Element {
  const t = readerText();
  const people = crew.room.value?.people.value ?? [];
  const lead = people.find(({ isLead }) => isLead);
  const areSeveral = people.filter(({ role }) => role !== 'ORGANISER').length > 1;
  const { value: readers } = live.audience;
  return (
    <>
      {areSeveral && lead !== undefined && <span class="chip">{t.lead(lead.displayName)}</span>}
      {readers !== null && <span>{t.audience(readers)}</span>}
    </>
  );
}

function Title({ transcriptId, title }: RoomParts & { readonly title: string }): JSX.Element {
  const isEditing = useSignal(false);
  if (isEditing.value)
    return <TitleForm {...{ transcriptId, title }} onClose={() => (isEditing.value = false)} />;
  return (
    <PageHeading title={title}>
      <Button look="quiet" onClick={() => (isEditing.value = true)}>
        {roomText().rename}
      </Button>
    </PageHeading>
  );
}

/** Time since it first went live; it stands still once it is over. */
function Clock({ live }: RoomParts): JSX.Element {
  const t = roomText();
  const facts = live.facts.value;
  if (facts?.startedAt == null) return <span>{t.clockOff}</span>;
  const until = facts.status === 'LIVE' || facts.endedAt === null ? nowMs.value : Date.parse(facts.endedAt);
  return (
    <span>
      {t.clock} {formatClock(Math.max(0, until - Date.parse(facts.startedAt)))}
    </span>
  );
}
