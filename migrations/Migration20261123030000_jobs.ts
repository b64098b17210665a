import { Migration } from '@mikro-orm/migrations';

/** How far a running job is. The jobs themselves stand in pg-boss's own tables, which it makes (platform/jobs). */
export class Migration20261123030000_jobs extends Migration {
  override up(): void {
    this.addSql(`
create table job_progress (
  queue text primary key,
  run_id uuid not null,
  done integer not null check (done >= 0),
  total integer not null check (total >= 0),
  told_at timestamptz(3) not null
);
`);
  }
}
