const minuteMs = 60_000;

/** The stretch of a session that the meter counts. */
export interface MeteredStretch {
  readonly firstSegmentAt: Date | null;
  /** The session's end, or the present moment while it runs. */
  readonly until: Date;
}

/**
 * How many minutes of a session have been started, from its first committed segment; none while it is empty.
 * A minute counts from its first moment (realtime.md, "The meter").
 */
export function startedMinutes({ firstSegmentAt, until }: MeteredStretch): number {
  if (!firstSegmentAt) return 0;
  return Math.max(1, Math.floor((until.getTime() - firstSegmentAt.getTime()) / minuteMs) + 1);
}

/** The minutes of a session by number, from 0. */
export const minuteNumbers = (count: number): readonly number[] =>
  Array.from({ length: count }, (_, minute) => minute);
