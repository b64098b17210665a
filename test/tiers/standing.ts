import { randomUUID } from 'node:crypto';
import { afterEach, expect } from '@jest/globals';
import { recomputeDecisions } from '../../src/features/tiers/index.ts';
import type { Client } from '../support/client.ts';
import type { World } from '../support/world.ts';
import type { Wire } from '../support/wire.ts';
import { starterPlanId } from '../orders/shop.ts';

/** After every test of the file: each tier is what was decided last, and every decision made again is the same (I19). */
export function keepDecisions(world: World): void {
  afterEach(async () => {
    expect(await world.sql('select * from invariant_tier_as_decided')).toEqual([]);
    expect((await recomputeDecisions(world.system())).differences).toEqual([]);
  });
}

const tierFields = `level { code name payPercent } heldLevel { code } next { code } since reviewOn graceUntil grantedUntil
  frequency spendFen orders ways { kind have need text }
  decisions(first: 20) { totalCount edges { node { before after text configVersion } } }`;

/** Your level as the API tells it. */
export const tierOf = async (client: Client): Promise<Wire> =>
  (await client.data<Wire>(`{ me { tier { ${tierFields} } } }`)).me.tier;

export interface PaidOrder {
  readonly memberId: string;
  readonly amountFen: number;
  readonly paidAt: Date;
}

/** Orders that were paid at some time, put where orders stand; nobody is told. */
export async function havePaid(world: World, orders: readonly PaidOrder[]): Promise<void> {
  const written = orders.map((order) => ({ ...order, id: randomUUID() }));
  await world.sql(
    `insert into orders (id, member_id, plan_id, plan_name, points, amount_fen, payment_method, instructions, reference,
       status, created_at, completed_at, confirmed_by)
     select id, "memberId", $2, 'test', 1, "amountFen", 'BANK_TRANSFER', '{}', 'T-' || id, 'COMPLETED', "paidAt", "paidAt", "memberId"
     from jsonb_to_recordset($1::jsonb) as o (id uuid, "memberId" uuid, "amountFen" int, "paidAt" timestamptz)`,
    [JSON.stringify(written), starterPlanId],
  );
}

/** Members without a way to log in, as many as there should be. */
export async function populate(
  world: World,
  { count, joinedAt }: { readonly count: number; readonly joinedAt: Date },
): Promise<readonly string[]> {
  const made = await world.sql(
    `insert into members (id, username, username_key, display_name, locale, time_zone, role, password_hash, created_at)
     select id, 'crowd-' || id, 'crowd-' || id, 'Crowd', 'zh-CN', 'Asia/Shanghai', 'MEMBER', '', $2
     from (select gen_random_uuid() as id from generate_series(1, $1)) as g returning id`,
    [count, joinedAt],
  );
  return made.map(({ id }) => String(id));
}
