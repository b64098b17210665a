declare module './bus.ts' {
  interface BusMessages {
    /** Topic id: the member. Sockets opened with these sessions must close. */
    sessionsEnded: SessionsEnded;
  }
}

/** Sessions that are over: those named, or all of the member's but one. */
export type SessionsEnded = { readonly ended: readonly string[] } | { readonly allBut: string | null };

/** Whether this session is among the ended. */
export const isEnded = (message: SessionsEnded, sessionId: string): boolean =>
  'ended' in message ? message.ended.includes(sessionId) : message.allBut !== sessionId;
