import { Migration } from '@mikro-orm/migrations';

/** Dictionaries of briefs (略码): a member's own, and a transcript's. */
export class Migration20261122140000_briefs extends Migration {
  override up(): void {
    this.addSql(`
create table brief_dictionaries (
  id uuid primary key,
  member_id uuid null unique references members on delete cascade,
  transcript_id uuid null unique references transcripts on delete cascade,
  revision int not null,
  entry_count int not null,
  -- Removals are remembered from this revision on.
  complete_from int not null,
  check ((member_id is null) <> (transcript_id is null))
);

create table brief_entries (
  dictionary_id uuid not null references brief_dictionaries on delete cascade,
  -- NFKC and in lower case; in the order of bytes, so that a page's place is the same everywhere.
  code_key text collate "C" not null,
  code text not null,
  text text not null,
  note text not null,
  revision int not null,
  is_removed boolean not null,
  primary key (dictionary_id, code_key)
);
create index brief_entries_changes_index on brief_entries (dictionary_id, revision, code_key);
`);
  }
}
