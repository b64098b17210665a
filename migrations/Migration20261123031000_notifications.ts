import { Migration } from '@mikro-orm/migrations';

/** What members are told: their inbox, what goes out of the house, and what they have agreed to. */
export class Migration20261123031000_notifications extends Migration {
  override up(): void {
    this.addSql(`
create table notification_inboxes (
  member_id uuid primary key references members on delete cascade,
  last_seq bigint not null
);

create table notifications (
  id uuid primary key,
  member_id uuid not null references members on delete cascade,
  -- Without gaps in each inbox; null where the member wants such things not to be there.
  seq bigint null,
  template text not null,
  facts jsonb not null,
  purpose text not null check (purpose in ('SERVICE', 'CARE', 'PROMOTION')),
  dedupe_key text not null check (length(dedupe_key) between 1 and 200),
  created_at timestamptz(3) not null,
  read_at timestamptz(3) null,
  unique (member_id, dedupe_key),
  unique (member_id, seq)
);
create index notifications_unread_index on notifications (member_id) where read_at is null and seq is not null;

create table notification_deliveries (
  id uuid primary key,
  notification_id uuid not null references notifications on delete cascade,
  member_id uuid not null references members on delete cascade,
  channel text not null check (channel in ('EMAIL', 'SMS', 'WECHAT')),
  state text not null check (state in ('QUEUED', 'SENDING', 'SENT', 'FAILED', 'UNCERTAIN', 'NOT_CONFIGURED',
    'NO_ADDRESS', 'NO_CONSENT', 'TOO_LATE')),
  attempts integer not null,
  due_at timestamptz(3) null,
  claimed_at timestamptz(3) null,
  sent_at timestamptz(3) null,
  -- Masked: operators see that it went to somebody, not how to write to them.
  recipient text null,
  last_error text null,
  created_at timestamptz(3) not null,
  unique (notification_id, channel)
);
create index notification_deliveries_newest_index on notification_deliveries (created_at desc, id desc);
create index notification_deliveries_claimed_index on notification_deliveries (member_id, claimed_at)
  where claimed_at is not null;

create table notification_consents (
  member_id uuid not null references members on delete cascade,
  channel text not null check (channel in ('IN_APP', 'EMAIL', 'SMS', 'WECHAT')),
  purpose text not null check (purpose in ('SERVICE', 'CARE', 'PROMOTION')),
  is_on boolean not null,
  changed_at timestamptz(3) not null,
  primary key (member_id, channel, purpose),
  -- What concerns the member's own affairs is always in their inbox.
  check (is_on or channel <> 'IN_APP' or purpose <> 'SERVICE')
);
`);
  }
}
