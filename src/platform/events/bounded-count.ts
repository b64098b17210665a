/** Counts what is on its way, and says when there is no room for more. */
export class BoundedCount {
  readonly #max: number;
  #count = 0;

  constructor(max: number) {
    this.#max = max;
  }

  /** Counts this much in, or returns false when it does not fit; one thing alone always fits. */
  add(amount: number): boolean {
    if (this.#count > 0 && this.#count + amount > this.#max) return false;
    this.#count += amount;
    return true;
  }

  remove(amount: number): void {
    this.#count -= amount;
  }
}
