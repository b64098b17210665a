import { sql, type RawBuilder } from 'kysely';
import type { Context } from '../context.ts';
import { findingAt, type Finding } from './one.ts';
import type { Source, Written } from './source.ts';
import { Statement } from './statement.ts';

/** The table for which a fragment is wanted, by the name that the surrounding statement gave it. */
export interface FragmentPlace<Row> {
  readonly source: Source<Row>;
  readonly alias: string;
  readonly ctx: Pick<Context, 'actor'>;
}

/** A condition on rows as a part of a statement that is written as a template. */
export function asFragment<Row>(
  { source, alias, ctx }: FragmentPlace<Row>,
  write: (finding: Finding<Row>) => Written,
): RawBuilder<unknown> {
  const statement = new Statement(ctx as Context);
  const { text } = write(findingAt({ statement, source, alias }));
  const pieces = text.split(/\$(\d+)/);
  const texts = pieces.filter((_, i) => i % 2 === 0);
  const values = pieces.filter((_, i) => i % 2 === 1).map((place) => statement.values[Number(place) - 1]);
  return sql(texts as unknown as TemplateStringsArray, ...values);
}
