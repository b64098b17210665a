/** When actors last wrote on this node, in bounded memory; moments of this process's own steady clock. */
export class RecentWriters {
  readonly #max: number;
  /** In the order of the writing. */
  readonly #wroteAt = new Map<string, number>();
  /** Of those forgotten for lack of room, the last wrote then: from whom we know nothing may have written as late. */
  #forgottenUpTo = Number.NEGATIVE_INFINITY;

  constructor(max: number) {
    this.#max = max;
  }

  note(actorKey: string, atMs: number): void {
    this.#wroteAt.delete(actorKey);
    this.#wroteAt.set(actorKey, atMs);
    if (this.#wroteAt.size <= this.#max) return;
    const [oldest] = this.#wroteAt;
    if (!oldest) return;
    this.#wroteAt.delete(oldest[0]);
    this.#forgottenUpTo = oldest[1];
  }

  /** No write of theirs on this node is later than this. */
  lastWriteOf(actorKeys: readonly string[]): number {
    if (actorKeys.length === 0) return Number.NEGATIVE_INFINITY;
    return Math.max(...actorKeys.map((key) => this.#wroteAt.get(key) ?? this.#forgottenUpTo));
  }
}
