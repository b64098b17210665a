import type { EntityManager } from '@mikro-orm/postgresql';
import type { Day } from '../../platform/time/programme-day.rules.ts';
import type { ProgrammeRules } from '../programme/index.ts';
import { moveOf, type Move } from './preview.rules.ts';
import { factsOf } from './tier-facts.queries.ts';
import { memberIdsAfter } from './tiers.queries.ts';

export interface Preview {
  readonly total: number;
  readonly moves: readonly (Move & { readonly count: number })[];
}

const batch = 2_000;

/** Whom other rules would move, by looking at everybody; nothing is written. Those who gain come first. */
export async function previewMoves(
  em: EntityManager,
  {
    rules,
    triedRules,
    asOf,
  }: { readonly rules: ProgrammeRules; readonly triedRules: ProgrammeRules; readonly asOf: Day },
): Promise<Preview> {
  const counts = new Map<string, Move & { readonly count: number }>();
  let total = 0;
  for (let after: string | null = null; ;) {
    const memberIds = await memberIdsAfter(em, { after, limit: batch });
    const now = await factsOf(em, { memberIds, rules, asOf });
    const tried = hasSameWindows(rules, triedRules)
      ? now
      : await factsOf(em, { memberIds, rules: triedRules, asOf });
    for (const [i, before] of now.entries()) {
      const other = tried[i];
      if (other?.memberId !== before.memberId)
        throw new Error('The same members were read in another order.');
      const move = moveOf({ now: before.inputs, tried: other.inputs, rules, triedRules, asOf });
      if (move) count(counts, move);
    }
    total += memberIds.length;
    after = memberIds.at(-1) ?? null;
    if (memberIds.length < batch) break;
  }
  return {
    total,
    moves: [...counts.values()].toSorted((a, b) => b.to.localeCompare(a.to) || a.from.localeCompare(b.from)),
  };
}

/** Whether the same days count by both; then the facts are the same, too. */
const hasSameWindows = (a: ProgrammeRules, b: ProgrammeRules): boolean =>
  a.qualifying.windowMonths === b.qualifying.windowMonths &&
  a.fastTrack.one.days === b.fastTrack.one.days &&
  a.fastTrack.two.days === b.fastTrack.two.days;

function count(counts: Map<string, Move & { readonly count: number }>, move: Move): void {
  const key = `${move.from}>${move.to}>${move.isAtOnce}`;
  counts.set(key, { ...move, count: (counts.get(key)?.count ?? 0) + 1 });
}
