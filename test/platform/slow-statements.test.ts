import { expect, test } from '@jest/globals';
import { startWorld } from '../support/world.ts';
import { post } from './wire.ts';

const world = await startWorld({ env: { LIMIT_REQUEST_MS: '300' } });

test('a statement that takes too long is given up by the database as well, and the house goes on', async () => {
  await world.sql('alter table announcements rename to announcements_slow');
  await world.sql(
    'create view announcements as select a.* from announcements_slow a right join (select pg_sleep(60)) s on true',
  );
  const { errors } = await post(world.url, { query: '{ announcements { edges { node { id } } } }' });
  expect(errors).toMatchObject([{ extensions: { code: 'INTERNAL' } }]);
  expect(
    await world.sql(
      `select query from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()
       and state = 'active' and query like '%announcements%'`,
    ),
  ).toEqual([]);
  expect((await post(world.url, { query: '{ pointPlans { id } }' })).errors).toBeNull();
});
