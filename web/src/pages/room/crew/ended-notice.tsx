import type { JSX } from 'preact';

import { crewText } from '../../../text/crew.text.ts';
import type { WritingParts } from '../room-parts.ts';

/** Why nothing comes and nothing is taken any more, as long as the page stands: it moves neither focus nor text. */
export function EndedNotice({ live, crew }: Pick<WritingParts, 'live' | 'crew'>): JSX.Element | null {
  const connection = live.connection.value;
  if (connection.kind !== 'ended') return null;
  const isOwner = live.facts.value?.viewerIsOwner === true;
  const isKnown = crew.room.value !== null && !isOwner;
  return (
    <p class="notice warn" role="alert">
      {isKnown ? crewText().ended : connection.message}
    </p>
  );
}
