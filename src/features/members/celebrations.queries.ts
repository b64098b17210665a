import type { Context } from '../../platform/context.ts';
import { rows, sql } from '../../platform/database/sql.ts';

/** A member whose birthday, or the day they came, is celebrated. */
export interface Celebrated {
  readonly memberId: string;
  /** The birthday, or the day in Asia/Shanghai on which they came, as YYYY-MM-DD. */
  readonly day: string;
}

export interface CelebratedWanted {
  /** The days of the year, as MM-DD. */
  readonly monthDays: readonly string[];
  /** The last member of the page before. */
  readonly after: string | null;
  readonly size: number;
}

/** Members who were born on one of these days of the year, in pages. */
export const membersBornOn = (
  ctx: Pick<Context, 'em'>,
  wanted: CelebratedWanted,
): Promise<readonly Celebrated[]> =>
  rows(
    ctx.em,
    sql<Celebrated>`select id as "memberId", to_char(birthday, 'YYYY-MM-DD') as day from members
      where birthday is not null and to_char(birthday, 'MM-DD') = any(${[...wanted.monthDays]}::text[])
        and (${wanted.after}::uuid is null or id > ${wanted.after}::uuid)
      order by id limit ${wanted.size}`,
  );

/** Members who came on one of these days of the year, in pages. */
export const membersWhoCameOn = (
  ctx: Pick<Context, 'em'>,
  wanted: CelebratedWanted,
): Promise<readonly Celebrated[]> =>
  rows(
    ctx.em,
    sql<Celebrated>`select id as "memberId", to_char(created_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as day
      from members
      where to_char(created_at at time zone 'Asia/Shanghai', 'MM-DD') = any(${[...wanted.monthDays]}::text[])
        and (${wanted.after}::uuid is null or id > ${wanted.after}::uuid)
      order by id limit ${wanted.size}`,
  );
