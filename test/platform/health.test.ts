import { describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { startWorld } from '../support/world.ts';
import { post, send } from './wire.ts';

const world = await startWorld();
const status = async (path: string): Promise<number> => (await send(`${world.url}${path}`)).status;
const database = new URL(world.app.house.config.databaseUrl!).pathname.slice(1);
const hangUp = `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${database}' and pid <> pg_backend_pid()`;

describe('health', () => {
  test('says that the process lives, and that it is ready', async () => {
    expect(await send(`${world.url}/healthz`)).toMatchObject({ status: 200, text: '{"status":"ok"}' });
    expect(await send(`${world.url}/readyz`)).toMatchObject({ status: 200, text: '{"status":"ready"}' });
  });

  test('comes back by itself when the database hung up on every connection', async () => {
    await world.sql(hangUp);
    while ((await status('/readyz')) !== 200);
    expect((await post(world.url, { query: '{ announcements { totalCount } }' })).errors).toBeNull();
  });

  test('says that it is not ready while a migration is missing', async () => {
    const [{ name }] = (await world.sql(
      'select name from mikro_orm_migrations order by id desc limit 1',
    )) as [{ name: string }];
    await world.sql('delete from mikro_orm_migrations where name = $1', [name]);
    expect(await status('/readyz')).toBe(503);
    await world.sql('insert into mikro_orm_migrations (name) values ($1)', [name]);
    expect(await status('/readyz')).toBe(200);
  });

  test('says that it is not ready while the database is away, but that it lives, and comes back with it', async () => {
    await onServer(`alter database ${database} with allow_connections false`);
    await onServer(hangUp);
    while ((await status('/readyz')) === 200);
    expect(await send(`${world.url}/readyz`)).toMatchObject({ status: 503, text: '{"status":"not ready"}' });
    expect(await status('/healthz')).toBe(200);
    const answer = await post(world.url, { query: '{ announcements { totalCount } }' });
    expect(answer.errors).toMatchObject([{ extensions: { code: 'INTERNAL' } }]);
    expect(answer.text).not.toMatch(/database|connection|world_/);
    await onServer(`alter database ${database} with allow_connections true`);
    while ((await status('/readyz')) !== 200);
  });
});

/** A statement from outside of the world's own database. */
async function onServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: process.env['TEST_DATABASE_URL'] });
  await client.connect();
  await client.query(statement);
  await client.end();
}
