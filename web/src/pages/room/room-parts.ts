import type { Signal } from '@preact/signals';

import type { CommentShelf } from '../../comments/comment-shelf.ts';
import type { LiveTranscript } from '../../live/live-transcript.ts';
import type { Outbox } from '../../live/outbox.ts';
import type { Segment } from '../../live/segment-blocks.ts';
import type { RoomMeterSource } from './use-room-meter.ts';

/** What the line being typed offers to the rest of the room. */
export interface LineHandle {
  /** Makes a segment of what stands in the line; an empty line makes none. */
  readonly commit: () => void;
  /** Only ever on the writer's own act. */
  readonly focus: () => void;
}

/** A correction that is being written, so that it outlives a move of its segment in the page. */
export interface KeptCorrection {
  /** The segment as it was when the correction began: what the revision is made on. */
  readonly base: Pick<Segment, 'id' | 'revision' | 'text' | 'speaker'>;
  readonly text: string;
  readonly speaker: string;
}

/** What every tab of a room has. */
export interface RoomParts {
  readonly transcriptId: string;
  readonly live: LiveTranscript;
  readonly shelf: CommentShelf;
  readonly meter: RoomMeterSource;
}

/** What the tab that types has besides. */
export interface WritingParts extends RoomParts {
  readonly outbox: Outbox;
  /** The segments under correction, by id. */
  readonly correcting: Signal<ReadonlySet<string>>;
  /** The segments that were taken away here, by id; the feed may not have said so yet. */
  readonly removed: Signal<ReadonlySet<string>>;
  readonly corrections: Map<string, KeptCorrection>;
  readonly line: { current: LineHandle | null };
}
