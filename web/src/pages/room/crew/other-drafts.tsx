import type { JSX } from 'preact';

import type { WritingParts } from '../room-parts.ts';

/** What the other writers are typing, a line for each: it changes many times a second, so not for a screen reader's ears. */
export function OtherDrafts({ live, crew }: Pick<WritingParts, 'live' | 'crew'>): JSX.Element | null {
  const own = crew.ownKey.value;
  // Until it is known which is one's own, none is shown: one's own line would stand there twice.
  if (own === undefined) return null;
  const others = live.drafts.value.filter(({ writerKey }) => writerKey !== own);
  return (
    <>
      {others.map(({ writerKey, writerName, speaker, text }) => (
        <p key={writerKey} class="draft-line segment-log" aria-hidden="true" dir="auto">
          <span class="soft small">{writerName} </span>
          {speaker !== null && <span class="speaker">{speaker} </span>}
          {text}
        </p>
      ))}
    </>
  );
}
