import type { EntityManager } from '@mikro-orm/postgresql';
import { sql, type Kysely, type RawBuilder } from 'kysely';

/** Tagged SQL whose `${}` are always parameters, never text. */
export { sql };

/** Runs a statement where the EntityManager stands: in its transaction if it has one, else on the pool. */
export async function rows<Row>(em: EntityManager, statement: RawBuilder<Row>): Promise<readonly Row[]> {
  const place = em.getTransactionContext<Kysely<unknown>>() ?? em.getConnection().getClient();
  return (await statement.execute(place)).rows;
}

/** The only row of a statement that yields one or none. */
export async function row<Row>(em: EntityManager, statement: RawBuilder<Row>): Promise<Row | null> {
  return (await rows(em, statement))[0] ?? null;
}

/** A text to be found literally inside another by `like`. */
export const containing = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`;
