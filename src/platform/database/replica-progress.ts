/** Where the primary's log stood at a moment of this process's own steady clock. */
interface Mark {
  readonly atMs: number;
  readonly position: number;
}

/**
 * How complete replicas are, without any clock but our own: the primary's position in its log is noted again and
 * again, and a replica that has replayed up to a noted position holds everything committed before that moment.
 */
export class ReplicaProgress {
  readonly #keptMs: number;
  #marks: readonly Mark[] = [];

  /** Marks older than this tell of a replica that is too far behind anyway. */
  constructor(keptMs: number) {
    this.#keptMs = keptMs;
  }

  /** Notes the primary's position; the moment must lie before the question was sent. */
  note(atMs: number, position: number): void {
    this.#marks = [...this.#marks.filter((mark) => mark.atMs >= atMs - this.#keptMs), { atMs, position }];
  }

  /** The moment up to which everything committed is in a replica that has replayed this far; null: unknown. */
  completeUpTo(replayed: number): number | null {
    return this.#marks.findLast(({ position }) => position <= replayed)?.atMs ?? null;
  }
}
