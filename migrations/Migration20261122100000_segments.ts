import { Migration } from '@mikro-orm/migrations';

/** Where a segment stands, whether it was checked, and who made each of its versions. */
export class Migration20261122100000_segments extends Migration {
  override up(): void {
    this.addSql(`
-- Compared as bytes: the number of the event that added it at the end, or more for what was put between two.
alter table segments add column position text collate "C" null;
update segments set position = lpad(seq::text, 10, '0');
alter table segments alter column position set not null;
create unique index segments_position_index on segments (transcript_id, position);
alter table segments drop constraint segments_transcript_id_seq_key;
alter table segments add column checked_at timestamptz(3) null;

-- Who made a change to a segment that was there; null for what its author added.
alter table transcript_events add column member_id uuid null references members;
update transcript_events e set member_id = t.owner_id from transcripts t
  where t.id = e.transcript_id and e.kind in ('SEGMENT_REVISED', 'SEGMENT_REMOVED');
create index transcript_events_changes_index on transcript_events (subject_id, seq) where member_id is not null;

-- Each segment as each of its events left it: as it was added, which its own row knows the number of, and its changes.
create view segment_versions as
  select s.id as segment_id, e.transcript_id, e.seq, e.kind, e.payload, s.author_id as member_id, e.created_at
  from segments s join transcript_events e on e.transcript_id = s.transcript_id and e.seq = s.seq
  where e.member_id is null
  union all
  select e.subject_id, e.transcript_id, e.seq, e.kind, e.payload, e.member_id, e.created_at
  from transcript_events e
  where e.member_id is not null and e.kind in ('SEGMENT_APPENDED', 'SEGMENT_REVISED', 'SEGMENT_REMOVED');
`);
  }
}
