import type { Context } from '../context.ts';
import { runText } from '../database/sql.ts';
import type { Statement } from './statement.ts';

/** Runs a written statement where the context stands. */
export const run = <Row>(
  ctx: Pick<Context, 'em'>,
  text: string,
  { values, alone }: Statement,
): Promise<readonly Row[]> => runText<Row>(ctx.em, { text, values, alone });
