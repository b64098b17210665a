/**
 * The reference: the same data by hand-written SQL over node:http, and a bare `ws` broadcast. No GraphQL, no access
 * checks, no limits, no log of events. DATABASE_URL names the database. Prints its own address when it listens.
 */
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';
import { WebSocketServer } from 'ws';

const pool = new pg.Pool({ connectionString: process.env['DATABASE_URL'], max: 16 });
await pool.query(`create table bare_comments (like comments including indexes)`);
await pool.query(`create table bare_counter (seq int not null)`);
await pool.query(`insert into bare_counter values (0)`);

type Body = Readonly<Record<string, string>>;
type Rows = readonly Record<string, unknown>[];
const rows = async (text: string, values: readonly unknown[]): Promise<Rows> =>
  (await pool.query<Record<string, unknown>>(text, [...values])).rows;

const answers: Readonly<Record<string, (body: Body) => Promise<unknown>>> = {
  '/reader': async ({ id }) => {
    const [[transcript], segments, comments] = await Promise.all([
      rows(
        `select t.id, t.title, t.status, t.visibility, t.last_seq, m.display_name
         from transcripts t join members m on m.id = t.owner_id where t.id = $1 and t.deleted_at is null`,
        [id],
      ),
      rows(
        `select id, seq, position, speaker, text, started_ms, ended_ms, revision, checked_at from segments
         where transcript_id = $1 and removed_at is null order by position desc limit 51`,
        [id],
      ),
      rows(
        `select c.id, c.body, c.created_at, coalesce(c.author_nickname, m.display_name) as author, r.replies
         from comments c left join members m on m.id = c.author_member_id
         cross join lateral (
           select json_agg(x) as replies from (
             select r.id, r.body, coalesce(r.author_nickname, rm.display_name) as author
             from comments r left join members rm on rm.id = r.author_member_id
             where r.parent_id = c.id order by r.seq limit 4) x) r
         where c.transcript_id = $1 and c.parent_id is null order by c.seq limit 21`,
        [id],
      ),
    ]);
    return { transcript, segments, comments };
  },
  '/dashboard': async ({ id }) => {
    const [[me], accounts, transcripts, comments, announcements] = await Promise.all([
      rows(`select id, display_name from members where id = $1`, [id]),
      rows(`select kind, balance from accounts where member_id = $1`, [id]),
      rows(
        `select id, title, status, visibility, created_at, comment_count from transcripts
         where owner_id = $1 and deleted_at is null order by created_at desc, id desc limit 6`,
        [id],
      ),
      rows(
        `select c.id, c.body, c.created_at, c.answered_at, coalesce(c.author_nickname, m.display_name) as author,
           t.id as transcript_id, t.title
         from comments c join transcripts t on t.id = c.transcript_id left join members m on m.id = c.author_member_id
         where c.transcript_owner_id = $1 and c.removed_at is null and c.author_member_id is distinct from $1
         order by c.created_at desc, c.id desc limit 11`,
        [id],
      ),
      rows(
        `select id, title, body, published_at from announcements where withdrawn_at is null
         order by published_at desc, id desc limit 4`,
        [],
      ),
    ]);
    return { me, accounts, transcripts, comments, announcements };
  },
  '/comment': async ({ id, transcriptId, ownerId, body }) => {
    const client = await pool.connect();
    try {
      await client.query('begin');
      const counted = await client.query<{ seq: number }>(
        `update bare_counter set seq = seq + 1 returning seq`,
      );
      await client.query(
        `insert into bare_comments (id, transcript_id, transcript_owner_id, seq, author_member_id, body, created_at)
         values ($1, $2, $3, $4, $3, $5, now())`,
        [id, transcriptId, ownerId, counted.rows[0]?.seq, body],
      );
      await client.query('commit');
    } finally {
      client.release();
    }
    return { id };
  },
  '/broadcast': ({ text }) => {
    for (const socket of sockets.clients) socket.send(`{"type":"next","payload":${JSON.stringify(text)}}`);
    return Promise.resolve({ sent: sockets.clients.size });
  },
};

const server = createServer((request, response) => {
  void bodyOf(request)
    .then((body) => answers[request.url ?? '']?.(body))
    .then(
      (answer) => response.setHeader('content-type', 'application/json').end(JSON.stringify(answer)),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
});
const sockets = new WebSocketServer({ server, perMessageDeflate: false });
server.listen(0, '127.0.0.1', () => {
  console.log(`bare http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});

async function bodyOf(request: IncomingMessage): Promise<Body> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return JSON.parse(Buffer.concat(chunks).toString('utf8')) as Body;
}
