import { requireOperator } from '../../platform/auth/actor.ts';
import type { Context } from '../../platform/context.ts';
import { row, sql } from '../../platform/database/sql.ts';
import { unitOfWork, type Unit } from '../../platform/database/unit-of-work.ts';
import { notFound } from '../../platform/errors/app-error.ts';
import { InvalidInput } from '../../platform/graphql/user-error.ts';
import { checkText } from '../../platform/text/text.rules.ts';
import { dayMs, later } from '../../platform/time/clock.ts';
import { daysAheadMax, noteMax, rulesWith, type WrittenFigure } from './draft.rules.ts';
import { contradictionsIn } from './programme-contradictions.rules.ts';
import { ProgrammeContradictory, ProgrammeMovedOn } from './programme.errors.ts';
import { newestVersion, versionRow, type VersionRow } from './programme.queries.ts';
import type { ProgrammeRules } from './programme.rules.ts';

export interface SaveProgramme {
  /** The newest version that the operator had before their eyes. */
  readonly basedOn: number;
  readonly figures: readonly WrittenFigure[];
  readonly note: string;
  /** When it comes into force; absent: at once. */
  readonly effectiveFrom?: Date | null;
}

/**
 * Saves the rules as a new version; nothing that was saved is ever changed. Of two operators who start from the same
 * version one wins. Throws FORBIDDEN, InvalidInput, ProgrammeContradictory, ProgrammeMovedOn.
 */
export async function saveProgramme(ctx: Context, input: SaveProgramme): Promise<VersionRow> {
  const staff = requireOperator(ctx);
  const note = checkText('note', input.note, {
    name: { zh: '说明', en: 'The note' },
    min: 1,
    max: noteMax,
  });
  const now = ctx.clock.now();
  const effectiveFrom = momentFor(input.effectiveFrom ?? now, now);
  return await unitOfWork(ctx, async (unit) => {
    await oneAfterTheOther(unit);
    const newest = await newestVersion(unit.em);
    if (newest.version !== input.basedOn) throw new ProgrammeMovedOn(newest.version);
    const rules = checkedRules(newest.rules, input.figures);
    const version = newest.version + 1;
    await row(
      unit.em,
      sql`insert into programme_versions (version, rules, note, effective_from, saved_at, saved_by)
        values (${version}, ${JSON.stringify(rules)}::jsonb, ${note}, ${effectiveFrom}, ${now}, ${staff.id})`,
    );
    unit.record('programmeChanged', { version, effectiveFrom: effectiveFrom.toISOString() });
    const saved = await versionRow(unit.em, version);
    if (!saved) throw notFound();
    return saved;
  });
}

/** The rules with what was written into them; throws InvalidInput, or ProgrammeContradictory with all its reasons. */
export function checkedRules(rules: ProgrammeRules, figures: readonly WrittenFigure[]): ProgrammeRules {
  const drafted = rulesWith(rules, figures);
  const contradictions = contradictionsIn(drafted);
  if (contradictions.length > 0) throw new ProgrammeContradictory(contradictions);
  return drafted;
}

/** Versions are numbered without a gap, so two savers never read the same newest one. */
async function oneAfterTheOther({ em }: Unit): Promise<void> {
  await row(em, sql`select pg_advisory_xact_lock(hashtext('programme-versions'))`);
}

/** A version never changes the past: what was decided under older rules stays decided. */
function momentFor(wanted: Date, now: Date): Date {
  if (wanted.getTime() > later(now, daysAheadMax * dayMs).getTime())
    throw new InvalidInput(
      'effectiveFrom',
      {
        zh: `生效时间最多可以提前 ${daysAheadMax} 天设定。`,
        en: `Rules can be set at most ${daysAheadMax} days ahead.`,
      },
      daysAheadMax,
    );
  if (wanted.getTime() < now.getTime() - 60_000)
    throw new InvalidInput('effectiveFrom', {
      zh: '生效时间不能早于现在。',
      en: 'Rules cannot come into force in the past.',
    });
  return wanted.getTime() < now.getTime() ? now : wanted;
}
