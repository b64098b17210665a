import './crew.css';

import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';

import {
  HandOverDocument,
  LeaveCrewDocument,
  RemoveFromCrewDocument,
  TakeLeadDocument,
} from '../../../api/generated/crew.ts';
import { request } from '../../../api/server.ts';
import { keysFor } from '../../../app/keymap.ts';
import type { LiveTranscript } from '../../../live/live-transcript.ts';
import { crewText } from '../../../text/crew.text.ts';
import { Button } from '../../../ui/button.tsx';
import { ConfirmDialog } from '../../../ui/dialog.tsx';
import { Skeleton } from '../../../ui/states.tsx';
import { useAction } from '../../../ui/use-action.ts';
import { BackChannel } from './back-channel.tsx';
import type { CrewPerson, CrewRoom } from './crew-room.ts';
import { InviteForm } from './invite-form.tsx';
import type { CrewHandle } from './use-crew.ts';

export interface CrewPanelProps {
  readonly transcriptId: string;
  readonly live: LiveTranscript;
  readonly crew: Pick<CrewHandle, 'room'>;
}

/** Who works here and what they do; the lead and its hand-over; what they write to each other. */
export function CrewPanel({ transcriptId, live, crew }: CrewPanelProps): JSX.Element {
  const t = crewText();
  const room = crew.room.value;
  if (room === null) return <Skeleton />;
  const people = room.people.value;
  if (live.connection.value.kind === 'ended') return <p role="status">{t.ended}</p>;
  const viewer = people.find(({ isViewer }) => isViewer);
  return (
    <div class="crew">
      <ul class="plain-list crew-people" aria-label={t.people}>
        {people.map((person) => (
          <Person key={person.memberId} {...{ person, viewer, room, transcriptId }} />
        ))}
      </ul>
      {viewer !== undefined && viewer.role !== 'ORGANISER' && !viewer.isLead && (
        <p class="soft small">{t.secondHint(keysFor('checkSegment'))}</p>
      )}
      {viewer?.role === 'OWNER' && <InviteForm transcriptId={transcriptId} onDone={room.reload} />}
      <BackChannel room={room} />
    </div>
  );
}

interface PersonProps {
  readonly person: CrewPerson;
  readonly viewer: CrewPerson | undefined;
  readonly room: CrewRoom;
  readonly transcriptId: string;
}

function Person(props: PersonProps): JSX.Element {
  const t = crewText();
  const { person, room } = props;
  const present = room.present.value.get(person.memberId);
  const doing = person.isViewer ? 'WATCHING' : (present?.activity ?? 'AWAY');
  return (
    <li class="crew-person">
      <div>
        <strong>{person.displayName}</strong>
        {person.isViewer && <span class="soft"> {t.you}</span>}
        <p class="row soft small">
          <span>{t.roles[person.role]}</span>
          {person.role !== 'ORGANISER' && (
            <span class={`chip${person.isLead ? ' live' : ''}`}>{person.isLead ? t.lead : t.second}</span>
          )}
          <span class={`crew-doing ${doing.toLowerCase()}`}>{t.doing[doing]}</span>
        </p>
      </div>
      <PersonActs {...props} />
    </li>
  );
}

/** What the viewer may do about somebody: take or give the lead, remove them, leave. */
function PersonActs({ person, viewer, room, transcriptId }: PersonProps): JSX.Element | null {
  const t = crewText();
  const { memberId } = person;
  const take = useAction(async () => {
    await request(TakeLeadDocument, { input: { transcriptId } });
    room.reload();
  });
  const give = useAction(async () => {
    await request(HandOverDocument, { input: { transcriptId, toMemberId: memberId } });
    room.reload();
  });
  if (viewer === undefined) return null;
  const mayGive = (viewer.isLead || viewer.role === 'OWNER') && !person.isViewer;
  const mayTake = person.isViewer && !person.isLead && person.role !== 'ORGANISER';
  const fault = take.fault.value ?? give.fault.value;
  return (
    <div class="row">
      {mayTake && (
        <Button look="primary" isBusy={take.isBusy.value} title={t.takeLeadHint} onClick={() => take.run()}>
          {t.takeLead}
        </Button>
      )}
      {mayGive && !person.isLead && person.role !== 'ORGANISER' && (
        <Button isBusy={give.isBusy.value} onClick={() => give.run()}>
          {t.handOver}
        </Button>
      )}
      {viewer.role === 'OWNER' && !person.isViewer && <Ending {...{ person, room, transcriptId }} />}
      {viewer.role !== 'OWNER' && person.isViewer && <Ending {...{ person, room, transcriptId }} />}
      {fault !== undefined && <p role="alert">{fault}</p>}
    </div>
  );
}

/** Removes somebody, or oneself, after a question. */
function Ending({ person, room, transcriptId }: Omit<PersonProps, 'viewer'>): JSX.Element {
  const t = crewText();
  const isAsking = useSignal(false);
  const { memberId, isViewer, displayName } = person;
  const end = useAction(async () => {
    if (isViewer) await request(LeaveCrewDocument, { input: { transcriptId } });
    else await request(RemoveFromCrewDocument, { input: { transcriptId, memberId } });
    isAsking.value = false;
    room.reload();
  });
  return (
    <>
      <Button look="quiet" onClick={() => (isAsking.value = true)}>
        {isViewer ? t.leave : t.remove}
        {!isViewer && <span class="visually-hidden"> {displayName}</span>}
      </Button>
      <ConfirmDialog
        isOpen={isAsking.value}
        title={isViewer ? t.leaveTitle : t.removeTitle(displayName)}
        action={isViewer ? t.leave : t.remove}
        isDangerous
        isBusy={end.isBusy.value}
        onConfirm={() => end.run()}
        onClose={() => (isAsking.value = false)}
      >
        <p>{isViewer ? t.leaveText : t.removeText}</p>
        {end.fault.value !== undefined && <p role="alert">{end.fault.value}</p>}
      </ConfirmDialog>
    </>
  );
}
