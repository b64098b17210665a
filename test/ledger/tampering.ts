import type { World } from '../support/world.ts';
import { brokenInvariants } from '../../src/features/ledger/index.ts';

/** Every table of the ledger, so that all of them can be emptied together. */
export const ledgerTables = [
  'accounts',
  'ledger_transactions',
  'ledger_entries',
  'lots',
  'lot_consumptions',
  'lot_restorations',
  'lot_releases',
  'holds',
  'hold_slices',
  'billed_minutes',
];

/** Alters the books as the owner of the tables, who puts every guard aside and back. */
export async function tamper(world: World, ...statements: readonly string[]): Promise<void> {
  for (const table of ledgerTables) await world.sql(`alter table ${table} disable trigger user`);
  for (const statement of statements) await world.sql(statement);
  for (const table of ledgerTables) await world.sql(`alter table ${table} enable trigger user`);
}

/** Begins anew, with books that nothing stands in. */
export const emptyBooks = (world: World): Promise<void> =>
  tamper(
    world,
    `truncate ${ledgerTables.slice(1).join(', ')}`,
    `delete from accounts where member_id is not null`,
    `delete from outbox_messages`,
  );

/** The numbers of the invariants that do not hold, such as `i3`. */
export const brokenNumbers = async (world: World): Promise<readonly string[]> =>
  [
    ...new Set(
      (await brokenInvariants(world.system())).map(({ invariant }) =>
        invariant.replace(/^invariant_(i\d+)_.*/, '$1'),
      ),
    ),
  ].sort();
