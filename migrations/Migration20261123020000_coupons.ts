import { Migration } from '@mikro-orm/migrations';

/** Coupons with their types and their moves, the arithmetic of an order's price, and refunds. */
export class Migration20261123020000_coupons extends Migration {
  override up(): void {
    this.addSql(types);
    this.addSql(coupons);
    this.addSql(orders);
    this.addSql(invariants);
  }
}

const types = `
create table coupon_types (
  id uuid primary key,
  name text not null,
  kind text not null check (kind in ('FULL_REDUCTION', 'DISCOUNT', 'NO_THRESHOLD', 'OFFSET', 'FEE_WAIVER', 'BIRTHDAY', 'PACK')),
  amount_fen int null check (amount_fen > 0),
  -- What is still to be paid, of 10000: 8500 is 8.5折.
  pay_basis_points int null check (pay_basis_points between 1 and 9999),
  max_off_fen int null check (max_off_fen > 0),
  minutes int null check (minutes > 0),
  min_spend_fen int not null check (min_spend_fen >= 0),
  -- Plans that it may be used for; none named: all.
  plan_ids uuid[] not null,
  is_first_order_only boolean not null,
  -- Days of Asia/Shanghai, the last one included.
  valid_from date null,
  valid_until date null,
  days_valid int null check (days_valid > 0),
  stacks_with_tier boolean not null,
  stacks_with_campaign boolean not null,
  stacks_with_points boolean not null,
  is_on_registration boolean not null,
  on_spend_fen int null check (on_spend_fen > 0),
  is_claimable boolean not null,
  claim_code text null unique,
  points_cost int null check (points_cost > 0),
  is_restored_on_refund boolean not null,
  cap_total int null,
  issue_cap int null,
  cap_per_member int not null check (cap_per_member > 0),
  issued_count int not null default 0 check (issued_count >= 0),
  -- Reserved or redeemed: each counts against cap_total from the order on.
  taken_count int not null default 0 check (taken_count >= 0),
  is_active boolean not null,
  created_by uuid not null references members,
  created_at timestamptz(3) not null,
  -- I14: the bound stands in the row that every use has to change.
  constraint coupon_types_cap_total check (taken_count <= cap_total),
  constraint coupon_types_issue_cap check (issued_count <= issue_cap),
  constraint coupon_types_end check (kind = 'BIRTHDAY' or valid_until is not null or days_valid is not null),
  constraint coupon_types_benefit check (case kind
    when 'FULL_REDUCTION' then amount_fen is not null and pay_basis_points is null and minutes is null and min_spend_fen > 0
    when 'DISCOUNT' then pay_basis_points is not null and amount_fen is null and minutes is null
    when 'NO_THRESHOLD' then amount_fen is not null and pay_basis_points is null and minutes is null and min_spend_fen = 0
    when 'OFFSET' then amount_fen is not null and pay_basis_points is null and minutes is null and points_cost is not null
    when 'FEE_WAIVER' then minutes is not null and amount_fen is null and pay_basis_points is null
    when 'BIRTHDAY' then num_nonnulls(amount_fen, pay_basis_points) = 1 and minutes is null
    else num_nonnulls(amount_fen, pay_basis_points, minutes) = 0 end)
);
create index coupon_types_created_index on coupon_types (created_at desc, id desc);

-- What a pack (券包) holds.
create table coupon_pack_parts (
  pack_id uuid not null references coupon_types,
  type_id uuid not null references coupon_types,
  count int not null check (count between 1 and 20),
  primary key (pack_id, type_id),
  check (pack_id <> type_id)
);
`;

const coupons = `
create table coupons (
  id uuid primary key,
  type_id uuid not null references coupon_types,
  member_id uuid not null references members,
  -- The member's first, second … of this type (I14).
  ordinal int not null check (ordinal > 0),
  state text not null check (state in ('ISSUED', 'RESERVED', 'REDEEMED', 'RELEASED', 'VOID')),
  source text not null check (source in ('REGISTRATION', 'SPEND', 'CLAIM', 'CODE', 'STAFF', 'POINTS', 'PACK', 'BIRTHDAY', 'CAMPAIGN', 'REFERRAL')),
  -- What it was issued for, such as an order: the same occasion issues once.
  occasion text not null,
  valid_from timestamptz(3) not null,
  valid_until timestamptz(3) not null,
  order_id uuid null,
  issued_at timestamptz(3) not null,
  changed_at timestamptz(3) not null,
  unique (type_id, member_id, ordinal),
  unique (type_id, member_id, occasion),
  check (valid_from < valid_until),
  check (state <> 'RESERVED' or order_id is not null),
  check (state in ('RESERVED', 'REDEEMED') or order_id is null)
);
create index coupons_member_index on coupons (member_id, issued_at desc, id desc);
-- I14: an order has one coupon at most.
create unique index coupons_one_an_order on coupons (order_id) where order_id is not null;

-- I15: every step of a coupon's life, written by the trigger below and never changed.
create table coupon_moves (
  id bigint generated always as identity primary key,
  coupon_id uuid not null references coupons,
  from_state text null,
  to_state text not null,
  order_id uuid null,
  moved_at timestamptz(3) not null
);
create index coupon_moves_coupon_index on coupon_moves (coupon_id, id);
create trigger coupon_moves_append_only before update or delete or truncate on coupon_moves
  for each statement execute function ledger_is_append_only();

create table coupon_edges (from_state text not null, to_state text not null, primary key (from_state, to_state));
insert into coupon_edges (from_state, to_state) values
  ('ISSUED', 'RESERVED'), ('RELEASED', 'RESERVED'), ('RESERVED', 'REDEEMED'), ('RESERVED', 'RELEASED'),
  -- A refund of the whole order may give a coupon back.
  ('REDEEMED', 'RELEASED'),
  -- What needs no order is redeemed at once.
  ('ISSUED', 'REDEEMED'), ('RELEASED', 'REDEEMED'),
  ('ISSUED', 'VOID'), ('RELEASED', 'VOID');

create function coupon_moves_along_its_edges() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    if new.state <> 'ISSUED' then
      raise exception 'a coupon begins as issued, not as %', new.state using errcode = 'check_violation';
    end if;
  elsif new.type_id <> old.type_id or new.member_id <> old.member_id or new.ordinal <> old.ordinal then
    raise exception 'a coupon stays what it is and whose it is' using errcode = 'check_violation';
  elsif new.state = old.state then
    return new;
  elsif not exists (select 1 from coupon_edges where from_state = old.state and to_state = new.state) then
    raise exception 'a coupon does not go from % to %', old.state, new.state using errcode = 'check_violation';
  end if;
  insert into coupon_moves (coupon_id, from_state, to_state, order_id, moved_at)
    values (new.id, case when tg_op = 'UPDATE' then old.state end, new.state, new.order_id, new.changed_at);
  return new;
end $$;
create trigger coupons_move after insert or update on coupons
  for each row execute function coupon_moves_along_its_edges();
create trigger coupons_are_kept before delete or truncate on coupons
  for each statement execute function ledger_is_append_only();
`;

const orders = `
alter table orders
  add column list_fen int null,
  -- The arithmetic as it was shown and agreed to, line by line.
  add column price_lines jsonb not null default '[]',
  add column coupon_id uuid null references coupons,
  -- Reward points that were spent on it.
  add column reward_points int not null default 0 check (reward_points >= 0),
  -- Until then what it holds is kept for it; null where it holds nothing.
  add column pay_by timestamptz(3) null,
  add column refunded_fen int not null default 0,
  add column refunded_points int not null default 0,
  -- Reward points that it earned, and what of them was taken back.
  add column earned_points int not null default 0 check (earned_points >= 0),
  add column reversed_points int not null default 0;
update orders set list_fen = amount_fen,
  price_lines = jsonb_build_array(jsonb_build_object('kind', 'LIST', 'amountFen', amount_fen, 'afterFen', amount_fen, 'facts', '{}'::jsonb));
alter table orders alter column list_fen set not null, alter column price_lines drop default;
-- A node of the version before writes orders without their arithmetic while an update rolls: it is the plan's price.
create function order_has_its_arithmetic() returns trigger language plpgsql as $$
begin
  new.list_fen := coalesce(new.list_fen, new.amount_fen);
  new.price_lines := coalesce(new.price_lines, jsonb_build_array(
    jsonb_build_object('kind', 'LIST', 'amountFen', new.amount_fen, 'afterFen', new.amount_fen, 'facts', '{}'::jsonb)));
  return new;
end $$;
create trigger orders_have_their_arithmetic before insert on orders
  for each row execute function order_has_its_arithmetic();
-- I13
alter table orders
  add constraint orders_refunded_within_captured check (refunded_fen between 0 and amount_fen),
  add constraint orders_points_refunded_within_sold check (refunded_points between 0 and points),
  add constraint orders_reversed_within_earned check (reversed_points between 0 and earned_points),
  add constraint orders_refund_only_what_was_paid check (status = 'COMPLETED' or (refunded_fen = 0 and refunded_points = 0)),
  add constraint orders_list_price check (list_fen >= amount_fen);
create index orders_expiring_index on orders (pay_by) where status = 'AWAITING_PAYMENT' and pay_by is not null;
create index orders_completed_index on orders (completed_at desc, id desc) where status = 'COMPLETED';
alter table coupons add constraint coupons_order foreign key (order_id) references orders deferrable initially deferred;

create table order_refunds (
  id uuid primary key,
  order_id uuid not null references orders,
  ordinal int not null check (ordinal > 0),
  amount_fen int not null check (amount_fen >= 0),
  points int not null check (points > 0),
  reason text not null,
  refunded_by uuid not null references members,
  created_at timestamptz(3) not null,
  unique (order_id, ordinal)
);
create trigger order_refunds_append_only before update or delete or truncate on order_refunds
  for each statement execute function ledger_is_append_only();
`;

const invariants = `
create view invariant_i13_order_refunds as
  select o.id, o.amount_fen, o.refunded_fen, o.points, o.refunded_points,
    coalesce(sum(r.amount_fen), 0) as refunds_fen, coalesce(sum(r.points), 0) as refunds_points
  from orders o left join order_refunds r on r.order_id = o.id
  group by o.id
  having o.refunded_fen > o.amount_fen or o.refunded_points > o.points or o.reversed_points > o.earned_points
    or o.refunded_fen <> coalesce(sum(r.amount_fen), 0) or o.refunded_points <> coalesce(sum(r.points), 0);

create view invariant_i14_coupon_caps as
  select t.id as type_id, null::uuid as member_id, 'total' as cap, count(c.id) as issued,
    count(c.id) filter (where c.state in ('RESERVED', 'REDEEMED')) as taken
  from coupon_types t left join coupons c on c.type_id = t.id
  group by t.id
  having t.issued_count <> count(c.id)
    or t.taken_count <> count(c.id) filter (where c.state in ('RESERVED', 'REDEEMED'))
    or count(c.id) filter (where c.state in ('RESERVED', 'REDEEMED')) > t.cap_total
    or count(c.id) > t.issue_cap
  union all
  select t.id, c.member_id, 'member', count(*), count(*) filter (where c.state in ('RESERVED', 'REDEEMED'))
  from coupon_types t join coupons c on c.type_id = t.id
  group by t.id, c.member_id having count(*) > t.cap_per_member
  union all
  select null, null, 'order', count(*), count(*) from coupons where order_id is not null group by order_id having count(*) > 1;

create view invariant_i15_coupon_states as
  select c.id, c.state, 'last move' as problem
  from coupons c
  left join lateral (select to_state from coupon_moves m where m.coupon_id = c.id order by m.id desc limit 1) as last on true
  where last.to_state is distinct from c.state
  union all
  select m.coupon_id, m.to_state, 'edge'
  from (
    select coupon_id, from_state, to_state, lag(to_state) over (partition by coupon_id order by id) as before from coupon_moves
  ) as m
  where m.from_state is distinct from m.before
    or (m.from_state is null and m.to_state <> 'ISSUED')
    or (m.from_state is not null and not exists (
      select 1 from coupon_edges e where e.from_state = m.from_state and e.to_state = m.to_state))
  union all
  select c.id, c.state, 'order'
  from coupons c join orders o on o.id = c.order_id
  where o.coupon_id is distinct from c.id or o.member_id <> c.member_id
    or (c.state = 'RESERVED') <> (o.status in ('AWAITING_PAYMENT', 'AWAITING_CONFIRMATION'))
    or (c.state = 'REDEEMED') <> (o.status = 'COMPLETED')
  union all
  select o.coupon_id, o.status, 'without coupon'
  from orders o left join coupons c on c.id = o.coupon_id and c.order_id = o.id
  where o.coupon_id is not null and c.id is null
    and (o.status in ('AWAITING_PAYMENT', 'AWAITING_CONFIRMATION') or (o.status = 'COMPLETED' and o.refunded_points < o.points));
`;
