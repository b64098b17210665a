/**
 * `npm run bench:ledger`: card points spent through GraphQL by staff's adjustments of −1, which is a keyed request with
 * a posting in it, over 1,000 members and on one; each beside the same posting as one call of a function in the
 * database. Open loop: requests leave when they are due, whether the ones before are answered or not, and their time
 * counts from then. About a minute; ends by itself.
 */
import { Agent } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { v7 } from 'uuid';
import { houseAccounts } from '../src/features/ledger/accounts.rules.ts';
import { send, spread, type Figures } from './load.ts';
import { startServers } from './servers.ts';

const members = 1_000;
const seconds = 6;
const warmUpSeconds = 2;
const connections = 32;

const spend = `mutation ($input: AdjustPointsInput!) { adjustPoints(input: $input) { __typename ... on UserError { message } } }`;
const spendOf = (memberId: string): object => ({
  memberId,
  currency: 'CARD',
  points: -1,
  reason: 'bench',
  idempotencyKey: v7(),
});

/** The same posting in one call: the lock, the first lot in draw order, one balanced transaction with its news. */
const benchSpend = `create function bench_spend(posting uuid, holder uuid, name text) returns void language plpgsql as $$
declare
  main uuid;
  lot uuid;
begin
  perform 1 from accounts where member_id = holder order by currency, kind for update;
  select id into strict main from accounts where member_id = holder and kind = 'CARD_POINTS';
  select l.id into strict lot from lots l where l.member_id = holder and l.currency = 'CARD' and l.remaining > 0
    and not l.is_pending and l.available_at <= ledger_now() and (l.expires_at is null or l.expires_at > ledger_now())
    order by l.kind = 'PAID', l.expires_at nulls last, l.available_at, l.id limit 1;
  insert into ledger_transactions (id, actor, idempotency_key, request_hash, kind, member_id, reason, created_at)
    values (posting, 'house', name, '', 'ADJUSTED', holder, '{"why": {"zh": "bench", "en": "bench"}}', ledger_now());
  insert into lot_consumptions (transaction_id, lot_id, amount) values (posting, lot, 1);
  insert into ledger_entries (transaction_id, account_id, amount)
    values (posting, main, -1), (posting, '${houseAccounts.CARD.ADJUST}', 1);
  insert into outbox_messages (kind, payload, delivered_at)
    values ('pointsMoved', jsonb_build_object('transactionId', posting, 'memberId', holder), now());
end $$`;

const servers = await startServers();
const pool = new pg.Pool({ connectionString: servers.databaseUrl, max: 10 });
try {
  const ids = Array.from({ length: members }, () => v7());
  const token = await furnish(ids);
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const overGraphql = async (memberId: string): Promise<unknown> =>
    await send(servers.product, agent, {
      path: '/graphql',
      headers: { authorization: `Bearer ${token}` },
      body: JSON.stringify({ query: spend, variables: { input: spendOf(memberId) } }),
    });
  const inDatabase = (memberId: string): Promise<unknown> =>
    pool.query({ name: 'spend', text: 'select bench_spend($1, $2, $3)', values: [v7(), memberId, v7()] });
  for (const [name, of, rates] of [
    ['over 1,000 members', ids, [300, 600]],
    ['on one hot member', ids.slice(0, 1), [300]],
  ] as const) {
    for (const rate of rates) {
      for (const [how, act] of [
        ['GraphQL', overGraphql],
        ['raw SQL', inDatabase],
      ] as const) {
        await openLoop({ rate, seconds: warmUpSeconds, act: (i) => act(of[i % of.length]!) });
        tell(
          `${name}, ${how}, ${rate}/s asked`,
          await openLoop({ rate, seconds, act: (i) => act(of[i % of.length]!) }),
        );
      }
    }
  }
  agent.destroy();
} finally {
  await pool.end();
  await servers.stop();
}

interface OpenLoop {
  readonly rate: number;
  readonly seconds: number;
  readonly act: (i: number) => Promise<unknown>;
}

/** So many a second, each timed from the moment when it was due. Throws at the first that fails. */
async function openLoop({ rate, seconds: length, act }: OpenLoop): Promise<Figures> {
  const timesMs: number[] = [];
  const underWay: Promise<void>[] = [];
  const startedMs = performance.now();
  for (let i = 0; i < rate * length; i += 1) {
    const dueMs = startedMs + (i * 1_000) / rate;
    const early = dueMs - performance.now();
    if (early > 1) await wait(early);
    underWay.push(act(i).then(() => void timesMs.push(performance.now() - dueMs)));
  }
  await Promise.all(underWay);
  const perSecond = (timesMs.length * 1_000) / (performance.now() - startedMs);
  return { ...spread(timesMs), perSecond, requests: timesMs.length };
}

function tell(name: string, { perSecond, medianMs, p99Ms }: Figures): void {
  console.log(
    `${name.padEnd(44)} ${perSecond.toFixed(0).padStart(6)}/s   median ${medianMs.toFixed(1)} ms   p99 ${p99Ms.toFixed(1)} ms`,
  );
}

/** Members with a hundred thousand card points each, and an operator, whose token it returns. */
async function furnish(ids: readonly string[]): Promise<string> {
  await pool.query(
    `insert into members (id, username, username_key, display_name, locale, time_zone, role, password_hash, created_at)
     select id, 'bench-' || id, 'bench-' || id, 'Bench', 'en', 'UTC', 'MEMBER', '', now() from unnest($1::uuid[]) as id`,
    [ids],
  );
  await pool.query(benchSpend);
  const register = `mutation ($input: RegisterMemberInput!) { registerMember(input: $input) { ... on RegisterMemberSuccess { token member { id } } } }`;
  const input = { username: 'bench-staff', password: 'a good password 991', displayName: 'Staff' };
  const { registerMember } = (await ask(register, { input })) as {
    registerMember: { token: string; member: { id: string } };
  };
  await pool.query(`update members set role = 'OPERATOR' where id = $1`, [registerMember.member.id]);
  const agent = new Agent({ keepAlive: true, maxSockets: 8 });
  await Promise.all(
    ids.map((memberId) =>
      send(servers.product, agent, {
        path: '/graphql',
        headers: { authorization: `Bearer ${registerMember.token}` },
        body: JSON.stringify({
          query: spend,
          variables: { input: { ...spendOf(memberId), points: 100_000 } },
        }),
      }),
    ),
  );
  agent.destroy();
  return registerMember.token;
}

async function ask(query: string, variables: object): Promise<unknown> {
  const answer = await fetch(`${servers.product}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  return ((await answer.json()) as { data: unknown }).data;
}
