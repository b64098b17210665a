import type { EntityManager } from '@mikro-orm/postgresql';
import type { Context } from '../../platform/context.ts';
import { row, rows, sql } from '../../platform/database/sql.ts';
import {
  keysOf,
  pageFrom,
  pageRequest,
  type Page,
  type PageArgs,
} from '../../platform/graphql/connection.ts';
import { figuresOf, rulesFrom } from './figures.rules.ts';
import type { ProgrammeConfig, ProgrammeRules } from './programme.rules.ts';

/** A version as it is kept. */
export interface VersionRow extends ProgrammeConfig {
  readonly note: string;
  readonly savedAt: Date;
  readonly savedBy: string | null;
  /** The rules that it replaced; null for the first version. */
  readonly replaced: ProgrammeRules | null;
}

type Stored = Omit<VersionRow, 'rules' | 'replaced'> & {
  readonly rules: ProgrammeRules;
  readonly replaced: ProgrammeRules | null;
};

const columns = sql.raw(
  `v.version, v.rules, v.note, v.effective_from as "effectiveFrom", v.saved_at as "savedAt", v.saved_by as "savedBy",
   (select p.rules from programme_versions p where p.version = v.version - 1) as replaced`,
);

/**
 * The programme's rules as they are at this moment, by the clock that was passed in. A version takes the place of
 * all that were saved before it, from the moment that it names on.
 *
 * @example
 * const { rules } = await programmeConfig(ctx);
 * const price = (listFen * rules.tiers[tier].payBp) / 10_000;
 */
export async function programmeConfig(ctx: Pick<Context, 'em' | 'clock'>): Promise<ProgrammeConfig> {
  return await configOn(ctx.em, ctx.clock.now());
}

/** The rules as they were, or will be, at a moment; for acts inside a unit of work, with its own `em`. */
export async function configOn(em: EntityManager, moment: Date): Promise<ProgrammeConfig> {
  const found = await row(
    em,
    sql<ProgrammeConfig>`select version, rules, effective_from as "effectiveFrom" from programme_versions
      where effective_from <= ${moment} order by version desc limit 1`,
  );
  if (!found) throw new Error('The programme has no rules: its first version is missing.');
  return complete(found);
}

/** One version of the rules, in force or not; null when there is none. */
export async function programmeConfigAt(
  ctx: Pick<Context, 'em'>,
  version: number,
): Promise<ProgrammeConfig | null> {
  const found = await row(
    ctx.em,
    sql<ProgrammeConfig>`select version, rules, effective_from as "effectiveFrom" from programme_versions
      where version = ${version}`,
  );
  return found && complete(found);
}

/** The version that was saved last, whether it is in force yet or not. */
export async function newestVersion(em: EntityManager): Promise<ProgrammeConfig> {
  const found = await row(
    em,
    sql<ProgrammeConfig>`select version, rules, effective_from as "effectiveFrom" from programme_versions
      order by version desc limit 1`,
  );
  if (!found) throw new Error('The programme has no rules: its first version is missing.');
  return complete(found);
}

/** The versions, the newest first. */
export async function versions(ctx: Context, args: PageArgs): Promise<Page<VersionRow>> {
  const page = pageRequest(args);
  const [before] = page.cursor === null ? [null] : keysOf(page.cursor, ['number']);
  const found = await rows(
    ctx.em,
    sql<Stored>`select ${columns} from programme_versions v
      where ${before ?? null}::int is null or v.version < ${before ?? null}::int
      order by v.version desc limit ${page.size + 1}`,
  );
  return pageFrom(found.map(whole), page, {
    keys: ({ version }) => [version],
    count: async () =>
      (await row(ctx.em, sql<{ count: number }>`select count(*)::int as count from programme_versions`))
        ?.count ?? 0,
  });
}

/** One version with what it replaced. */
export async function versionRow(em: EntityManager, version: number): Promise<VersionRow | null> {
  const found = await row(
    em,
    sql<Stored>`select ${columns} from programme_versions v where v.version = ${version}`,
  );
  return found && whole(found);
}

/** What the house knows by now and an old version does not say yet is filled in with what a new house has. */
const complete = (config: ProgrammeConfig): ProgrammeConfig => ({ ...config, rules: fill(config.rules) });
const whole = (stored: Stored): VersionRow => ({
  ...stored,
  rules: fill(stored.rules),
  replaced: stored.replaced && fill(stored.replaced),
});
const fill = (rules: ProgrammeRules): ProgrammeRules => rulesFrom(figuresOf(rules));
