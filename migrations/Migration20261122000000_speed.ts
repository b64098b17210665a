import { Migration } from '@mikro-orm/migrations';

/** What the pages are read from: one row of card points for each member, and received comments in one index. */
export class Migration20261122000000_speed extends Migration {
  override up(): void {
    this.addSql(`
create view card_balances as
  select m.id as member_id,
    coalesce(sum(a.balance) filter (where a.kind = 'CARD_POINTS'), 0)::int as balance,
    coalesce(sum(-a.balance) filter (where a.kind = 'DEBT'), 0)::int as debt
  from members m left join accounts a on a.member_id = m.id and a.currency = 'CARD'
  group by m.id;

-- Without the owner's own comments it could not tell of them; with them it still tells of everybody else's.
drop index comments_received_index;
create index comments_received_index on comments (transcript_owner_id, created_at desc, id desc)
  where removed_at is null;
`);
  }
}
