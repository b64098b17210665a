/**
 * The ledger as a few lines of arithmetic, in memory, one act after the other: what the real one must agree with. It
 * is written apart from the product and knows none of its code.
 */
export type Currency = 'CARD' | 'REWARD';

export interface ModelLot {
  readonly name: string;
  readonly currency: Currency;
  readonly kind: 'PAID' | 'GIFT' | 'EARNED';
  readonly initial: number;
  remaining: number;
  expired: number;
  isPending: boolean;
  readonly availableAt: number;
  readonly expiresAt: number | null;
}

interface Draw {
  readonly lot: ModelLot;
  readonly amount: number;
}

interface Hold {
  readonly currency: Currency;
  readonly draws: readonly Draw[];
  readonly points: number;
  used: number;
  isOver: boolean;
  readonly endsAt: number;
}

/** How far everything stands that a member can be asked about. */
export interface Standing {
  readonly card: { readonly balance: number; readonly debt: number };
  readonly reward: {
    readonly balance: number;
    readonly pending: number;
    readonly held: number;
    readonly debt: number;
  };
  /** What is left in each lot, in the order in which they came. */
  readonly lots: readonly number[];
}

const debtMax = 10;

export class ModelMember {
  readonly lots: ModelLot[] = [];
  readonly debt: Record<Currency, number> = { CARD: 0, REWARD: 0 };
  readonly spends = new Map<
    string,
    { readonly currency: Currency; readonly draws: readonly Draw[]; isBack: boolean }
  >();
  readonly holds = new Map<string, Hold>();
  readonly reversed = new Map<string, { readonly taken: number; readonly owed: number }>();
  #now = 0;

  /** The moment of an act: that of the clock, but never before the last movement. */
  at(clock: number): this {
    this.#now = Math.max(clock, this.#last);
    return this;
  }
  #last = 0;
  readonly #billed = new Map<string, number>();
  readonly #uses = new Set<string>();

  get moment(): number {
    return this.#now;
  }

  issue(
    lot: Pick<ModelLot, 'name' | 'currency' | 'kind' | 'initial' | 'expiresAt'> & {
      readonly pendingUntil?: number;
    },
  ): void {
    if (this.lots.some(({ name }) => name === lot.name)) return;
    const { pendingUntil, ...given } = lot;
    this.lots.push({
      ...given,
      remaining: lot.initial,
      expired: 0,
      isPending: pendingUntil !== undefined,
      availableAt: pendingUntil ?? this.#now,
    });
    this.#moved();
    this.#repay(lot.currency);
  }

  /** Bills the minutes of a session that were not billed before; a waived minute counts as billed. */
  charge(session: string, started: number): number {
    const minutes = Math.max(0, started - (this.#billed.get(session) ?? 0));
    this.#billed.set(session, Math.max(started, this.#billed.get(session) ?? 0));
    const drawn = this.#draw('CARD', Math.min(minutes, this.#spendable('CARD')));
    const fromLots = drawn.reduce((sum, { amount }) => sum + amount, 0);
    const owed = Math.min(minutes - fromLots, Math.max(0, debtMax - this.debt.CARD));
    this.debt.CARD += owed;
    if (fromLots + owed > 0) this.#moved();
    return fromLots + owed;
  }

  spend(name: string, currency: Currency, points: number): boolean {
    if (this.spends.has(name)) return true;
    if (this.#spendable(currency) < points) return false;
    this.spends.set(name, { currency, draws: this.#draw(currency, points), isBack: false });
    this.#moved();
    return true;
  }

  restore(name: string): number | null {
    const spent = this.spends.get(name);
    if (!spent) return null;
    const points = spent.draws.reduce((sum, { amount }) => sum + amount, 0);
    if (spent.isBack) return points;
    spent.isBack = true;
    this.#giveBack(spent.currency, spent.draws);
    this.#moved();
    this.#expire(spent.currency);
    this.#repay(spent.currency);
    return points;
  }

  reverse(name: string): { readonly taken: number; readonly owed: number } | null {
    const lot = this.lots.find((given) => given.name === name);
    if (!lot) return null;
    const before = this.reversed.get(name);
    if (before) return before;
    const isOver = lot.expiresAt !== null && lot.expiresAt <= this.#now;
    const taken = isOver ? 0 : lot.remaining;
    const owed = lot.kind === 'EARNED' ? lot.initial - lot.remaining - lot.expired : 0;
    if (taken + owed === 0) return { taken, owed };
    this.reversed.set(name, { taken, owed });
    lot.remaining -= taken;
    this.debt[lot.currency] += owed;
    this.#moved();
    this.#repay(lot.currency);
    return { taken, owed };
  }

  hold(name: string, asked: Pick<Hold, 'currency' | 'points'> & { readonly minutes: number }): boolean {
    const { currency, points, minutes } = asked;
    if (this.holds.has(name)) return true;
    if (this.#spendable(currency) < points) return false;
    const draws = this.#draw(currency, points);
    this.holds.set(name, {
      currency,
      draws,
      points,
      used: 0,
      isOver: false,
      endsAt: this.#now + minutes * 60_000,
    });
    this.#moved();
    return true;
  }

  use(name: string, part: string, points: number): boolean {
    const hold = this.holds.get(name);
    if (hold && this.#uses.has(part)) return true;
    if (!hold || hold.isOver || hold.points - hold.used < points || hold.endsAt <= this.#now) return false;
    hold.used += points;
    this.#uses.add(part);
    this.#moved();
    return true;
  }

  release(name: string): void {
    const hold = this.holds.get(name);
    if (!hold || hold.isOver || hold.used === hold.points) return;
    hold.isOver = true;
    let wanted = hold.points - hold.used;
    const back = hold.draws.toReversed().map(({ lot, amount }) => {
      const part = Math.min(amount, wanted);
      wanted -= part;
      return { lot, amount: part };
    });
    this.#giveBack(hold.currency, back);
    this.#moved();
    this.#expire(hold.currency);
    this.#repay(hold.currency);
  }

  /** What the job does; it goes by the clock where it looks for holds, and by the member's moment for lots. */
  settle(clock: number): void {
    for (const [name, hold] of this.holds) if (hold.endsAt <= clock) this.release(name);
    for (const currency of ['CARD', 'REWARD'] as const) {
      this.#expire(currency);
      for (const lot of this.#of(currency)) {
        if (!lot.isPending || lot.remaining === 0 || lot.availableAt > this.#now) continue;
        lot.isPending = false;
        this.#moved();
        this.#repay(currency);
      }
    }
  }

  standing(): Standing {
    const sum = (currency: Currency, isPending: boolean): number =>
      this.#of(currency)
        .filter((lot) => lot.isPending === isPending)
        .reduce((total, { remaining }) => total + remaining, 0);
    const held = [...this.holds.values()]
      .filter(({ currency, isOver }) => currency === 'REWARD' && !isOver)
      .reduce((total, { points, used }) => total + points - used, 0);
    return {
      card: { balance: sum('CARD', false), debt: this.debt.CARD },
      reward: { balance: sum('REWARD', false), pending: sum('REWARD', true), held, debt: this.debt.REWARD },
      lots: this.lots.map(({ remaining }) => remaining),
    };
  }

  #of(currency: Currency): readonly ModelLot[] {
    return this.lots.filter((lot) => lot.currency === currency);
  }

  #moved(): void {
    this.#last = this.#now;
  }

  #open(currency: Currency): readonly ModelLot[] {
    const isOpen = ({ remaining, isPending, availableAt, expiresAt }: ModelLot): boolean =>
      remaining > 0 &&
      !isPending &&
      availableAt <= this.#now &&
      (expiresAt === null || expiresAt > this.#now);
    return this.#of(currency)
      .filter(isOpen)
      .toSorted(
        (a, b) =>
          Number(a.kind === 'PAID') - Number(b.kind === 'PAID') ||
          (a.expiresAt ?? Infinity) - (b.expiresAt ?? Infinity) ||
          a.availableAt - b.availableAt ||
          this.lots.indexOf(a) - this.lots.indexOf(b) ||
          0,
      );
  }

  #spendable(currency: Currency): number {
    return this.#open(currency).reduce((sum, { remaining }) => sum + remaining, 0);
  }

  #draw(currency: Currency, points: number): readonly Draw[] {
    const draws: Draw[] = [];
    let wanted = points;
    for (const lot of this.#open(currency)) {
      const amount = Math.min(lot.remaining, wanted);
      if (amount === 0) break;
      lot.remaining -= amount;
      wanted -= amount;
      draws.push({ lot, amount });
    }
    return draws;
  }

  /** What would expire at once pays what is owed instead of going into its lot. */
  #giveBack(currency: Currency, back: readonly { readonly lot: ModelLot; readonly amount: number }[]): void {
    for (const { lot, amount } of back) {
      const isOver = lot.expiresAt !== null && lot.expiresAt <= this.#now;
      const pays = isOver ? Math.min(amount, this.debt[currency]) : 0;
      this.debt[currency] -= pays;
      lot.remaining += amount - pays;
    }
  }

  #expire(currency: Currency): void {
    for (const lot of this.#of(currency)) {
      if (lot.remaining === 0 || lot.expiresAt === null || lot.expiresAt > this.#now) continue;
      lot.expired += lot.remaining;
      lot.remaining = 0;
      this.#moved();
    }
  }

  #repay(currency: Currency): void {
    const points = Math.min(this.debt[currency], this.#spendable(currency));
    if (points === 0) return;
    this.#draw(currency, points);
    this.debt[currency] -= points;
    this.#moved();
  }
}
