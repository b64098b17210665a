import { describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { v4, v7 } from 'uuid';
import { nobody, type Actor } from '../../src/platform/auth/actor.ts';
import { readSources } from '../../src/platform/database/read-sources.ts';
import { StatementLines } from '../../src/platform/database/statement-lines.ts';
import { createLogger } from '../../src/platform/logging/logger.ts';
import { startPostgresPair } from './support/postgres.ts';
import { startedForFile, until } from './support/programs.ts';

const { replica, pool, reads } = await startedForFile(async (undo) => {
  const pair = await startPostgresPair(undo);
  const pool = new pg.Pool({ connectionString: pair.primary.url });
  pool.on('error', () => undefined);
  undo.push(() => pool.end());
  const log = createLogger('fatal');
  const lines = new StatementLines(pool, 1);
  undo.push(() => lines.close());
  const reads = readSources({ pool, lines }, { urls: [pair.replica.url], lagMsMax: 1_000, log });
  undo.push(() => reads.close());
  await pool.query('create table notes (text text)');
  return { ...pair, pool, reads };
});

/** A member who came in long ago. */
const member = (): Actor => ({
  member: { id: v7(), role: 'MEMBER', sessionId: v7({ msecs: 1 }) },
  grants: [],
});

const isOnReplica = async (actor: Actor): Promise<boolean> => {
  const [row] = await reads.read<{ on: boolean }>(actor, {
    text: 'select pg_is_in_recovery() as on',
    values: [],
  });
  return row?.on ?? false;
};
const untilOnReplica = (actor: Actor): Promise<void> =>
  until(
    () => isOnReplica(actor),
    () => 'reads stay away from the replica',
  );
const untilOnPrimary = (actor: Actor): Promise<void> =>
  until(
    async () => !(await isOnReplica(actor)),
    () => 'reads stay on the replica',
  );
const write = (text: string): Promise<unknown> => pool.query('insert into notes values ($1)', [text]);
const sees = async (actor: Actor, text: string): Promise<boolean> =>
  (await reads.read(actor, { text: 'select 1 from notes where text = $1', values: [text] })).length === 1;

describe('reads', () => {
  test('go to a replica that keeps up', async () => {
    await untilOnReplica(nobody);
    await untilOnReplica(member());
  });

  test('show whoever wrote what they wrote, at once, and go back to the replica when it has that too', async () => {
    const writer = member();
    await untilOnReplica(writer);
    for (let i = 0; i < 50; i += 1) {
      await write(`note ${i}`);
      reads.noteWrite(writer);
      expect(await sees(writer, `note ${i}`)).toBe(true);
    }
    await untilOnReplica(writer);
    expect(await sees(writer, 'note 49')).toBe(true);
  });

  test('show the same to whoever brings the mark of a write at another node', async () => {
    await replica.sql('select pg_wal_replay_pause()');
    const traveller = member();
    await write('written elsewhere');
    reads.heedMark(traveller, String(Date.now()));
    expect(await sees(traveller, 'written elsewhere')).toBe(true);
    await replica.sql('select pg_wal_replay_resume()');
  });

  test('of those who have just come in go to the primary, for what made them may not be on the replica yet', async () => {
    await untilOnReplica(nobody);
    const guest: Actor = { member: null, grants: [{ id: v7(), transcriptId: v4(), nickname: 'Guest' }] };
    expect(await isOnReplica(guest)).toBe(false);
  });

  test('leave a replica that falls behind, and come back when it has caught up', async () => {
    await untilOnReplica(nobody);
    await replica.sql('select pg_wal_replay_pause()');
    await write('while the replica sleeps');
    await untilOnPrimary(nobody);
    expect(await sees(nobody, 'while the replica sleeps')).toBe(true);
    await replica.sql('select pg_wal_replay_resume()');
    await untilOnReplica(nobody);
    expect(await sees(nobody, 'while the replica sleeps')).toBe(true);
  });

  test('go on when the replica dies, without one failing, and come back when it does', async () => {
    await untilOnReplica(nobody);
    await replica.kill();
    expect(await isOnReplica(nobody)).toBe(false);
    await replica.start();
    await untilOnReplica(nobody);
  });

  test('that are wrong fail as they do without replicas', async () => {
    await untilOnReplica(nobody);
    await expect(reads.read(nobody, { text: 'select nonsense', values: [] })).rejects.toThrow(/nonsense/);
    expect(await isOnReplica(nobody)).toBe(true);
  });
});
