import { Migration } from '@mikro-orm/migrations';

/** What an act on segments answered, for whoever asks again; and which grants are one visitor's. */
export class Migration20261123040000_room extends Migration {
  override up(): void {
    this.addSql(`
-- An act may be sent in several requests: each of them is done once.
create table segment_acts (
  transcript_id uuid not null references transcripts on delete cascade,
  member_id uuid not null references members,
  act_id uuid not null,
  request_hash bytea not null,
  answer jsonb not null,
  created_at timestamptz(3) not null,
  primary key (transcript_id, member_id, act_id, request_hash)
);

alter table view_grants
  -- The first grant of the browser that came again; null: this is the first.
  add column visitor_id uuid null,
  -- Of the address that it came from, with the transcript's id: equal or not, and good for nothing else.
  add column address_digest bytea null;
`);
  }
}
