/** One run of a job, as the job itself sees it. */
export interface JobTurn {
  /** Aborted when the house stops: a long job comes to an end then, and is taken up again by whoever runs next. */
  readonly signal: AbortSignal;
  /** Tells operators how far it is. */
  readonly progress: (done: number, total: number) => Promise<void>;
}
