/** Who may read a transcript besides its owner. */
export const visibilities = { PRIVATE: 'PRIVATE', PUBLIC: 'PUBLIC' } as const;
export type Visibility = keyof typeof visibilities;

/** Where a transcript is in its life. */
export const transcriptStatuses = { READY: 'READY', LIVE: 'LIVE', ENDED: 'ENDED' } as const;
export type TranscriptStatus = keyof typeof transcriptStatuses;

/** A transcript as it is read. */
export interface TranscriptRow {
  readonly id: string;
  readonly ownerId: string;
  /** Who types in it besides its owner, and who follows the work without typing. */
  readonly writerIds: readonly string[];
  readonly organiserIds: readonly string[];
  /** Who has the lead (主打); null: its owner. */
  readonly leadWriterId: string | null;
  readonly title: string;
  readonly visibility: Visibility;
  readonly status: TranscriptStatus;
  readonly shareCode: string;
  readonly viewPasswordHash: string | null;
  /** The number of its newest event. */
  readonly lastSeq: number;
  readonly segmentCount: number;
  readonly characterCount: number;
  readonly commentCount: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly startedAt: Date | null;
  readonly endedAt: Date | null;
  readonly deletedAt: Date | null;
  /** Until when invited viewers may read; null: no end. */
  readonly viewersUntil: Date | null;
  /** Viewers' grants of an older epoch are over. */
  readonly viewersEpoch: number;
}

/** A segment as it is read. */
export interface SegmentRow {
  readonly id: string;
  readonly transcriptId: string;
  /** The number of the event that brought it. */
  readonly seq: number;
  /** Segments stand in the order of their positions, compared as bytes. */
  readonly position: string;
  readonly speaker: string | null;
  readonly text: string;
  readonly startedMs: number;
  readonly endedMs: number | null;
  /** Counts its versions from 1. */
  readonly revision: number;
  /** When the second writer checked it; null until then. */
  readonly checkedAt: Date | null;
  readonly authorId: string;
  readonly createdAt: Date;
  readonly removedAt: Date | null;
}

/** A live session as it is read. */
export interface LiveSessionRow {
  readonly id: string;
  readonly transcriptId: string;
  readonly memberId: string;
  readonly startedAt: Date;
  /** From here the meter counts; null while nothing was committed. */
  readonly firstSegmentAt: Date | null;
  readonly lastActivityAt: Date;
  readonly endedAt: Date | null;
}
