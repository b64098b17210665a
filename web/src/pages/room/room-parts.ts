import type { Signal } from '@preact/signals';

import type { CommentShelf } from '../../comments/comment-shelf.ts';
import type { LiveTranscript } from '../../live/live-transcript.ts';
import type { CaretText } from '../../briefs/expander.ts';
import type { Outbox } from '../../live/outbox.ts';
import type { InlineDraft } from './briefs/inline-drafts.ts';
import type { RoomBriefs } from './briefs/room-briefs.ts';
import type { PanelId } from './panel-keys.tsx';
import type { Typing } from './line/typing-settings.ts';
import type { Speakers } from './speakers.tsx';
import type { CrewHandle } from './crew/use-crew.ts';
import type { RoomMeterSource } from './use-room-meter.ts';

/** What stands in the line, and what of it is selected. */
export interface LineReading extends CaretText {
  /** The other end of what is selected; the caret itself where nothing is. */
  readonly anchor: number;
}

/** What the line being typed offers to the rest of the room. */
export interface LineHandle {
  /** Makes a segment of what stands in the line; an empty line makes none. */
  readonly commit: () => void;
  /** Only ever on the writer's own act. */
  readonly focus: () => void;
  /** Null while an IME composes: what stands there is not the writer's yet. */
  readonly read: () => LineReading | null;
  /** Puts another text into the line, as one edit that one undo takes back; only ever on the writer's own act. */
  readonly put: (line: CaretText) => void;
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
  /** Who works here besides, and what they do. */
  readonly crew: CrewHandle;
  /** The segments under correction, by id. */
  readonly correcting: Signal<ReadonlySet<string>>;
  /** The segments that were taken away here, by id; the feed may not have said so yet. */
  readonly removed: Signal<ReadonlySet<string>>;
  readonly line: { current: LineHandle | null };
  /** Null until briefs are loaded; the line types without them. */
  readonly briefs: Signal<RoomBriefs | null>;
  /** The brief that is being made above the line. */
  readonly inlineBrief: Signal<InlineDraft | null>;
  /** The segment whose history is looked at. */
  readonly inspected: Signal<string | null>;
  readonly openPanel: (id: PanelId) => void;
  readonly typing: Typing;
  readonly speakers: Speakers;
  /** The speaker who is to be called something else in the whole text. */
  readonly renamed: Signal<string>;
  readonly renameSpeaker: (name: string) => void;
}
