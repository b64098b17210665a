import { Migration } from '@mikro-orm/migrations';

/** The first house: members, the ledger, orders, transcripts with their numbered log, comments, announcements. */
export class Migration20261121000000_house extends Migration {
  override up(): void {
    this.addSql(members);
    this.addSql(ledger);
    this.addSql(orders);
    this.addSql(transcripts);
    this.addSql(search);
    this.addSql(comments);
    this.addSql(announcements);
    this.addSql(outbox);
  }
}

const members = `
create table members (
  id uuid primary key,
  username text not null,
  -- NFKC and case-folded: two names that look alike to their readers are one name.
  username_key text not null unique,
  display_name text not null,
  email text null,
  phone text null,
  birthday date null,
  locale text not null,
  time_zone text not null,
  role text not null check (role in ('MEMBER', 'OPERATOR')),
  password_hash text not null,
  security_question text null,
  security_answer_hash text null,
  default_view_password_hash text null,
  created_at timestamptz(3) not null
);
create index members_email_index on members (lower(email)) where email is not null;
create index members_created_index on members (created_at desc, id desc);

create table sessions (
  id uuid primary key,
  member_id uuid not null references members,
  token_hash bytea not null unique,
  device text not null,
  address text not null,
  created_at timestamptz(3) not null,
  last_seen_at timestamptz(3) not null,
  idle_ms bigint not null,
  expires_at timestamptz(3) not null
);
create index sessions_member_index on sessions (member_id);
create index sessions_expiry_index on sessions (expires_at);

create table password_resets (
  id uuid primary key,
  member_id uuid not null references members,
  token_hash bytea not null unique,
  answer_attempts int not null default 0,
  created_at timestamptz(3) not null,
  expires_at timestamptz(3) not null,
  used_at timestamptz(3) null
);
create index password_resets_member_index on password_resets (member_id);

create table recovery_codes (
  id uuid primary key,
  member_id uuid not null references members,
  code_hash bytea not null,
  used_at timestamptz(3) null,
  unique (member_id, code_hash)
);

create table setup_links (
  id uuid primary key,
  token_hash bytea not null unique,
  created_at timestamptz(3) not null,
  used_at timestamptz(3) null
);
`;

/** Made for both currencies and for holds, expiry, refunds and the hash chain, which come with the membership programme. */
const ledger = `
create table accounts (
  id uuid primary key,
  member_id uuid null references members,
  kind text not null check (kind in (
    'CARD_POINTS', 'REWARD_POINTS', 'REWARD_POINTS_PENDING', 'HOLD', 'DEBT',
    'ISSUE_PAID', 'ISSUE_GIFT', 'ISSUE_EARN', 'USAGE_TRANSCRIPTION', 'REDEEM', 'EXPIRE', 'REFUND', 'CLAWBACK', 'ADJUST')),
  currency text not null check (currency in ('CARD', 'REWARD')),
  -- The sum of its entries, kept by a trigger on them; nobody else may write it.
  balance bigint not null default 0,
  created_at timestamptz(3) not null default now(),
  unique nulls not distinct (member_id, kind, currency),
  -- I6: only debt may fall below zero; system accounts are the other side of every member's.
  constraint accounts_no_negative_balance check (member_id is null or kind = 'DEBT' or balance >= 0),
  constraint accounts_debt_is_owed check (kind <> 'DEBT' or balance <= 0),
  constraint accounts_balance_fits_the_contract check (member_id is null or abs(balance) <= 2147483647)
);
-- The house's own accounts; src/features/ledger/accounts.rules.ts names them.
insert into accounts (id, kind, currency) values
  ('019d0000-0000-7000-8001-000000000001', 'ISSUE_PAID', 'CARD'),
  ('019d0000-0000-7000-8001-000000000002', 'ISSUE_GIFT', 'CARD'),
  ('019d0000-0000-7000-8001-000000000003', 'USAGE_TRANSCRIPTION', 'CARD');

-- I7, I8: what was answered to an actor's key. The row is taken before the act and holds equal requests back
-- until the act is committed or undone.
create table idempotent_requests (
  actor text not null,
  idempotency_key text not null,
  request_hash bytea not null,
  response jsonb null,
  created_at timestamptz(3) not null default now(),
  primary key (actor, idempotency_key)
);

create table ledger_transactions (
  id uuid primary key,
  -- I23: the order of the ledger is this sequence, never the wall clock.
  ordinal bigint generated always as identity unique,
  actor text not null,
  idempotency_key text not null,
  request_hash bytea not null,
  kind text not null check (kind in ('WELCOME_GIFT', 'PURCHASE', 'TOP_UP_CARD', 'TRANSCRIPTION', 'DEBT_REPAID')),
  member_id uuid null references members,
  -- The order, card or transcript that it is about. The ledger outlives them, so no reference.
  subject_id uuid null,
  reason jsonb not null,
  previous_hash bytea null,
  hash bytea null,
  -- The moment inside the member's lock at which lots were looked at.
  created_at timestamptz(3) not null,
  -- I7: one (actor, key) is one transaction.
  unique (actor, idempotency_key)
);

create table ledger_entries (
  id bigint generated always as identity primary key,
  transaction_id uuid not null references ledger_transactions,
  account_id uuid not null references accounts,
  currency text not null,
  amount bigint not null check (amount <> 0),
  -- Filled in by the trigger that moves the account.
  balance_after bigint not null,
  unique (transaction_id, account_id)
);
create index ledger_entries_account_index on ledger_entries (account_id, id desc);

create table lots (
  id uuid primary key,
  member_id uuid not null references members,
  currency text not null check (currency in ('CARD', 'REWARD')),
  kind text not null check (kind in ('PAID', 'GIFT', 'EARNED', 'PROMO')),
  initial bigint not null check (initial > 0),
  remaining bigint not null,
  available_at timestamptz(3) not null,
  expires_at timestamptz(3) null,
  source_transaction_id uuid not null references ledger_transactions,
  created_at timestamptz(3) not null default now(),
  -- I4
  constraint lots_remaining_within_initial check (remaining >= 0 and remaining <= initial),
  constraint lots_paid_card_points_never_expire check (not (currency = 'CARD' and kind = 'PAID' and expires_at is not null))
);
create index lots_open_index on lots (member_id, currency) where remaining > 0;

create table lot_consumptions (
  id bigint generated always as identity primary key,
  transaction_id uuid not null references ledger_transactions,
  lot_id uuid not null references lots,
  amount bigint not null check (amount > 0),
  unique (transaction_id, lot_id)
);
create index lot_consumptions_lot_index on lot_consumptions (lot_id);

-- I22: each started minute of a session is billed once. Zero points: waived, because the debt was at its bound.
create table billed_minutes (
  session_id uuid not null,
  minute int not null check (minute >= 0),
  transcript_id uuid not null,
  points int not null check (points >= 0),
  transaction_id uuid null references ledger_transactions,
  billed_at timestamptz(3) not null,
  primary key (session_id, minute),
  check ((points = 0) = (transaction_id is null))
);
create index billed_minutes_transaction_index on billed_minutes (transaction_id);

-- I2: an entry moves its account, and only an entry does.
create function ledger_entry_moves_its_account() returns trigger language plpgsql as $$
begin
  update accounts set balance = balance + new.amount where id = new.account_id
    returning balance, currency into new.balance_after, new.currency;
  return new;
end $$;
create trigger ledger_entries_move_accounts before insert on ledger_entries
  for each row execute function ledger_entry_moves_its_account();

-- I5: a consumption draws its lot, and only a consumption does.
create function lot_consumption_draws_its_lot() returns trigger language plpgsql as $$
begin
  update lots set remaining = remaining - new.amount where id = new.lot_id;
  return new;
end $$;
create trigger lot_consumptions_draw_lots before insert on lot_consumptions
  for each row execute function lot_consumption_draws_its_lot();

create function ledger_moves_by_its_rows_alone() returns trigger language plpgsql as $$
begin
  raise exception '% is changed by ledger rows alone', tg_table_name using errcode = 'insufficient_privilege';
end $$;
create trigger accounts_are_moved_by_entries before update or delete or truncate on accounts
  for each statement when (pg_trigger_depth() = 0) execute function ledger_moves_by_its_rows_alone();
create trigger lots_are_drawn_by_consumptions before update or delete or truncate on lots
  for each statement when (pg_trigger_depth() = 0) execute function ledger_moves_by_its_rows_alone();

-- I8: an answer is written once.
create function idempotent_answer_stands() returns trigger language plpgsql as $$
begin
  raise exception 'an answer that was given stands' using errcode = 'insufficient_privilege';
end $$;
create trigger idempotent_requests_answer_once before update on idempotent_requests
  for each row when (old.response is not null) execute function idempotent_answer_stands();

-- I1: the entries of a transaction sum to zero in each currency, looked at when the transaction commits.
create function ledger_transaction_must_balance() returns trigger language plpgsql as $$
begin
  if exists (
    select 1 from ledger_entries where transaction_id = new.transaction_id
    group by currency having sum(amount) <> 0
  ) then
    raise exception 'ledger transaction % does not balance', new.transaction_id using errcode = 'check_violation';
  end if;
  return null;
end $$;
create constraint trigger ledger_entries_balance after insert on ledger_entries
  deferrable initially deferred for each row execute function ledger_transaction_must_balance();

-- I9: history is written once. Even the table's owner is refused.
create function ledger_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'insufficient_privilege';
end $$;
create trigger ledger_transactions_append_only before update or delete or truncate on ledger_transactions
  for each statement execute function ledger_is_append_only();
create trigger ledger_entries_append_only before update or delete or truncate on ledger_entries
  for each statement execute function ledger_is_append_only();
create trigger lot_consumptions_append_only before update or delete or truncate on lot_consumptions
  for each statement execute function ledger_is_append_only();
create trigger billed_minutes_append_only before update or delete or truncate on billed_minutes
  for each statement execute function ledger_is_append_only();

-- Every invariant is a view that must be empty.
create view invariant_i1_transactions_balance as
  select transaction_id, currency, sum(amount) as sum from ledger_entries group by 1, 2 having sum(amount) <> 0;
create view invariant_i2_account_is_its_entries as
  select a.id, a.balance, coalesce(sum(e.amount), 0) as entries
  from accounts a left join ledger_entries e on e.account_id = a.id
  group by a.id, a.balance having a.balance <> coalesce(sum(e.amount), 0);
create view invariant_i3_balance_is_its_lots as
  select a.member_id, a.balance, coalesce(l.remaining, 0) as lots
  from accounts a
  left join (select member_id, sum(remaining) as remaining from lots where currency = 'CARD' group by member_id) l
    on l.member_id = a.member_id
  where a.kind = 'CARD_POINTS' and a.balance <> coalesce(l.remaining, 0);
create view invariant_i4_remaining_within_initial as
  select id from lots where remaining < 0 or remaining > initial;
create view invariant_i5_lots_are_their_consumptions as
  select l.id, l.initial - l.remaining as drawn, coalesce(sum(c.amount), 0) as consumed
  from lots l left join lot_consumptions c on c.lot_id = l.id
  group by l.id having l.initial - l.remaining <> coalesce(sum(c.amount), 0);
create view invariant_i6_no_negative_balance as
  select id from accounts where member_id is not null and kind <> 'DEBT' and balance < 0;
create view invariant_i7_one_key_one_transaction as
  select actor, idempotency_key from ledger_transactions group by 1, 2 having count(*) > 1;
create view invariant_i11_no_lot_drawn_outside_its_time as
  select c.id, c.lot_id, t.created_at, l.available_at, l.expires_at
  from lot_consumptions c join ledger_transactions t on t.id = c.transaction_id join lots l on l.id = c.lot_id
  where t.created_at >= l.expires_at or t.created_at < l.available_at;
create view invariant_i22_usage_is_its_minutes as
  select t.id, e.amount, coalesce(sum(m.points), 0) as minutes
  from ledger_transactions t
  join ledger_entries e on e.transaction_id = t.id
  join accounts a on a.id = e.account_id and a.kind = 'USAGE_TRANSCRIPTION'
  left join billed_minutes m on m.transaction_id = t.id
  group by t.id, e.amount having e.amount <> coalesce(sum(m.points), 0);
`;

const orders = `
create table point_plans (
  id uuid primary key,
  name text not null,
  points int not null check (points > 0),
  price_fen int not null check (price_fen > 0),
  is_on_sale boolean not null,
  created_at timestamptz(3) not null
);
insert into point_plans (id, name, points, price_fen, is_on_sale, created_at) values
  ('019d0000-0000-7000-8000-000000000001', '入门 Starter', 60, 3000, true, now()),
  ('019d0000-0000-7000-8000-000000000002', '标准 Standard', 300, 13500, true, now()),
  ('019d0000-0000-7000-8000-000000000003', '专业 Studio', 1200, 48000, true, now());

create table orders (
  id uuid primary key,
  member_id uuid not null references members,
  plan_id uuid not null references point_plans,
  -- What was sold, as it was sold: later changes of the plan do not reach back.
  plan_name text not null,
  points int not null check (points > 0),
  amount_fen int not null check (amount_fen > 0),
  payment_method text not null,
  -- What the payment provider told the buyer, in both languages.
  instructions jsonb not null,
  reference text not null unique,
  status text not null check (status in ('AWAITING_PAYMENT', 'AWAITING_CONFIRMATION', 'COMPLETED', 'CANCELLED')),
  created_at timestamptz(3) not null,
  reported_at timestamptz(3) null,
  completed_at timestamptz(3) null,
  cancelled_at timestamptz(3) null,
  confirmed_by uuid null references members,
  check ((status = 'COMPLETED') = (completed_at is not null)),
  check ((status = 'COMPLETED') = (confirmed_by is not null)),
  check ((status = 'CANCELLED') = (cancelled_at is not null))
);
create index orders_member_index on orders (member_id, created_at desc, id desc);
-- The waiting list of staff: those who say that they paid come first, each part by age.
create index orders_open_index on orders ((reported_at is null), (coalesce(reported_at, created_at)), id)
  where status in ('AWAITING_PAYMENT', 'AWAITING_CONFIRMATION');

create table card_batches (
  id uuid primary key,
  count int not null check (count > 0),
  points int not null check (points > 0),
  note text not null,
  created_by uuid not null references members,
  created_at timestamptz(3) not null,
  voided_at timestamptz(3) null
);
create index card_batches_created_index on card_batches (created_at desc, id desc);

create table top_up_cards (
  id uuid primary key,
  batch_id uuid not null references card_batches,
  code_hash bytea not null unique,
  points int not null check (points > 0),
  redeemed_by uuid null references members,
  redeemed_at timestamptz(3) null,
  voided_at timestamptz(3) null,
  check ((redeemed_by is null) = (redeemed_at is null)),
  check (redeemed_at is null or voided_at is null)
);
create index top_up_cards_batch_index on top_up_cards (batch_id);
`;

const transcripts = `
create table transcripts (
  id uuid primary key,
  owner_id uuid not null references members,
  title text not null,
  visibility text not null check (visibility in ('PRIVATE', 'PUBLIC')),
  status text not null check (status in ('READY', 'LIVE', 'ENDED')),
  share_code text not null unique,
  view_password_hash text null,
  -- The number of the newest event in this transcript's log. Taking the next one locks this row,
  -- so commit order and number order are the same and the numbers have no gap.
  last_seq int not null default 0,
  segment_count int not null default 0,
  character_count int not null default 0,
  comment_count int not null default 0,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  started_at timestamptz(3) null,
  ended_at timestamptz(3) null,
  deleted_at timestamptz(3) null
);
create index transcripts_owner_index on transcripts (owner_id, created_at desc, id desc);
create index transcripts_public_index on transcripts (created_at desc, id desc) where visibility = 'PUBLIC' and deleted_at is null;
create index transcripts_bin_index on transcripts (deleted_at) where deleted_at is not null;

create table segments (
  id uuid primary key,
  transcript_id uuid not null references transcripts on delete cascade,
  seq int not null,
  speaker text null,
  text text not null,
  started_ms int not null,
  ended_ms int null,
  revision int not null default 1,
  author_id uuid not null references members,
  created_at timestamptz(3) not null,
  removed_at timestamptz(3) null,
  unique (transcript_id, seq)
);

create table transcript_events (
  transcript_id uuid not null references transcripts on delete cascade,
  seq int not null,
  kind text not null check (kind in (
    'SEGMENT_APPENDED', 'SEGMENT_REVISED', 'SEGMENT_REMOVED',
    'COMMENT_POSTED', 'COMMENT_EDITED', 'COMMENT_REMOVED', 'TRANSCRIPT_CHANGED')),
  subject_id uuid not null,
  payload jsonb not null,
  -- Its subject was removed later: a replay tells of the removal instead.
  is_gone boolean not null default false,
  created_at timestamptz(3) not null default now(),
  primary key (transcript_id, seq)
);

create table live_sessions (
  id uuid primary key,
  transcript_id uuid not null references transcripts on delete cascade,
  member_id uuid not null references members,
  started_at timestamptz(3) not null,
  first_segment_at timestamptz(3) null,
  last_activity_at timestamptz(3) not null,
  ended_at timestamptz(3) null
);
create unique index live_sessions_one_open on live_sessions (transcript_id) where ended_at is null;

create table view_grants (
  id uuid primary key,
  transcript_id uuid not null references transcripts on delete cascade,
  token_hash bytea not null unique,
  nickname text not null,
  created_at timestamptz(3) not null,
  expires_at timestamptz(3) not null,
  revoked_at timestamptz(3) null
);
create index view_grants_transcript_index on view_grants (transcript_id) where revoked_at is null;
`;

/** Pairs of neighbouring characters: finds two-character Chinese words, which trigram indexes do not. */
const search = `
create function character_pairs(source text) returns text[] language sql immutable strict parallel safe as $$
  -- One pass over the characters: substr() would walk the text from its beginning for each of them.
  select coalesce(array_agg(distinct a || b), '{}') from (
    select character as a, lead(character) over (order by place) as b
    from unnest(string_to_array(lower(source), null)) with ordinality as u (character, place)
  ) as pairs where b is not null
$$;
create index segments_pairs_index on segments using gin (character_pairs(text)) where removed_at is null;
`;

const comments = `
create table comments (
  id uuid primary key,
  transcript_id uuid not null references transcripts on delete cascade,
  -- Ownership never changes; kept here so that "comments on mine" is one index range.
  transcript_owner_id uuid not null references members,
  parent_id uuid null references comments on delete cascade,
  seq int not null,
  author_member_id uuid null references members,
  author_grant_id uuid null,
  author_nickname text null,
  body text not null,
  created_at timestamptz(3) not null,
  edited_at timestamptz(3) null,
  removed_at timestamptz(3) null,
  answered_at timestamptz(3) null,
  unique (transcript_id, seq),
  check ((author_member_id is null) = (author_nickname is not null))
);
create index comments_threads_index on comments (transcript_id, seq) where parent_id is null;
create index comments_replies_index on comments (parent_id, seq) where parent_id is not null;
create index comments_received_index on comments (transcript_owner_id, created_at desc, id desc)
  where removed_at is null and author_member_id is distinct from transcript_owner_id;
create index comments_unanswered_index on comments (transcript_owner_id, created_at desc, id desc)
  where removed_at is null and author_member_id is distinct from transcript_owner_id and answered_at is null;
`;

const announcements = `
create table announcements (
  id uuid primary key,
  title text not null,
  body text not null,
  author_id uuid not null references members,
  published_at timestamptz(3) not null,
  withdrawn_at timestamptz(3) null
);
create index announcements_published_index on announcements (published_at desc, id desc) where withdrawn_at is null;
`;

const outbox = `
create table outbox_messages (
  id bigint generated always as identity primary key,
  kind text not null,
  payload jsonb not null,
  created_at timestamptz(3) not null default now(),
  attempts int not null default 0,
  -- Until then a process is at it; past it, that process is taken for dead.
  taken_until timestamptz(3) null,
  delivered_at timestamptz(3) null
);
create index outbox_messages_waiting_index on outbox_messages (id) where delivered_at is null;
`;
