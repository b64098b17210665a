import { beforeEach, expect, test } from '@jest/globals';
import pg from 'pg';
import { startWorld, type SignedInClient } from '../support/world.ts';
import { enter, makeRoom, tryAdd, type Room, type Told } from './room.ts';

const world = await startWorld();
let owner: SignedInClient;
let room: Room;

beforeEach(async () => {
  owner = await world.member('Speaker');
  room = await makeRoom(owner, 'PUBLIC');
});

/** What `act` comes to when it has to wait for the transcript's row, in which `change` happens meanwhile. */
async function meanwhile(change: string, act: () => Promise<Told | string>): Promise<Told | string> {
  const other = new pg.Client({ connectionString: world.app.house.config.databaseUrl! });
  await other.connect();
  await other.query('begin');
  await other.query('select 1 from transcripts where id = $1 for update', [room.id]);
  const outcome = act();
  while (!(await isAnybodyWaiting())) await new Promise(setImmediate);
  for (const statement of change.split(';')) await other.query(statement, [room.id]);
  await other.query('commit');
  await other.end();
  return outcome;
}

const isAnybodyWaiting = async (): Promise<boolean> =>
  (
    await world.sql(
      `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    )
  ).length > 0;

const numbers = async (): Promise<unknown> =>
  (await world.sql('select last_seq, comment_count from transcripts where id = $1', [room.id]))[0];

const changes = {
  'made private': `update transcripts set visibility = 'PRIVATE' where id = $1`,
  'put into the bin': `update transcripts set deleted_at = now() where id = $1`,
};

test.each(Object.entries(changes))(
  'a comment that waits while the transcript is %s is not posted',
  async (_, change) => {
    const stranger = await world.member('Stranger');
    expect(await meanwhile(change, () => tryAdd(stranger, { room, body: 'too late' }))).toBe('NOT_FOUND');
    expect(await numbers()).toEqual({ last_seq: 0, comment_count: 0 });
  },
);

test('a guest’s comment that waits while the view password is changed is not posted', async () => {
  await world.sql(`update transcripts set visibility = 'PRIVATE' where id = $1`, [room.id]);
  const guest = await enter(world, room, 'Guest');
  const change = `update transcripts set view_password_hash = 'another' where id = $1;
    update view_grants set revoked_at = now() where transcript_id = $1`;
  expect(await meanwhile(change, () => tryAdd(guest, { room, body: 'too late' }))).toBe('NOT_FOUND');
  expect(await numbers()).toEqual({ last_seq: 0, comment_count: 0 });
});

test('a comment that waits while something else is numbered gets the number after it', async () => {
  const stranger = await world.member('Stranger');
  const change = 'update transcripts set last_seq = last_seq + 1 where id = $1';
  expect(await meanwhile(change, () => tryAdd(stranger, { room, body: 'in time' }))).toMatchObject({
    comment: { seq: 2 },
  });
});
