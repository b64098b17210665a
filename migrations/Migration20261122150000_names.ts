import { Migration } from '@mikro-orm/migrations';

/** Counts the changes of members' names, so that what was read with them can be known to be as it was. */
export class Migration20261122150000_names extends Migration {
  override up(): void {
    this.addSql(`
create table member_name_changes (
  is_only boolean primary key default true check (is_only),
  changes bigint not null default 0
);
insert into member_name_changes default values;

create function count_member_name_change() returns trigger language plpgsql as $$
begin
  update member_name_changes set changes = changes + 1;
  return null;
end $$;
create trigger members_name_changes_are_counted after update of display_name on members
  for each row when (old.display_name is distinct from new.display_name)
  execute function count_member_name_change();
`);
  }
}
