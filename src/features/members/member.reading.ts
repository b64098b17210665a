import type { Lookup } from '../../platform/reading/expressions.ts';
import { found } from '../../platform/reading/one.ts';
import { valueOf } from '../../platform/reading/statement.ts';
import { members, type MemberProfile } from './member.source.ts';
import { memberNames } from './members.queries.ts';

/** The viewer's own profile. */
export const meReads = found<MemberProfile>({
  source: members,
  where: (_args, { at, ctx }) =>
    ctx.actor.member ? at`@.id = ${valueOf(ctx.actor.member.id, 'uuid')}` : null,
});

/** Another number, as SQL, after every change of anybody's display name. */
export const namesVersion = '(select changes from member_name_changes)';

/** A member's display name by their id, for declared fields. */
export const memberName: Lookup<string, string | null> = {
  read: memberNames,
  sql: (at, key) => at`(select m.display_name from members m where m.id = ${key})`,
};
