import type { CommentOutbox } from '../live/comment-outbox.ts';
import type { TranscriptFacts } from '../live/apply-event.ts';
import type { LiveTranscript } from '../live/live-transcript.ts';
import type { CommentShelf } from './comment-shelf.ts';
import type { HeldComments } from './held-comments.ts';
import type { Unread } from './unread.ts';

/** What every part of the conversation works with. */
export interface CommentParts {
  readonly live: LiveTranscript;
  readonly shelf: CommentShelf;
  readonly outbox: CommentOutbox;
  readonly held: HeldComments;
  readonly unread: Unread;
}

/** Whether the viewer may write comments now: closed ones are open to whoever may type into the transcript. */
export function canWriteComments(facts: TranscriptFacts | null): boolean {
  return facts?.viewerCanComment === true && (facts.commentMode !== 'CLOSED' || facts.viewerCanWrite);
}
