import { Migration } from '@mikro-orm/migrations';

/** The door of a shared transcript: who is let in at once and who has to wait, until when, from which pages; who came. */
export class Migration20261122120000_viewers extends Migration {
  override up(): void {
    this.addSql(`
alter table transcripts
  add column viewers_until timestamptz(3) null,
  -- Grants of an older epoch are over: one number ends them all, those being written just now among them.
  add column viewers_epoch int not null default 0;

alter table view_grants
  add column epoch int not null default 0,
  -- Without it the grant waits at the door, and gives nothing.
  add column admitted_at timestamptz(3) null,
  add column ended_because text null
    check (ended_because in ('PASSWORD_CHANGED', 'REVOKED', 'REFUSED'));
update view_grants set admitted_at = created_at;
create index view_grants_waiting_index on view_grants (transcript_id, created_at)
  where admitted_at is null and revoked_at is null;

create table transcript_doors (
  transcript_id uuid primary key references transcripts on delete cascade,
  admission text not null default 'OPEN' check (admission in ('OPEN', 'APPROVAL')),
  embed_origins text[] not null default '{}' check (cardinality(embed_origins) <= 10)
);

create table viewer_visits (
  id uuid primary key default gen_random_uuid(),
  transcript_id uuid not null references transcripts on delete cascade,
  way text not null check (way in ('PASSWORD', 'PUBLIC', 'CREW')),
  visitor_name text not null,
  member_id uuid null references members on delete set null,
  address_prefix text not null,
  day date not null,
  created_at timestamptz(3) not null
);
create index viewer_visits_transcript_index on viewer_visits (transcript_id, created_at desc, id desc);
create index viewer_visits_created_index on viewer_visits (created_at);
create unique index viewer_visits_once_a_day on viewer_visits (transcript_id, member_id, day)
  where member_id is not null;

create table view_password_misses (
  transcript_id uuid not null references transcripts on delete cascade,
  day date not null,
  attempts int not null,
  primary key (transcript_id, day)
);
`);
  }
}
