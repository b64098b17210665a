import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import {
  checkInvariants,
  databaseExists,
  forgetComments,
  goLive,
  loadedVersion,
  loadRows,
  migrateProduct,
  noteLoaded,
  openSessions,
  recreate,
  refuseIfBusy,
  withClient,
} from '../bench-database.ts';
import { LedgerBook, writeLedger, type PeerEntry } from './ledger.ts';
import type { PeersFolder } from './peers-folder.ts';

/** Databases in the peers' cluster: one to read and write, one for the room, so that no process does another's work. */
export const databases = { house: 'scribecast_bench', room: 'scribecast_bench_room' } as const;

/** The peers' run fans out on this transcript, and asks as one of so many members. */
export const roomTranscript = 9_000;
export const membersCount = 1_000;

const sources = ['house.sql', 'ledger.ts', '../bench-ids.ts'];

/** Makes the product's databases with the peers' rows in them, unless they are there, and opens them for a run. */
export async function furnishHouse(peers: PeersFolder): Promise<void> {
  const seed = readFileSync(join(peers.path, 'seed.sql'), 'utf8');
  const version = versionOf(seed);
  const houseUrl = peers.databaseUrl(databases.house);
  await withClient(peers.databaseUrl('postgres'), async (admin) => {
    await refuseIfBusy(admin, Object.values(databases));
    if ((await loadedVersion(admin, { name: databases.house, url: houseUrl })) !== version) {
      console.error('loading the peers’ rows into the product’s tables …');
      await recreate(admin, databases.house);
      await fill(houseUrl, { seed, version });
      await admin.query(`drop database if exists ${databases.room} with (force)`);
    }
    if (!(await databaseExists(admin, databases.room)))
      await admin.query(`create database ${databases.room} template ${databases.house}`);
  });
  for (const name of Object.values(databases)) {
    await withClient(peers.databaseUrl(name), async (client) => {
      await forgetComments(client);
      await openSessions(
        client,
        Array.from({ length: membersCount }, (_, i) => i + 1),
      );
      await goLive(client, [roomTranscript]);
      await client.query('vacuum analyze');
    });
  }
}

function versionOf(seed: string): string {
  const hash = createHash('sha256').update(seed);
  for (const source of sources) hash.update(readFileSync(join(import.meta.dirname, source)));
  return hash.digest('hex').slice(0, 16);
}

async function fill(
  url: string,
  { seed, version }: { readonly seed: string; readonly version: string },
): Promise<void> {
  await migrateProduct(url);
  await withClient(url, async (client) => {
    // The same deterministic rows that the peers have, beside the product's tables for as long as they are copied.
    await client.query(`create schema peers; set search_path = peers; set synchronous_commit = off`);
    await client.query(seed);
    await client.query(`analyze; set search_path = public`);
    await loadRows(client, async () => {
      await client.query(readFileSync(join(import.meta.dirname, 'house.sql'), 'utf8'));
      await writeLedger(client, await bookOf(client));
    });
    await client.query(`drop schema peers cascade`);
    await checkInvariants(client);
    await noteLoaded(client, version);
  });
}

async function bookOf(client: pg.Client): Promise<LedgerBook> {
  const { rows } = await client.query<PeerEntry>(
    `select id, member_id as "memberId", amount, created_at as "createdAt" from peers.ledger order by id`,
  );
  const book = new LedgerBook();
  for (const entry of rows) book.add(entry);
  return book;
}
