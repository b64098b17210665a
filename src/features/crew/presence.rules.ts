/** What somebody of the crew is doing. */
export const activities = {
  TYPING: 'TYPING',
  CORRECTING: 'CORRECTING',
  WATCHING: 'WATCHING',
  AWAY: 'AWAY',
} as const;
export type Activity = keyof typeof activities;

/** Who has not been heard of for so long is not here; clients say what they do every 20 seconds. */
export const presenceExpiresMs = 60_000;

/** What somebody was doing when they were last heard of. */
export interface Presence {
  readonly activity: Activity;
  /** The segment that they correct. */
  readonly segmentId: string | null;
  readonly seenAt: Date;
}

/** Somebody of the crew, here now. */
export interface PresentNow extends Presence {
  readonly memberId: string;
  readonly displayName: string;
}
