import { Migration } from '@mikro-orm/migrations';

/**
 * The whole ledger: reward points beside card points, pending points, holds, restorations, expiry, the hash chain,
 * and every invariant of it as a view that must be empty.
 */
export class Migration20261123000000_ledger extends Migration {
  override up(): void {
    this.addSql(moments);
    this.addSql(tables);
    this.addSql(hashes);
    this.addSql(triggers);
    this.addSql(seal);
    this.addSql(readings);
    this.addSql(invariants);
  }
}

const moments = `
-- The ledger's clock is the database's, to the millisecond, so that a moment is the same after a way through
-- JavaScript. A function, so that a test can hold it still.
create function ledger_now() returns timestamptz language sql stable as $$
  select date_trunc('milliseconds', statement_timestamp())
$$;

-- The programme's days are those of Asia/Shanghai, whoever asks from where.
create function programme_day(moment timestamptz) returns date language sql stable parallel safe as $$
  select (moment at time zone 'Asia/Shanghai')::date
$$;
create function programme_day_begins(day date) returns timestamptz language sql stable parallel safe as $$
  select day::timestamp at time zone 'Asia/Shanghai'
$$;
`;

const tables = `
insert into accounts (id, kind, currency) values
  ('019d0000-0000-7000-8001-000000000004', 'EXPIRE', 'CARD'),
  ('019d0000-0000-7000-8001-000000000005', 'REFUND', 'CARD'),
  ('019d0000-0000-7000-8001-000000000006', 'ADJUST', 'CARD'),
  ('019d0000-0000-7000-8001-000000000007', 'REDEEM', 'CARD'),
  ('019d0000-0000-7000-8001-000000000011', 'ISSUE_EARN', 'REWARD'),
  ('019d0000-0000-7000-8001-000000000012', 'REDEEM', 'REWARD'),
  ('019d0000-0000-7000-8001-000000000013', 'EXPIRE', 'REWARD'),
  ('019d0000-0000-7000-8001-000000000014', 'CLAWBACK', 'REWARD'),
  ('019d0000-0000-7000-8001-000000000015', 'ADJUST', 'REWARD');

alter table accounts
  -- On a member's CARD_POINTS and REWARD_POINTS: the end of the chain of all entries about them in that currency.
  add column chain_length bigint not null default 0,
  add column chain_head bytea not null default '',
  -- I23: no movement of the member is dated before this.
  add column last_at timestamptz(3) null;

alter table ledger_transactions drop constraint ledger_transactions_kind_check;
alter table ledger_transactions add constraint ledger_transactions_kind_check check (kind in (
  'WELCOME_GIFT', 'GIFT', 'PURCHASE', 'TOP_UP_CARD', 'TRANSCRIPTION', 'DEBT_REPAID',
  'EARNED', 'AVAILABLE', 'SPENT', 'EXPIRED', 'REVERSED', 'RESTORED', 'ADJUSTED', 'HELD', 'USED', 'RELEASED'));
alter table ledger_transactions
  drop column previous_hash,
  -- What it takes back; unique, so nothing is taken back twice.
  add column reverses_id uuid null unique references ledger_transactions;

alter table ledger_entries
  add column place bigint null,
  add column previous_hash bytea null,
  add column hash bytea null;

alter table lots
  -- Not to be spent before its time: it counts in REWARD_POINTS_PENDING until a posting makes it available.
  add column is_pending boolean not null default false,
  add column hash bytea null;
create index lots_source_index on lots (source_transaction_id);
create index lots_expiring_index on lots (expires_at) where remaining > 0 and expires_at is not null;
create index lots_pending_index on lots (available_at) where is_pending;

alter table lot_consumptions add column hash bytea null;

-- Points that go back into the lot that they came out of.
create table lot_restorations (
  id bigint generated always as identity primary key,
  transaction_id uuid not null references ledger_transactions,
  consumption_id bigint not null references lot_consumptions,
  amount bigint not null check (amount > 0),
  hash bytea null,
  unique (transaction_id, consumption_id)
);
create index lot_restorations_consumption_index on lot_restorations (consumption_id);

-- A pending lot is made available once.
create table lot_releases (
  lot_id uuid primary key references lots,
  transaction_id uuid not null references ledger_transactions
);

-- Points set aside for what is under way: drawn from their lots into the HOLD account.
create table holds (
  id uuid primary key,
  member_id uuid not null references members,
  currency text not null check (currency in ('CARD', 'REWARD')),
  points bigint not null check (points > 0),
  transaction_id uuid not null unique references ledger_transactions,
  -- What is not used by then goes back by itself.
  ends_at timestamptz(3) not null
);
create index holds_member_index on holds (member_id);
create index holds_ends_index on holds (ends_at);
-- A part of a hold that was used or given back.
create table hold_slices (
  transaction_id uuid primary key references ledger_transactions,
  hold_id uuid not null references holds,
  points bigint not null check (points > 0),
  is_release boolean not null
);
create index hold_slices_hold_index on hold_slices (hold_id);
`;

const hashes = `
create function ledger_hash(previous bytea, contents text) returns bytea language sql stable parallel safe as $$
  select sha256(previous || convert_to(contents, 'UTF8'))
$$;

create function ledger_millis(moment timestamptz) returns bigint language sql stable parallel safe as $$
  select (extract(epoch from moment) * 1000)::bigint
$$;

create function ledger_transaction_text(t ledger_transactions) returns text language sql stable parallel safe as $$
  select jsonb_build_array(t.id, t.ordinal, t.actor, t.idempotency_key, encode(t.request_hash, 'hex'), t.kind,
    t.member_id, t.subject_id, t.reason, ledger_millis(t.created_at), t.reverses_id)::text
$$;

create function ledger_entry_text(e ledger_entries, transaction_hash bytea) returns text
language sql stable parallel safe as $$
  select jsonb_build_array(e.place, e.id, e.transaction_id, e.account_id, e.currency, e.amount, e.balance_after,
    encode(transaction_hash, 'hex'))::text
$$;

-- What is left in a lot, and whether it is pending, changes by rows that have hashes of their own.
create function ledger_lot_text(l lots) returns text language sql stable parallel safe as $$
  select jsonb_build_array(l.id, l.member_id, l.currency, l.kind, l.initial, ledger_millis(l.available_at),
    ledger_millis(l.expires_at), l.source_transaction_id)::text
$$;

create function ledger_consumption_text(c lot_consumptions) returns text language sql stable parallel safe as $$
  select jsonb_build_array(c.id, c.transaction_id, c.lot_id, c.amount)::text
$$;

create function ledger_restoration_text(r lot_restorations) returns text language sql stable parallel safe as $$
  select jsonb_build_array(r.id, r.transaction_id, r.consumption_id, r.amount)::text
$$;
`;

const triggers = `
create function ledger_transaction_gets_its_hash() returns trigger language plpgsql as $$
begin
  new.hash := ledger_hash('', ledger_transaction_text(new));
  return new;
end $$;
create trigger ledger_transactions_hash before insert on ledger_transactions
  for each row execute function ledger_transaction_gets_its_hash();

-- I2, I10: an entry moves its account and becomes the end of its member's chain in its currency. The chain's end
-- stands in an account that whoever posts has locked already. The house's accounts are not touched: they are on the
-- other side of everybody's postings, and a row that everybody writes would make everybody wait for everybody.
create or replace function ledger_entry_moves_its_account() returns trigger language plpgsql as $$
declare
  posted ledger_transactions;
  owner uuid;
  chain record;
begin
  select * into strict posted from ledger_transactions where id = new.transaction_id;
  select member_id, currency into strict owner, new.currency from accounts where id = new.account_id;
  if owner is null then
    new.balance_after := 0;
  elsif owner is distinct from posted.member_id then
    raise exception 'transaction % is about another member', posted.id using errcode = 'check_violation';
  else
    update accounts set balance = balance + new.amount, last_at = greatest(last_at, posted.created_at)
      where id = new.account_id returning balance into new.balance_after;
  end if;
  select id, chain_length, chain_head into chain from accounts
    where member_id = posted.member_id and currency = new.currency and kind in ('CARD_POINTS', 'REWARD_POINTS') for update;
  if chain.id is null then
    raise exception 'transaction % is about nobody who has points', posted.id using errcode = 'check_violation';
  end if;
  new.place := chain.chain_length + 1;
  new.previous_hash := chain.chain_head;
  new.hash := ledger_hash(chain.chain_head, ledger_entry_text(new, posted.hash));
  update accounts set chain_length = new.place, chain_head = new.hash where id = chain.id;
  return new;
end $$;

create function ledger_lot_gets_its_hash() returns trigger language plpgsql as $$
begin
  new.hash := ledger_hash((select hash from ledger_transactions where id = new.source_transaction_id), ledger_lot_text(new));
  return new;
end $$;
create trigger lots_hash before insert on lots for each row execute function ledger_lot_gets_its_hash();

create or replace function lot_consumption_draws_its_lot() returns trigger language plpgsql as $$
begin
  update lots set remaining = remaining - new.amount where id = new.lot_id;
  new.hash := ledger_hash((select hash from ledger_transactions where id = new.transaction_id), ledger_consumption_text(new));
  return new;
end $$;

-- I5: a restoration fills the lot of its consumption, and never with more than was taken out.
create function lot_restoration_fills_its_lot() returns trigger language plpgsql as $$
declare
  drawn lot_consumptions;
begin
  select * into strict drawn from lot_consumptions where id = new.consumption_id;
  update lots set remaining = remaining + new.amount where id = drawn.lot_id;
  if new.amount + (select coalesce(sum(amount), 0) from lot_restorations where consumption_id = drawn.id) > drawn.amount then
    raise exception 'more is restored than consumption % took', drawn.id using errcode = 'check_violation';
  end if;
  new.hash := ledger_hash((select hash from ledger_transactions where id = new.transaction_id), ledger_restoration_text(new));
  return new;
end $$;
create trigger lot_restorations_fill_lots before insert on lot_restorations
  for each row execute function lot_restoration_fills_its_lot();

create function lot_release_makes_its_lot_available() returns trigger language plpgsql as $$
begin
  update lots set is_pending = false where id = new.lot_id;
  return new;
end $$;
create trigger lot_releases_make_lots_available before insert on lot_releases
  for each row execute function lot_release_makes_its_lot_available();

-- I20: no more of a hold is used and given back than was held.
create function hold_slice_is_within_its_hold() returns trigger language plpgsql as $$
begin
  if new.points + (select coalesce(sum(points), 0) from hold_slices where hold_id = new.hold_id)
    > (select points from holds where id = new.hold_id) then
    raise exception 'more is taken out of hold % than was held', new.hold_id using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger hold_slices_within_holds before insert on hold_slices
  for each row execute function hold_slice_is_within_its_hold();

create trigger lot_restorations_append_only before update or delete or truncate on lot_restorations
  for each statement execute function ledger_is_append_only();
create trigger lot_releases_append_only before update or delete or truncate on lot_releases
  for each statement execute function ledger_is_append_only();
create trigger holds_append_only before update or delete or truncate on holds
  for each statement execute function ledger_is_append_only();
create trigger hold_slices_append_only before update or delete or truncate on hold_slices
  for each statement execute function ledger_is_append_only();
`;

/** Rows that were written before there were hashes, or loaded while the triggers slept. */
const seal = `
-- Gives hashes to rows that have none, and brings the ends of the chains up to them. It alters no row that has one.
-- For whoever loads rows with the triggers asleep; the guards refuse it while they are awake.
create function ledger_seal_unsealed() returns void language plpgsql as $$
declare
  entry ledger_entries;
  posted ledger_transactions;
  chain record;
begin
  update ledger_transactions t set hash = ledger_hash('', ledger_transaction_text(t)) where hash is null;
  update lots l set hash = ledger_hash(t.hash, ledger_lot_text(l)) from ledger_transactions t
    where t.id = l.source_transaction_id and l.hash is null;
  update lot_consumptions c set hash = ledger_hash(t.hash, ledger_consumption_text(c)) from ledger_transactions t
    where t.id = c.transaction_id and c.hash is null;
  for entry in select * from ledger_entries where hash is null order by id loop
    select * into strict posted from ledger_transactions where id = entry.transaction_id;
    select id, chain_length, chain_head into strict chain from accounts
      where member_id = posted.member_id and currency = entry.currency and kind in ('CARD_POINTS', 'REWARD_POINTS');
    entry.place := chain.chain_length + 1;
    entry.hash := ledger_hash(chain.chain_head, ledger_entry_text(entry, posted.hash));
    update ledger_entries set place = entry.place, previous_hash = chain.chain_head, hash = entry.hash where id = entry.id;
    update accounts set chain_length = entry.place, chain_head = entry.hash where id = chain.id;
  end loop;
  update accounts a set last_at = m.last_at
    from (select e.account_id, max(t.created_at) as last_at
      from ledger_entries e join ledger_transactions t on t.id = e.transaction_id group by 1) m
    where m.account_id = a.id and a.member_id is not null and a.last_at is distinct from m.last_at;
end $$;

alter table accounts disable trigger user;
alter table ledger_transactions disable trigger user;
alter table ledger_entries disable trigger user;
alter table lots disable trigger user;
alter table lot_consumptions disable trigger user;
select ledger_seal_unsealed();
update accounts set balance = 0 where member_id is null;
alter table accounts enable trigger user;
alter table ledger_transactions enable trigger user;
alter table ledger_entries enable trigger user;
alter table lots enable trigger user;
alter table lot_consumptions enable trigger user;

alter table accounts add constraint accounts_of_the_house_are_summed_when_asked check (member_id is not null or balance = 0);
`;

const readings = `
-- The house's side of everything.
create view house_balances as
  select a.kind, a.currency, coalesce(sum(e.amount), 0)::bigint as balance
  from accounts a left join ledger_entries e on e.account_id = a.id
  where a.member_id is null group by a.id, a.kind, a.currency;

create view reward_balances as
  select m.id as member_id,
    coalesce(sum(a.balance) filter (where a.kind = 'REWARD_POINTS'), 0)::int as balance,
    coalesce(sum(a.balance) filter (where a.kind = 'REWARD_POINTS_PENDING'), 0)::int as pending,
    coalesce(sum(a.balance) filter (where a.kind = 'HOLD'), 0)::int as held,
    coalesce(sum(-a.balance) filter (where a.kind = 'DEBT'), 0)::int as debt
  from members m left join accounts a on a.member_id = m.id and a.currency = 'REWARD'
  group by m.id;

create view open_holds as
  select h.id, h.member_id, h.currency, h.transaction_id, h.ends_at, h.points,
    coalesce(sum(s.points) filter (where not s.is_release), 0)::bigint as used,
    coalesce(sum(s.points) filter (where s.is_release), 0)::bigint as released,
    (h.points - coalesce(sum(s.points), 0))::bigint as open
  from holds h left join hold_slices s on s.hold_id = h.id
  group by h.id having h.points > coalesce(sum(s.points), 0);
`;

const invariants = `
drop view invariant_i2_account_is_its_entries;
create view invariant_i2_account_is_its_entries as
  select a.id, a.balance, coalesce(sum(e.amount), 0) as entries
  from accounts a left join ledger_entries e on e.account_id = a.id
  where a.member_id is not null
  group by a.id, a.balance having a.balance <> coalesce(sum(e.amount), 0);

drop view invariant_i3_balance_is_its_lots;
create view invariant_i3_balance_is_its_lots as
  select a.member_id, a.kind, a.balance, coalesce(l.remaining, 0) as lots
  from accounts a
  left join (select member_id, currency, is_pending, sum(remaining) as remaining from lots group by 1, 2, 3) l
    on l.member_id = a.member_id and l.currency = a.currency and l.is_pending = (a.kind = 'REWARD_POINTS_PENDING')
  where a.kind in ('CARD_POINTS', 'REWARD_POINTS', 'REWARD_POINTS_PENDING') and a.balance <> coalesce(l.remaining, 0);

drop view invariant_i5_lots_are_their_consumptions;
create view invariant_i5_lots_are_their_consumptions as
  select l.id, l.initial - l.remaining as drawn, coalesce(c.amount, 0) as consumed, coalesce(r.amount, 0) as restored
  from lots l
  left join (select lot_id, sum(amount) as amount from lot_consumptions group by 1) c on c.lot_id = l.id
  left join (select c.lot_id, sum(r.amount) as amount
    from lot_restorations r join lot_consumptions c on c.id = r.consumption_id group by 1) r on r.lot_id = l.id
  where l.initial - l.remaining <> coalesce(c.amount, 0) - coalesce(r.amount, 0);

create view invariant_i9_history_is_guarded as
  select guarded.name as table_name
  from unnest(array['ledger_transactions', 'ledger_entries', 'lot_consumptions', 'lot_restorations', 'lot_releases',
    'billed_minutes', 'holds', 'hold_slices']) as guarded (name)
  where not exists (
    select 1 from pg_trigger g join pg_proc p on p.oid = g.tgfoid
    where g.tgrelid = to_regclass(guarded.name) and p.proname = 'ledger_is_append_only' and g.tgenabled in ('O', 'A'));

-- I10: every row stands as it was posted, and every entry stands behind the one that it was posted behind.
create view invariant_i10_chain_of_entries as
  with chained as (
    select e.id, e.place, e.hash, e.previous_hash, t.member_id, e.currency, t.id as transaction_id,
      ledger_hash(e.previous_hash, ledger_entry_text(e, t.hash)) as recomputed,
      lag(e.place, 1, 0::bigint) over chain as place_before, lag(e.hash, 1, ''::bytea) over chain as hash_before
    from ledger_entries e join ledger_transactions t on t.id = e.transaction_id
    window chain as (partition by t.member_id, e.currency order by e.place, e.id)
  )
  select 'entry' as what, id::text as id, place, transaction_id,
    case
      when hash is distinct from recomputed then 'it was changed, moved or made up'
      when place is distinct from place_before + 1 then 'what stood before it is gone, or stands elsewhere'
      else 'it does not follow what stands before it'
    end as finding
  from chained
  where hash is distinct from recomputed or place is distinct from place_before + 1
    or previous_hash is distinct from hash_before
  union all
  select 'chain of ' || a.currency || ' of member ' || a.member_id, a.id::text, a.chain_length, null,
    'it ends elsewhere: its newest entries are gone or made up'
  from accounts a
  left join (
    select distinct on (member_id, currency) member_id, currency, place, hash from chained
    order by member_id, currency, place desc, id desc
  ) newest on newest.member_id = a.member_id and newest.currency = a.currency
  where a.kind in ('CARD_POINTS', 'REWARD_POINTS')
    and (a.chain_length <> coalesce(newest.place, 0) or a.chain_head <> coalesce(newest.hash, ''::bytea));

create view invariant_i10_rows_as_posted as
  select 'transaction' as what, t.id::text as id, 'it was changed or made up' as finding from ledger_transactions t
  where t.hash is distinct from ledger_hash('', ledger_transaction_text(t))
  union all
  select 'transaction', t.id::text, 'it has no entries' from ledger_transactions t
  where not exists (select 1 from ledger_entries e where e.transaction_id = t.id)
  union all
  select 'lot', l.id::text, 'it was changed or made up' from lots l join ledger_transactions t on t.id = l.source_transaction_id
  where l.hash is distinct from ledger_hash(t.hash, ledger_lot_text(l))
  union all
  select 'consumption', c.id::text, 'it was changed or made up'
  from lot_consumptions c join ledger_transactions t on t.id = c.transaction_id
  where c.hash is distinct from ledger_hash(t.hash, ledger_consumption_text(c))
  union all
  select 'restoration', r.id::text, 'it was changed or made up'
  from lot_restorations r join ledger_transactions t on t.id = r.transaction_id
  where r.hash is distinct from ledger_hash(t.hash, ledger_restoration_text(r));

drop view invariant_i11_no_lot_drawn_outside_its_time;
create view invariant_i11_no_lot_drawn_outside_its_time as
  select c.id, c.lot_id, t.kind, t.created_at, l.available_at, l.expires_at
  from lot_consumptions c join ledger_transactions t on t.id = c.transaction_id join lots l on l.id = c.lot_id
  where case t.kind
    when 'EXPIRED' then l.expires_at is null or t.created_at < l.expires_at
    -- What was given may be taken back before it was to be had.
    when 'REVERSED' then t.created_at >= l.expires_at
    else t.created_at >= l.expires_at or t.created_at < l.available_at
  end;

create view invariant_i12_a_lot_expires_once as
  select c.lot_id, count(*) as expiries
  from lot_consumptions c join ledger_transactions t on t.id = c.transaction_id and t.kind = 'EXPIRED'
  group by c.lot_id
  -- What comes back into an expired lot expires at once.
  having count(*) > 1 + (select count(*) from lot_restorations r join lot_consumptions d on d.id = r.consumption_id
    where d.lot_id = c.lot_id);

create view invariant_i13_no_more_is_taken_back_than_was_given as
  select back.id, back.kind, back.reverses_id
  from ledger_transactions back
  where back.kind = 'REVERSED' and back.reverses_id is not null
    and (select sum(e.amount) from ledger_entries e join accounts a on a.id = e.account_id
      where e.transaction_id = back.id and a.member_id is null)
      > (select coalesce(sum(l.initial), 0) from lots l where l.source_transaction_id = back.reverses_id)
  union all
  select back.id, back.kind, back.reverses_id
  from ledger_transactions back
  where back.kind = 'RESTORED'
    and (select coalesce(sum(r.amount), 0) from lot_restorations r where r.transaction_id = back.id)
      > (select coalesce(sum(c.amount), 0) from lot_consumptions c where c.transaction_id = back.reverses_id);

create view invariant_i20_holds_add_up as
  select a.member_id, a.currency, a.balance as held, coalesce(sum(o.open), 0) as open
  from accounts a left join open_holds o on o.member_id = a.member_id and o.currency = a.currency
  where a.kind = 'HOLD' group by a.id having a.balance <> coalesce(sum(o.open), 0)
  union all
  select h.member_id, h.currency, h.points, sum(s.points) from holds h join hold_slices s on s.hold_id = h.id
  group by h.id having sum(s.points) > h.points;

create view invariant_i20_no_hold_outlives_its_end as
  select id, member_id, ends_at, open from open_holds where ends_at < ledger_now() - interval '60 seconds';

-- I21: delivered news is kept for seven days. It begins with the first posting that has its news beside it.
create view invariant_i21_every_movement_is_told as
  with told as (
    select (payload ->> 'transactionId')::uuid as transaction_id, delivered_at, created_at
    from outbox_messages where kind = 'pointsMoved'
  )
  select t.id as transaction_id, 'it has no news' as finding
  from ledger_transactions t
  where t.ordinal >= (
      select min(f.ordinal) from ledger_transactions f join told on told.transaction_id = f.id)
    and t.created_at > now() - interval '6 days'
    and not exists (select 1 from told where told.transaction_id = t.id)
  union all
  select transaction_id, 'its news is older than an hour and undelivered' from told
  where delivered_at is null and created_at < now() - interval '1 hour';

create view invariant_i23_time_goes_forward as
  select member_id, currency, id, place from (
    select t.member_id, e.currency, e.id, e.place, e.id < lag(e.id) over chain as id_back,
      t.ordinal < lag(t.ordinal) over chain as ordinal_back, t.created_at < lag(t.created_at) over chain as time_back
    from ledger_entries e join ledger_transactions t on t.id = e.transaction_id
    window chain as (partition by t.member_id, e.currency order by e.place)
  ) as ordered where id_back or ordinal_back or time_back;
`;
