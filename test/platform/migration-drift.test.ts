import { describe, expect, test } from '@jest/globals';
import { defineEntity, type EntitySchema } from '@mikro-orm/postgresql';
import { migrationDrift } from '../../scripts/migration-drift.ts';
import { entities, migrations } from '../../src/features.ts';
import { openOrm } from '../../src/platform/database/orm.ts';
import { startWorld } from '../support/world.ts';

const world = await startWorld();

/** What the migrated database lacks for these entities. */
async function driftWith(list: readonly EntitySchema[]): Promise<string> {
  const orm = await openOrm({ url: world.app.house.config.databaseUrl!, entities: list, migrations });
  try {
    return (await migrationDrift(orm)).join('\n');
  } finally {
    await orm.close();
  }
}

const setupLinks = 'setup_links';
const others = entities.filter(({ meta }) => meta.tableName !== setupLinks);
/** The small table of setup links, described anew. */
const described = (properties: Parameters<typeof defineEntity>[0]['properties']): readonly EntitySchema[] => [
  ...others,
  defineEntity({ name: 'SetupLink', tableName: setupLinks, properties }),
];

describe('migrations and entities', () => {
  test('agree', async () => {
    expect(await driftWith(entities)).toBe('');
  });

  test('agree about a table that is described anew as it is', async () => {
    expect(
      await driftWith(
        described((p) => ({
          id: p.uuid().primary(),
          tokenHash: p.blob().unique(),
          createdAt: p.datetime(3),
          usedAt: p.datetime(3).strictNullable(),
        })),
      ),
    ).toBe('');
  });

  test('differ by a column without a migration, one of another type, one that may be null, a unique one, a missing one', async () => {
    const drift = await driftWith(
      described((p) => ({
        id: p.uuid().primary(),
        tokenHash: p.text(),
        createdAt: p.datetime(3).nullable().unique(),
        madeBy: p.uuid().nullable(),
      })),
    );
    expect(drift).toContain('"made_by"');
    expect(drift).toMatch(/"token_hash" type text/);
    expect(drift).toMatch(/"created_at" drop not null/);
    expect(drift).toMatch(/unique \("created_at"\)/);
    expect(drift).toMatch(/drop column "used_at"/);
  });

  test('differ by a table without a migration', async () => {
    const planted = defineEntity({
      name: 'Planted',
      tableName: 'planted',
      properties: (p) => ({ id: p.uuid().primary() }),
    });
    expect(await driftWith([...entities, planted as unknown as EntitySchema])).toContain(
      'create table "planted"',
    );
  });
});
