/** What is known of a job, as far as it says where the job stands. */
export interface Standing {
  readonly runningSince: Date | null;
  readonly waitingCount: number;
  readonly retryingCount: number;
  readonly failedCount: number;
  readonly lastSucceeded: boolean | null;
}

/** Where a job stands, in one word: what is under way first, then what somebody should look at. */
export function standingOf(known: Standing): 'IDLE' | 'WAITING' | 'RUNNING' | 'RETRYING' | 'FAILED' {
  if (known.runningSince) return 'RUNNING';
  if (known.retryingCount > 0) return 'RETRYING';
  if (known.failedCount > 0 || known.lastSucceeded === false) return 'FAILED';
  return known.waitingCount > 0 ? 'WAITING' : 'IDLE';
}

/** When a job is due next: slots of a recurring one are counted from the epoch; orders say it themselves. */
export function nextRunOf(everyMs: number | null, dueAt: Date | null, now: Date): Date | null {
  if (dueAt || everyMs === null) return dueAt;
  return new Date(now.getTime() - (now.getTime() % everyMs) + everyMs);
}
