import '../office.css';

import type { JSX } from 'preact';

import type { TranscriptStatus, Visibility } from '../../api/generated/types.ts';
import { sharingText } from '../../text/sharing.text.ts';

/** A lock or a globe beside its word: never the picture alone. */
export function VisibilityMark({ visibility }: { readonly visibility: Visibility }): JSX.Element {
  return (
    <span class="mark">
      <svg viewBox="0 0 16 16" aria-hidden="true">
        {visibility === 'PRIVATE' ? (
          <path d="M4.5 7V5a3.5 3.5 0 0 1 7 0v2M3.5 7h9v6.5h-9z" />
        ) : (
          <path d="M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2zm-6 6h12M8 2c-4 4-4 8 0 12 4-4 4-8 0-12z" />
        )}
      </svg>
      {sharingText().visibility[visibility]}
    </span>
  );
}

/** Where a transcript is in its life; a dot with a word while it is live. */
export function StatusMark({ status }: { readonly status: TranscriptStatus }): JSX.Element {
  const words = sharingText().status[status];
  if (status !== 'LIVE') return <span class="soft">{words}</span>;
  return (
    <span class="chip live">
      <span class="dot" aria-hidden="true" />
      {words}
    </span>
  );
}
