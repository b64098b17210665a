import { Migration } from '@mikro-orm/migrations';

/** Who works on a transcript besides its owner, what they write to each other, and what they are doing now. */
export class Migration20261122110000_crew extends Migration {
  override up(): void {
    this.addSql(`
-- In the transcript's own row, so that every right is decided by one row, and behind its lock.
alter table transcripts
  add column writer_ids uuid[] not null default '{}' check (cardinality(writer_ids) <= 8),
  add column organiser_ids uuid[] not null default '{}' check (cardinality(organiser_ids) <= 8),
  add column lead_writer_id uuid null,
  -- The number of the newest message of the crew's own log; taken as last_seq is, under the row's lock.
  add column crew_seq int not null default 0,
  add constraint transcripts_lead_writes check (lead_writer_id is null or lead_writer_id = any(writer_ids)),
  add constraint transcripts_one_role_each check (not writer_ids && organiser_ids);
create index transcripts_writers_index on transcripts using gin (writer_ids);
create index transcripts_organisers_index on transcripts using gin (organiser_ids);

create table crew_messages (
  id uuid primary key,
  transcript_id uuid not null references transcripts on delete cascade,
  seq int not null,
  author_id uuid not null references members,
  body text not null,
  created_at timestamptz(3) not null,
  unique (transcript_id, seq)
);

-- The newest only, written over again and again; what is old says nothing.
create table crew_presence (
  transcript_id uuid not null references transcripts on delete cascade,
  member_id uuid not null references members,
  activity text not null check (activity in ('TYPING', 'CORRECTING', 'WATCHING', 'AWAY')),
  segment_id uuid null,
  seen_at timestamptz(3) not null,
  primary key (transcript_id, member_id)
);
`);
  }
}
