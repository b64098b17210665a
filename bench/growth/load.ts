import type pg from 'pg';
import {
  checkInvariants,
  loadedVersion,
  loadRows,
  migrateProduct,
  noteLoaded,
  recreate,
  withClient,
} from '../bench-database.ts';
import type { PeersFolder } from '../peers/peers-folder.ts';

/** Change it whenever other rows are loaded. */
const version = 'growth-3';

/** The shape of a house that has so many transcripts: what a member has stays, members and rooms become more. */
export const transcriptsPerMember = 10;
export const segmentsPerTranscript = 20;
/** One transcript in so many is a long one. */
export const longEvery = 10_000;
export const longSegments = 10_000;
/** A word that one transcript of each member contains, and nobody's title. */
export const searchedWord = '季度预算';

export const databaseOf = (size: number): string => `scribecast_growth_${size}`;

/** Loads a house of this size, unless it is there. */
export async function furnishGrown(peers: PeersFolder, size: number): Promise<void> {
  const [name, url] = [databaseOf(size), peers.databaseUrl(databaseOf(size))];
  await withClient(peers.databaseUrl('postgres'), async (admin) => {
    if ((await loadedVersion(admin, { name, url })) === version) return;
    const startedMs = performance.now();
    await recreate(admin, name);
    await fill(url, size);
    const { rows } = await admin.query<{ size: string }>(
      `select pg_size_pretty(pg_database_size($1)) as size`,
      [name],
    );
    const tookSeconds = ((performance.now() - startedMs) / 1_000).toFixed(0);
    console.error(`${size} transcripts: loaded in ${tookSeconds} s, ${rows[0]?.size} on disk`);
  });
}

async function fill(url: string, size: number): Promise<void> {
  await migrateProduct(url);
  await withClient(url, async (client) => {
    await loadRows(client, async () => {
      await insertMembers(client, size / transcriptsPerMember);
      for (let from = 1; from <= size; from += batchOf(size))
        await insertTranscripts(client, { size, from, to: Math.min(size, from + batchOf(size) - 1) });
    });
    await checkInvariants(client);
    await client.query('vacuum analyze');
    await noteLoaded(client, version);
  });
}

const batchOf = (size: number): number => Math.min(size, 50_000);

/** Members with a welcome gift of 60 points. */
async function insertMembers(client: pg.Client, count: number): Promise<void> {
  await client.query(`
    insert into members (id, username, username_key, display_name, locale, time_zone, role, password_hash, created_at)
    select pg_temp.bench_id(1, n), 'member-' || n, 'member-' || n, 'Member ' || n, 'zh-CN', 'Asia/Shanghai', 'MEMBER',
      current_setting('bench.password_hash'), timestamptz '2023-12-31Z'
    from generate_series(1, ${count}) as n;
    insert into accounts (id, member_id, kind, currency, balance)
    select pg_temp.bench_id(7, 2 * n + is_debt), pg_temp.bench_id(1, n), (array['CARD_POINTS', 'DEBT'])[1 + is_debt], 'CARD', 60 * (1 - is_debt)
    from generate_series(1, ${count}) as n, generate_series(0, 1) as is_debt;
    insert into ledger_transactions (id, actor, idempotency_key, request_hash, kind, member_id, reason, created_at)
    select pg_temp.bench_id(8, n), 'house', 'welcome:' || pg_temp.bench_id(1, n), '', 'WELCOME_GIFT', pg_temp.bench_id(1, n),
      '{"months": 12}', timestamptz '2024-01-01Z'
    from generate_series(1, ${count}) as n;
    insert into lots (id, member_id, currency, kind, initial, remaining, available_at, expires_at, source_transaction_id)
    select pg_temp.bench_id(9, n), pg_temp.bench_id(1, n), 'CARD', 'GIFT', 60, 60, timestamptz '2024-01-01Z', timestamptz '2030-01-01Z', pg_temp.bench_id(8, n)
    from generate_series(1, ${count}) as n;
    insert into ledger_entries (transaction_id, account_id, currency, amount, balance_after)
    select pg_temp.bench_id(8, n), pg_temp.bench_id(7, 2 * n), 'CARD', 60, 60 from generate_series(1, ${count}) as n;
    insert into ledger_entries (transaction_id, account_id, currency, amount, balance_after)
    select pg_temp.bench_id(8, n), (select id from accounts where kind = 'ISSUE_GIFT' and member_id is null), 'CARD', -60, 0
    from generate_series(1, ${count}) as n;`);
}

interface Batch {
  readonly size: number;
  readonly from: number;
  readonly to: number;
}

/** Some transcripts with their segments, comments and events. */
async function insertTranscripts(client: pg.Client, { size, from, to }: Batch): Promise<void> {
  const members = size / transcriptsPerMember;
  // A member's transcripts lie apart, as they do when all members write at the same time.
  await client.query(`
    create temp table batch as
    select t, 1 + t % ${members} as owner, t % ${longEvery} = 0 as is_long,
      case when t % ${longEvery} = 0 then ${longSegments} else ${segmentsPerTranscript} end as segments,
      case when t % ${longEvery} = 0 then 200 else 2 end as comments,
      timestamptz '2024-01-01Z' + t * interval '30 seconds' as created_at
    from generate_series(${from}, ${to}) as t;
    insert into transcripts (id, owner_id, title, visibility, status, share_code, last_seq, segment_count, character_count,
      comment_count, created_at, updated_at, started_at, ended_at)
    select pg_temp.bench_id(2, t), pg_temp.bench_id(1, owner), '会议 ' || t, case when t % 3 = 0 or is_long then 'PUBLIC' else 'PRIVATE' end, 'ENDED',
      'GROWTH' || t, segments + comments, segments, segments * 40, comments, created_at, created_at, created_at, created_at + interval '1 hour'
    from batch;
    insert into segments (id, transcript_id, seq, position, speaker, text, started_ms, ended_ms, revision, author_id, created_at)
    select pg_temp.bench_id(3, t::bigint * 16384 + s), pg_temp.bench_id(2, t), s, lpad(s::text, 10, '0'), '发言人 ' || (1 + s / 7 % 4),
      (array['我们先看一下上周的进度', '接下来讨论发布的安排', '这个问题我觉得需要再确认', '关于用户反馈我补充一点'])[1 + (t + s) % 4]
        || case when s = 7 and t / ${members} = 3 then '，${searchedWord}在这里' else '' end
        || (array['，the draft is shared', '，numbers come tomorrow', '，please have a look'])[1 + (t + s * 3) % 3] || ' ' || s,
      s * 4000, s * 4000 + 3500, 1, pg_temp.bench_id(1, owner), created_at + s * interval '4 seconds'
    from batch, generate_series(1, segments) as s;
    insert into transcript_events (transcript_id, seq, kind, subject_id, payload, created_at)
    select transcript_id, seq, 'SEGMENT_APPENDED', id,
      jsonb_build_object('speaker', speaker, 'text', text, 'startedMs', started_ms, 'endedMs', ended_ms, 'revision', revision,
        'createdAt', pg_temp.iso(created_at)), created_at
    from segments where transcript_id between pg_temp.bench_id(2, ${from}) and pg_temp.bench_id(2, ${to}) order by id;
    insert into comments (id, transcript_id, transcript_owner_id, parent_id, seq, author_member_id, body, created_at)
    select pg_temp.bench_id(4, t::bigint * 256 + c), pg_temp.bench_id(2, t), pg_temp.bench_id(1, owner),
      case when c % 2 = 0 then pg_temp.bench_id(4, t::bigint * 256 + c - 1) end, segments + c,
      pg_temp.bench_id(1, 1 + (t::bigint * 31 + c) % ${members}), '请问第 ' || c || ' 点可以再说明一下吗？', created_at + interval '1 hour' + c * interval '1 second'
    from batch, generate_series(1, comments) as c;
    insert into transcript_events (transcript_id, seq, kind, subject_id, payload, created_at)
    select c.transcript_id, c.seq, 'COMMENT_POSTED', c.id,
      jsonb_build_object('body', c.body, 'parentId', c.parent_id, 'transcriptOwnerId', c.transcript_owner_id,
        'authorMemberId', c.author_member_id, 'authorGrantId', null, 'authorName', m.display_name,
        'authorKind', case when c.author_member_id = c.transcript_owner_id then 'OWNER' else 'MEMBER' end,
        'createdAt', pg_temp.iso(c.created_at), 'editedAt', null, 'answeredAt', null), c.created_at
    from comments c join members m on m.id = c.author_member_id
    where c.transcript_id between pg_temp.bench_id(2, ${from}) and pg_temp.bench_id(2, ${to}) order by c.id;
    insert into live_sessions (id, transcript_id, member_id, started_at, first_segment_at, last_activity_at, ended_at)
    select pg_temp.bench_id(6, t), pg_temp.bench_id(2, t), pg_temp.bench_id(1, owner), created_at, created_at,
      created_at + interval '1 hour', created_at + interval '1 hour'
    from batch;
    -- Guests with half of the rooms' passwords, and news that was delivered and is kept for a week.
    insert into view_grants (id, transcript_id, token_hash, nickname, created_at, expires_at, admitted_at)
    select pg_temp.bench_id(5, t), pg_temp.bench_id(2, t), sha256(convert_to('guest ' || t, 'UTF8')), 'Guest ' || t,
      created_at, created_at + interval '12 hours', created_at
    from batch where t % 2 = 0;
    insert into outbox_messages (kind, payload, delivered_at)
    select 'memberRegistered', jsonb_build_object('memberId', pg_temp.bench_id(1, owner)), now() from batch where t % 10 = 0;
    drop table batch;`);
}
