import type { JSX } from 'preact';

import { CrewTranscriptsDocument } from '../../api/generated/crew.ts';
import { crewText } from '../../text/crew.text.ts';
import { LinkButton } from '../../ui/button.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { useQuery } from '../../ui/use-query.ts';
import { StatusMark } from './transcript-marks.tsx';

/** Other people's transcripts that one works on, the newest fifty; nothing while there are none. */
export function CrewTranscripts(): JSX.Element | null {
  const t = crewText();
  const { state } = useQuery(CrewTranscriptsDocument, { first: 50, after: null });
  const edges = state.value.result?.me?.crewTranscripts.edges ?? [];
  if (edges.length === 0) return null;
  return (
    <section class="stack" aria-labelledby="crew-transcripts">
      <h2 id="crew-transcripts">{t.listTitle}</h2>
      <ul class="plain-list transcript-list">
        {edges.map(({ node: { id, title, status, updatedAt, viewerCanWrite, owner } }) => (
          <li key={id}>
            <div>
              <a class="transcript-title" href={`/t/${id}`}>
                {title}
              </a>
              <p class="row soft small facts">
                <StatusMark status={status} />
                <span>{t.ownedBy(owner.displayName)}</span>
                <RelativeTime iso={updatedAt} />
              </p>
            </div>
            <LinkButton href={viewerCanWrite ? `/transcribe/${id}` : `/t/${id}`}>
              {viewerCanWrite ? t.openRoom : t.read}
            </LinkButton>
          </li>
        ))}
      </ul>
    </section>
  );
}
