import type { World } from '../support/world.ts';

/** The ledger's own clock, the database's, held still and moved by hand. */
export interface LedgerClock {
  set(moment: string): Promise<void>;
}

/** Puts a clock that stands still in the place of the database's. */
export async function holdLedgerClock(world: World, moment: string): Promise<LedgerClock> {
  await world.sql(`create table held_clock (moment timestamptz(3) not null)`);
  await world.sql(`insert into held_clock values ($1)`, [moment]);
  await world.sql(
    `create or replace function ledger_now() returns timestamptz language sql stable as 'select moment from held_clock'`,
  );
  return { set: async (next) => void (await world.sql(`update held_clock set moment = $1`, [next])) };
}
