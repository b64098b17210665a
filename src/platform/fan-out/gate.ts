/** Stays shut while it is in doubt who may follow. */
export class Gate {
  readonly #look: () => Promise<void>;
  #announced = 0;
  #shut: Promise<void> | null = null;

  /** `look` finds out who may follow and sends the others away; it resolves only once it has. */
  constructor(look: () => Promise<void>) {
    this.#look = look;
  }

  /** Settles when it opens; null while it is open. */
  get shut(): Promise<void> | null {
    return this.#shut;
  }

  /** Who may follow may have changed. */
  doubt(): void {
    this.#announced += 1;
    this.#shut ??= this.#settle();
  }

  /** Resolves once there is no doubt. */
  async passed(): Promise<void> {
    while (this.#shut) await this.#shut;
  }

  /** An answer that nothing was announced about while it was on its way. */
  async certain<T>(ask: () => Promise<T>): Promise<T> {
    for (;;) {
      const announced = this.#announced;
      const answer = await ask();
      if (announced === this.#announced) return answer;
    }
  }

  async #settle(): Promise<void> {
    await this.certain(this.#look);
    this.#shut = null;
  }
}
