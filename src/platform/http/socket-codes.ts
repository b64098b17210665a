/** Close codes beyond those of the graphql-transport-ws protocol; documented in schema/realtime.md. */
export const closeCodes = {
  sessionEnded: 4403,
  tooManySockets: 4429,
  tooManyFrames: 4429,
  goingAway: 1001,
} as const;
