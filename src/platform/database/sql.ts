import type { EntityManager } from '@mikro-orm/postgresql';
import type { StatementLines } from './statement-lines.ts';
import { CompiledQuery, sql, type Kysely, type RawBuilder } from 'kysely';

/** Tagged SQL whose `${}` are always parameters, never text. */
export { sql };

/** Where statements outside of any transaction go, by the connection of their EntityManager; else to its pool. */
const lines = new WeakMap<object, StatementLines>();

/** Sends statements that stand alone over lines of their own. */
export const useLines = (em: EntityManager, own: StatementLines): void =>
  void lines.set(em.getConnection(), own);

/** Runs a statement where the EntityManager stands: in its transaction if it has one, else by itself. */
export async function rows<Row>(em: EntityManager, statement: RawBuilder<Row>): Promise<readonly Row[]> {
  const transaction = em.getTransactionContext<Kysely<unknown>>();
  if (transaction) return (await statement.execute(transaction)).rows;
  const { sql: text, parameters } = statement.compile(em.getConnection().getClient());
  return runText(em, { text, values: parameters });
}

/** The only row of a statement that yields one or none. */
export async function row<Row>(em: EntityManager, statement: RawBuilder<Row>): Promise<Row | null> {
  return (await rows(em, statement))[0] ?? null;
}

/** A text to be found literally inside another by `like`. */
export const containing = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`;

/** A statement as text, its values at $1, $2 … */
export interface TextStatement {
  readonly text: string;
  readonly values: readonly unknown[];
  /** Whether it may take long, as a search does, so that others should not stand behind it. */
  readonly alone?: boolean;
}

/** Runs a statement that was written elsewhere; stands where `rows` would. */
export async function runText<Row>(em: EntityManager, statement: TextStatement): Promise<readonly Row[]> {
  const { text, values } = statement;
  const connection = em.getConnection();
  const own = lines.get(connection);
  const transaction = em.getTransactionContext<Kysely<unknown>>();
  if (own && !transaction) return own.query(text, values, statement);
  const place = transaction ?? connection.getClient();
  return (await place.executeQuery<Row>(CompiledQuery.raw(text, [...values]))).rows;
}
