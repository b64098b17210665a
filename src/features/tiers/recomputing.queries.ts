import type { Context } from '../../platform/context.ts';
import { programmeConfigAt, type ProgrammeRules } from '../programme/index.ts';
import { evaluateTier, type TierState } from './tier.rules.ts';
import { decisionsAfter, type DecisionRow } from './tiers.queries.ts';

/** A decision that would be another one if it were made again. */
export interface Difference {
  readonly decisionId: string;
  readonly memberId: string;
  readonly stored: string;
  readonly recomputed: string;
}

export interface Recomputed {
  readonly decisions: number;
  readonly differences: readonly Difference[];
}

const batch = 2_000;

/** Makes every stored decision again, of its own inputs and the rules of its version (I19); there may be no difference. */
export async function recomputeDecisions(
  ctx: Pick<Context, 'em'>,
  onProgress: (decisions: number) => void = () => undefined,
): Promise<Recomputed> {
  const rulesOf = versionedRules(ctx);
  const differences: Difference[] = [];
  let decisions = 0;
  for (let after: string | null = null; ;) {
    const stored = await decisionsAfter(ctx.em, { after, limit: batch });
    for (const decision of stored) {
      const difference = differenceIn(decision, await rulesOf(decision.configVersion));
      if (difference) differences.push(difference);
    }
    decisions += stored.length;
    onProgress(decisions);
    after = stored.at(-1)?.id ?? null;
    if (stored.length < batch) return { decisions, differences };
  }
}

/** Each version is read once. */
function versionedRules(ctx: Pick<Context, 'em'>): (version: number) => Promise<ProgrammeRules> {
  const known = new Map<number, ProgrammeRules>();
  return async (version) => {
    const rules = known.get(version) ?? (await programmeConfigAt(ctx, version))?.rules;
    if (!rules) throw new Error(`The rules of version ${version} are not there.`);
    known.set(version, rules);
    return rules;
  };
}

function differenceIn(decision: DecisionRow, rules: ProgrammeRules): Difference | null {
  const again = evaluateTier(decision.inputs, rules, decision.asOf);
  const stored = told({ tier: decision.after, rules: decision.rules, state: decision.outcome });
  const recomputed = told(again);
  if (stored === recomputed) return null;
  return { decisionId: decision.id, memberId: decision.memberId, stored, recomputed };
}

interface Told {
  readonly tier: string;
  readonly rules: readonly string[];
  readonly state: TierState;
}

/** In one order of names, since the database keeps its own. */
function told({ tier, rules, state }: Told): string {
  const { held, reviewedOn, grace, activity, fast, trial } = state;
  return JSON.stringify([
    ...[tier, rules, held, reviewedOn],
    grace && [grace.until, grace.reviewOn],
    activity && [activity.year, activity.tier],
    fast && [fast.tier, fast.until, fast.isOver],
    trial && [trial.tier, trial.until],
  ]);
}
