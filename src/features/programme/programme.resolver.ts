import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Access } from '../../platform/graphql/access.ts';
import { PageArgs, type Page } from '../../platform/graphql/connection.ts';
import { batched, type RequestContext } from '../../platform/graphql/request-context.ts';
import { resultUnion } from '../../platform/graphql/result-union.ts';
import { InvalidInput } from '../../platform/graphql/user-error.ts';
import { inLocale } from '../../platform/text/text.ts';
import { MemberAccount, memberAccountsByIds } from '../members/index.ts';
import { presets } from './programme-presets.rules.ts';
import type { Contradiction } from './programme-contradictions.rules.ts';
import { ProgrammeContradiction, ProgrammeContradictory, ProgrammeMovedOn } from './programme.errors.ts';
import { newestVersion, programmeConfig, versions, type VersionRow } from './programme.queries.ts';
import type { ProgrammeConfig } from './programme.rules.ts';
import { saveProgramme } from './programme.service.ts';
import * as types from './programme.types.ts';
import { changesBetween, writeSentences, type Blank } from './sentence.rules.ts';

const SaveProgrammeResult = resultUnion('SaveProgrammeResult', types.SaveProgrammeSuccess, [
  InvalidInput,
  ProgrammeContradictory,
  ProgrammeMovedOn,
]);

/** The rules of the membership programme, for members to read and for operators to change. */
@Resolver(() => types.Programme)
export class ProgrammeResolver {
  @Query(() => types.Programme, {
    description:
      'The rules of the membership programme as they are now. Anybody may read them (M2.16, M3.5).',
  })
  @Access('anyone')
  programme(@Ctx() ctx: RequestContext): Promise<object> {
    return programmeConfig(ctx);
  }

  @Query(() => types.Programme, {
    description: 'Staff: the newest version of the rules, in force or not: what an editor starts from.',
  })
  @Access('operator')
  newestProgramme(@Ctx() ctx: RequestContext): Promise<object> {
    return newestVersion(ctx.em);
  }

  @Query(() => types.ProgrammeVersionConnection, {
    description: 'Staff: all versions of the rules, the newest first.',
  })
  @Access('operator')
  programmeVersions(
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() ctx: RequestContext,
  ): Promise<Page<VersionRow>> {
    return versions(ctx, args);
  }

  @Query(() => [types.ProgrammePreset], {
    description: 'Staff: sets of figures to fill in at once, where the programme’s sources differ.',
  })
  @Access('operator')
  programmePresets(@Ctx() { locale }: RequestContext): readonly types.ProgrammePreset[] {
    return presets.map(({ id, name, about, figures }) => ({
      id,
      name: inLocale(name, locale),
      about: inLocale(about, locale),
      figures: Object.entries(figures).map(([key, value]) => ({ key, value })),
    }));
  }

  @Mutation(() => SaveProgrammeResult, {
    description:
      'Staff: saves the rules as a new version, checked together; older versions stay as they are.',
  })
  @Access('operator')
  async saveProgramme(
    @Arg('input', () => types.SaveProgrammeInput) input: types.SaveProgrammeInput,
    @Ctx() ctx: RequestContext,
  ): Promise<types.SaveProgrammeSuccess> {
    return { version: await saveProgramme(ctx, input) };
  }

  @FieldResolver(() => [types.ProgrammeSection], {
    description: 'The rules as sentences with their figures, in the reader’s language.',
  })
  sections(
    @Root() { rules }: ProgrammeConfig,
    @Ctx() { locale }: RequestContext,
  ): readonly types.ProgrammeSection[] {
    return writeSentences(rules, locale).map((section) => ({
      ...section,
      rules: section.rules.map((rule) => ({
        ...rule,
        switch: rule.switch && figureOf(rule.switch),
        parts: rule.parts.map(({ words, blank }) => ({ words, figure: blank && figureOf(blank) })),
      })),
    }));
  }
}

const figureOf = ({ key, rule, label, written, shown, options }: Blank): types.RuleFigure => ({
  key,
  kind: rule.kind,
  label,
  value: written,
  shown,
  options,
});

/** What a version changed, and who saved it. */
@Resolver(() => types.ProgrammeVersion)
export class ProgrammeVersionResolver {
  @FieldResolver(() => [types.ProgrammeChange], {
    description: 'What it changed in the version before; nothing for the first.',
  })
  changes(
    @Root() { rules, replaced }: VersionRow,
    @Ctx() { locale }: RequestContext,
  ): readonly types.ProgrammeChange[] {
    return replaced ? changesBetween(replaced, rules, locale) : [];
  }

  @FieldResolver(() => Boolean, { description: 'Whether these are the rules at this moment.' })
  async isInForce(@Root() { version }: VersionRow, @Ctx() ctx: RequestContext): Promise<boolean> {
    return (await programmeConfig(ctx)).version === version;
  }

  @FieldResolver(() => MemberAccount, {
    nullable: true,
    description: 'Who saved it; null for the version that the house began with.',
  })
  savedBy(@Root() { savedBy }: VersionRow, @Ctx() ctx: RequestContext): Promise<MemberAccount | null> {
    return savedBy === null ? Promise.resolve(null) : batched(ctx, memberAccountsByIds, savedBy);
  }
}

/** Contradictions in the reader’s language. */
@Resolver(() => ProgrammeContradiction)
export class ProgrammeContradictionResolver {
  @FieldResolver(() => String, { description: 'Why they contradict each other, in the reader’s language.' })
  reason(@Root() { reason }: Contradiction, @Ctx() { locale }: RequestContext): string {
    return inLocale(reason, locale);
  }
}
