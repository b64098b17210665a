import { Migration } from '@mikro-orm/migrations';

/** Comments on a passage, and what their host decides about: who may write, what waits, what was reported. */
export class Migration20261122130000_comments extends Migration {
  override up(): void {
    this.addSql(`
alter table comments add column segment_id uuid null references segments on delete set null,
  add column quote text null;
create index comments_pinned_index on comments (segment_id) where segment_id is not null and removed_at is null;

-- Whether a comment has to be looked at before it is posted. Kept on the row whose lock gives the number, so that
-- posting where nothing is decided costs one more look at a row that is in hand, and is right behind the lock.
alter table transcripts add column comments_guarded boolean not null default false;

create table comment_settings (
  transcript_id uuid primary key references transcripts on delete cascade,
  mode text not null check (mode in ('OPEN', 'REVIEWED', 'CLOSED')),
  words text[] not null check (cardinality(words) <= 200)
);

-- What waits stands in a table of its own: no list, count, search or feed of comments can tell of it by mistake.
create table held_comments (
  id uuid primary key,
  transcript_id uuid not null references transcripts on delete cascade,
  parent_id uuid null references comments on delete cascade,
  segment_id uuid null references segments on delete set null,
  quote text null,
  author_member_id uuid null references members,
  author_grant_id uuid null,
  author_nickname text null,
  body text not null,
  reason text not null check (reason in ('REVIEW', 'WORDS')),
  created_at timestamptz(3) not null,
  refused_at timestamptz(3) null,
  check ((author_member_id is null) = (author_nickname is not null))
);
create index held_comments_index on held_comments (transcript_id, created_at, id);

create table comment_reports (
  id uuid primary key,
  comment_id uuid not null references comments on delete cascade,
  -- The account or the guest's grant: one report each.
  reporter_id uuid not null,
  reason text not null check (reason in ('SPAM', 'ABUSE', 'OFF_TOPIC', 'OTHER')),
  note text null,
  created_at timestamptz(3) not null,
  dismissed_at timestamptz(3) null,
  unique (comment_id, reporter_id)
);
create index comment_reports_open_index on comment_reports (comment_id) where dismissed_at is null;

create table comment_bans (
  id uuid primary key,
  transcript_id uuid not null references transcripts on delete cascade,
  -- The account or the guest's grant that may not comment here.
  banned_id uuid not null,
  nickname text null,
  created_at timestamptz(3) not null,
  unique (transcript_id, banned_id)
);
`);
  }
}
