import { expect, test } from '@jest/globals';
import { PreparingClient } from '../../src/platform/database/prepared-client.ts';
import { startWorld } from '../support/world.ts';

const world = await startWorld();

type Ask = <Row>(text: string, values?: readonly unknown[]) => Promise<readonly Row[]>;

/** Works with one connection of its own. */
async function connected(work: (ask: Ask) => Promise<void>): Promise<void> {
  const client = new PreparingClient({ connectionString: world.databaseUrl });
  await client.connect();
  try {
    await work(
      async <Row>(text: string, values: readonly unknown[] = []) =>
        ((await client.query(text, values)) as { rows: Row[] }).rows,
    );
  } finally {
    await client.end();
  }
}

const prepared = async (ask: Ask): Promise<readonly string[]> =>
  (await ask<{ statement: string }>('select statement from pg_prepared_statements')).map(
    ({ statement }) => statement,
  );

test('a statement with parameters is prepared once, and one without never', () =>
  connected(async (ask) => {
    expect(await ask('select $1::int + 1 as sum', [1])).toEqual([{ sum: 2 }]);
    expect(await ask('select $1::int + 1 as sum', [41])).toEqual([{ sum: 42 }]);
    expect(await ask('select 1 as one')).toEqual([{ one: 1 }]);
    expect(await prepared(ask)).toEqual(['select $1::int + 1 as sum']);
  }));

test('what a connection keeps prepared is bounded, and later statements run all the same', () =>
  connected(async (ask) => {
    for (let i = 0; i < 250; i += 1)
      expect(await ask(`select $1::int as n${i}`, [i])).toEqual([{ [`n${i}`]: i }]);
    expect(await prepared(ask)).toHaveLength(200);
  }));
