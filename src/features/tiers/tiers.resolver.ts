import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Access } from '../../platform/graphql/access.ts';
import { notFound } from '../../platform/errors/app-error.ts';
import { PageArgs, type Page } from '../../platform/graphql/connection.ts';
import type { RequestContext } from '../../platform/graphql/request-context.ts';
import { resultUnion } from '../../platform/graphql/result-union.ts';
import { InvalidInput } from '../../platform/graphql/user-error.ts';
import { inLocale, type Locale } from '../../platform/text/text.ts';
import { dayOf } from '../../platform/time/programme-day.rules.ts';
import { Member } from '../members/index.ts';
import {
  checkedRules,
  levelsOf,
  newestVersion,
  privilegeNames,
  programmeConfig,
  programmeConfigAt,
  ProgrammeContradictory,
  ProgrammeMovedOn,
  tierName,
  waysTo,
  type ProgrammeRules,
  type TierCode,
} from '../programme/index.ts';
import { distanceToNext, frequencyBand, reviewAhead } from './distance.rules.ts';
import { explain } from './explanation.rules.ts';
import { previewMoves } from './preview.queries.ts';
import { standingOf, type MemberStanding } from './standing.queries.ts';
import { runs, type RunRow } from './tier-runs.queries.ts';
import { runTiers } from './tier-runs.service.ts';
import * as types from './tier.types.ts';
import { decisionsOf, type DecisionRow } from './tiers.queries.ts';

const RunTiersResult = resultUnion('RunTiersResult', types.RunTiersSuccess, []);
const PreviewProgrammeResult = resultUnion('PreviewProgrammeResult', types.PreviewProgrammeSuccess, [
  InvalidInput,
  ProgrammeContradictory,
  ProgrammeMovedOn,
]);

/** Levels for everybody to read, and runs over all members for operators. */
@Resolver()
export class TiersResolver {
  @Query(() => [types.TierLevel], {
    description: 'The levels of membership by the rules in force, the lowest first; at most five.',
  })
  @Access('anyone')
  async tierLevels(@Ctx() ctx: RequestContext): Promise<readonly types.TierLevel[]> {
    const { rules } = await programmeConfig(ctx);
    return levelsOf(rules).map((code) => levelIn(rules, code, ctx.locale));
  }

  @Query(() => [types.TierRun], {
    description: 'Staff: the last runs that decided about every member, the newest first; at most 20.',
  })
  @Access('operator')
  tierRuns(@Ctx() ctx: RequestContext): Promise<readonly RunRow[]> {
    return runs(ctx.em);
  }

  @Mutation(() => RunTiersResult, {
    description: 'Staff: decides about every member now, by the rules in force. It goes on by itself.',
  })
  @Access('operator')
  async runTiers(@Ctx() ctx: RequestContext): Promise<types.RunTiersSuccess> {
    return { run: await runTiers(ctx) };
  }

  @Query(() => PreviewProgrammeResult, {
    description: 'Staff: whom changed rules would move, by looking at every member. Nothing is saved.',
  })
  @Access('operator')
  async previewProgramme(
    @Arg('input', () => types.PreviewProgrammeInput) input: types.PreviewProgrammeInput,
    @Ctx() ctx: RequestContext,
  ): Promise<types.PreviewProgrammeSuccess> {
    const newest = await newestVersion(ctx.em);
    if (newest.version !== input.basedOn) throw new ProgrammeMovedOn(newest.version);
    const triedRules = checkedRules(newest.rules, input.figures);
    const { rules } = await programmeConfig(ctx);
    const asOf = dayOf(ctx.clock.now());
    const { total, moves } = await previewMoves(ctx.em, { rules, triedRules, asOf });
    return {
      total,
      moves: moves.map((move) => ({
        ...move,
        fromName: inLocale(tierName(rules, move.from), ctx.locale),
        toName: inLocale(tierName(triedRules, move.to), ctx.locale),
      })),
    };
  }
}

/** Your own level. */
@Resolver(() => Member)
export class MemberTierResolver {
  @FieldResolver(() => types.MemberTier, {
    description: 'Your level: what it is, why, and how far it is to the next.',
  })
  async tier(@Root() { id }: { readonly id: string }, @Ctx() ctx: RequestContext): Promise<types.MemberTier> {
    const standing = await standingOf(ctx, id);
    if (!standing) throw notFound();
    return memberTier(standing, ctx.locale);
  }
}

/** How a level came about. */
@Resolver(() => types.MemberTier)
export class MemberTierDecisionsResolver {
  @FieldResolver(() => types.TierDecisionConnection, {
    description: 'The decisions about it with their reasons, the newest first.',
  })
  decisions(
    @Root() { memberId }: types.MemberTier,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() ctx: RequestContext,
  ): Promise<Page<DecisionRow>> {
    return decisionsOf(ctx, memberId, args);
  }
}

/** A decision is explained by the rules that it was made by, not by those of today. */
@Resolver(() => types.TierDecision)
export class TierDecisionResolver {
  @FieldResolver(() => String, { description: 'Why, with the figures, in the reader’s language.' })
  async text(@Root() decision: DecisionRow, @Ctx() ctx: RequestContext): Promise<string> {
    const config = await programmeConfigAt(ctx, decision.configVersion);
    if (!config) throw notFound();
    const { rules, before, after, inputs, outcome } = decision;
    return inLocale(
      explain({ rules, before, after, facts: inputs.facts, state: outcome }, config.rules),
      ctx.locale,
    );
  }
}

function levelIn(rules: ProgrammeRules, code: TierCode, locale: Locale): types.TierLevel {
  const { payBp, timesBp, privileges } = rules.tiers[code];
  return {
    code,
    name: inLocale(tierName(rules, code), locale),
    payPercent: payBp / 100,
    pointsTimes: timesBp / 10_000,
    privileges: privileges.map((each) => inLocale(privilegeNames[each], locale)),
    asks: code === 'T0' ? inLocale(comesWithAccount, locale) : inLocale(waysTo(rules.tiers[code]), locale),
  };
}

const comesWithAccount = { zh: '注册即得。', en: 'Comes with an account.' };

function memberTier(standing: MemberStanding, locale: Locale): types.MemberTier {
  const { memberId, state, facts, rules, tier, asOf, since } = standing;
  const level = (code: TierCode): types.TierLevel => levelIn(rules, code, locale);
  const { next, ways } = distanceToNext(standing, rules);
  const granted = [state.fast, state.trial].filter((grant) => grant && grant.until > asOf);
  const lasting = granted.map((grant) => grant?.until ?? '').toSorted();
  return {
    ...{ memberId, since },
    level: level(tier),
    heldLevel: level(state.held),
    next: next && level(next),
    ways: ways.map(({ kind, have, need, text }) => ({ kind, have, need, text: inLocale(text, locale) })),
    reviewOn: reviewAhead(standing, rules, asOf),
    graceUntil: state.grace?.until ?? null,
    grantedUntil: tier === state.held ? null : (lasting.at(-1) ?? null),
    frequency: frequencyBand(facts.orders, rules),
    windowMonths: rules.qualifying.windowMonths,
    spendFen: facts.spendFen,
    orders: facts.orders,
  };
}
