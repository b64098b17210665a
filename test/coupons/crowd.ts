import { randomUUID } from 'node:crypto';
import { v7 } from 'uuid';
import { hashToken, newToken } from '../../src/platform/auth/tokens.ts';
import { Client } from '../support/client.ts';
import type { World } from '../support/world.ts';

/** A member with a session; made in the database, because two hundred passwords would take longer than the test. */
export interface Shopper {
  readonly id: string;
  readonly client: Client;
}

/** So many members who are logged in. */
export async function crowd(world: World, count: number): Promise<readonly Shopper[]> {
  const people = Array.from({ length: count }, () => ({ id: v7(), session: v7(), token: newToken() }));
  await world.sql(
    `insert into members (id, username, username_key, display_name, locale, time_zone, role, password_hash, created_at)
     select id, 'shopper-' || id, 'shopper-' || id, 'Shopper', 'en', 'UTC', 'MEMBER', 'none', now() from unnest($1::uuid[]) as p (id)`,
    [people.map(({ id }) => id)],
  );
  await world.sql(
    `insert into sessions (id, member_id, token_hash, device, address, created_at, last_seen_at, idle_ms, expires_at)
     select session, id, hash, 'test', '127.0.0.1', now(), now(), 400000000000, now() + interval '10 years'
     from unnest($1::uuid[], $2::uuid[], $3::bytea[]) as p (session, id, hash)`,
    [
      people.map(({ session }) => session),
      people.map(({ id }) => id),
      people.map(({ token }) => hashToken(token)),
    ],
  );
  return people.map(({ id, token }) => {
    const client = new Client(world.url);
    client.token = token;
    return { id, client };
  });
}

/** Puts a coupon of a type into each one's hands; returns it by its owner. */
export async function stock(
  world: World,
  typeId: string,
  shoppers: readonly Shopper[],
): Promise<ReadonlyMap<string, string>> {
  const given = shoppers.map(({ id }) => [id, v7()] as const);
  await world.sql(
    `with counted as (update coupon_types set issued_count = issued_count + $3::int where id = $4::uuid)
     insert into coupons (id, type_id, member_id, ordinal, state, source, occasion, valid_from, valid_until, issued_at, changed_at)
     select id, $4::uuid, member_id, 1, 'ISSUED', 'STAFF', $5, now() - interval '1 day', now() + interval '30 days', now(), now()
     from unnest($1::uuid[], $2::uuid[]) as p (member_id, id)`,
    [given.map(([id]) => id), given.map(([, id]) => id), given.length, typeId, `test:${randomUUID()}`],
  );
  return new Map(given);
}
