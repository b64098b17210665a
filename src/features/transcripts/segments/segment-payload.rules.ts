import type { SegmentRow } from '../transcript-states.rules.ts';
import { positionOf } from './position.rules.ts';

/** What the log keeps of an event's segment. */
export type SegmentPayload = Readonly<Record<string, unknown>>;

/** A segment's words, and what belongs to them. */
export type SegmentWords = Pick<SegmentRow, 'speaker' | 'text' | 'endedMs' | 'revision' | 'createdAt'> & {
  /** Null while the database is still to say when it starts. */
  readonly startedMs: number | null;
};

/** What the log keeps of a segment that was added at the end: its own number is the event's, and its position by it. */
export const segmentPayload = ({
  speaker,
  text,
  startedMs,
  endedMs,
  revision,
  createdAt,
}: SegmentWords): SegmentPayload => ({
  ...{ speaker, text, startedMs, endedMs, revision },
  createdAt: createdAt.toISOString(),
});

/** What the log keeps of a segment after any other event. */
export const changePayload = (segment: SegmentRow): SegmentPayload => ({
  segmentSeq: segment.seq,
  ...(segment.position === positionOf(segment.seq) ? {} : { position: segment.position }),
  ...(segment.checkedAt ? { checkedAt: segment.checkedAt.toISOString() } : {}),
  ...segmentPayload(segment),
});

/** A segment as an event of this number made it. */
export function segmentFromPayload({ id, seq, payload }: Logged): LoggedSegment {
  const segmentSeq = Number(payload['segmentSeq'] ?? seq);
  const { position, checkedAt, createdAt } = payload;
  return {
    ...(payload as unknown as Pick<LoggedSegment, 'speaker' | 'text' | 'startedMs' | 'endedMs' | 'revision'>),
    id,
    seq: segmentSeq,
    position: typeof position === 'string' ? position : positionOf(segmentSeq),
    checkedAt: typeof checkedAt === 'string' ? new Date(checkedAt) : null,
    createdAt: new Date(String(createdAt)),
  };
}

interface Logged {
  readonly id: string;
  readonly seq: number;
  readonly payload: SegmentPayload;
}

/** What the log knows of a segment. */
export type LoggedSegment = Omit<SegmentRow, 'transcriptId' | 'authorId' | 'removedAt'>;
