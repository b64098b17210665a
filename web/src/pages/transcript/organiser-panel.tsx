import type { JSX } from 'preact';

import type { LiveTranscript } from '../../live/live-transcript.ts';
import { crewText } from '../../text/crew.text.ts';
import { CrewPanel } from '../room/crew/crew-panel.tsx';
import { useCrew } from '../room/crew/use-crew.ts';

interface OrganiserPanelProps {
  readonly transcriptId: string;
  readonly live: LiveTranscript;
}

/** For whoever works on a transcript without typing: the crew beside the text. */
export function OrganiserPanel({ transcriptId, live }: OrganiserPanelProps): JSX.Element {
  const crew = useCrew(transcriptId, live, () => ({ activity: 'WATCHING', segmentId: null }));
  const unread = crew.unreadCount.value;
  return (
    <details>
      <summary>
        {crewText().people}
        {unread > 0 && <span class="badge">{unread}</span>}
      </summary>
      <CrewPanel {...{ transcriptId, live, crew }} />
    </details>
  );
}
