import type { MikroORM } from '@mikro-orm/postgresql';

/** What the entities know nothing of, on purpose: the database's own checks, references, indexes and triggers. */
const onlyInMigrations = [
  /^set names /,
  /^drop index /,
  /^drop trigger /,
  /^drop function /,
  /^alter table "\w+" drop constraint "\w+";$/,
] as const;

const uniqueAsked = /^alter table "(?<table>\w+)" add constraint "\w+" unique \((?<columns>[^)]+)\);$/;

/**
 * The statements that would make the migrated database fit the entities; none when they agree. A unique constraint
 * counts as there when its columns have one, whatever its name.
 */
export async function migrationDrift(orm: MikroORM): Promise<readonly string[]> {
  const wanted = await orm.schema.getUpdateSchemaSQL({ safe: false, dropTables: false });
  const statements = wanted
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !onlyInMigrations.some((known) => known.test(line)));
  const uniques = await uniqueColumns(orm);
  return statements.filter((statement) => {
    const asked = uniqueAsked.exec(statement)?.groups;
    return !asked || !uniques.has(`${asked['table']}(${asked['columns']?.replaceAll('"', '')})`);
  });
}

/** Every set of columns that is unique without a condition, as `table(column, column)`. */
async function uniqueColumns(orm: MikroORM): Promise<ReadonlySet<string>> {
  const found: { readonly place: string }[] = await orm.em.fork().execute(
    `select i.indrelid::regclass || '(' || string_agg(a.attname, ', ' order by k.place) || ')' as place
     from pg_index i
     cross join lateral unnest(i.indkey) with ordinality as k(attnum, place)
     join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.attnum
     where i.indisunique and i.indpred is null and i.indexprs is null
     group by i.indexrelid, i.indrelid`,
  );
  return new Set(found.map(({ place }) => place));
}
