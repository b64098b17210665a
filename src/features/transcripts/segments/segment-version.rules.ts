/** What an event can do to a segment. */
export const segmentActs = { ADDED: 'ADDED', REVISED: 'REVISED', REMOVED: 'REMOVED' } as const;
export type SegmentAct = keyof typeof segmentActs;

/** A segment as one of its events left it, as it is read. */
export interface VersionRow {
  readonly segmentId: string;
  readonly transcriptId: string;
  readonly seq: number;
  readonly act: SegmentAct;
  readonly speaker: string | null;
  readonly text: string;
  readonly isChecked: boolean;
  readonly memberId: string | null;
  readonly madeAt: Date;
}
