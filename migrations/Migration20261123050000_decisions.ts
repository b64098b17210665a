import { Migration } from '@mikro-orm/migrations';

/** Decisions about levels stand as they were made, and the invariant sees more of what cannot be. */
export class Migration20261123050000_decisions extends Migration {
  override up(): void {
    this.addSql(`
-- They go with their member, and in no other way.
create function refuse_change_of_tier_decisions() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    if not exists (select 1 from members where id = old.member_id) then return old; end if;
  end if;
  raise exception 'A decision about a level is never changed or deleted.';
end $$;
create trigger tier_decisions_stand before update or delete on tier_decisions
  for each row execute function refuse_change_of_tier_decisions();

-- I19: a member's tier is what was decided last, and each decision began where the one before it ended: with its
-- state and with its level, the first one with none.
create or replace view invariant_tier_as_decided as
  select t.member_id, t.decision_id from member_tiers t left join tier_decisions d on d.id = t.decision_id
  where d.id is null or d.member_id <> t.member_id or d.outcome <> t.state or d.tier_after <> t.tier
    or d.decided_at <> t.decided_at
  union all
  select member_id, id from (
    select member_id, id, inputs -> 'state' as began, tier_before, tier_after, decided_at,
      lag(outcome) over told as ended, lag(tier_after) over told as tier_ended, lead(id) over told as next_id
    from tier_decisions window told as (partition by member_id order by decided_at, id)) steps
  where (ended is not null and began <> ended) or tier_before <> coalesce(tier_ended, 'T0')
    or (next_id is null and not exists (select 1 from member_tiers t where t.decision_id = steps.id));
`);
  }
}
