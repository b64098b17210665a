-- The peers' rows, which stand in the schema `peers`, as the product keeps them. Triggers are off meanwhile.
-- bench_id: a member, transcript, segment or comment of the peers keeps its number inside its UUID, so that it can
-- be told back, and the order of ids stays.

-- Everybody has the password that the log-ins of bench/log-ins.ts give.
insert into members (id, username, username_key, display_name, locale, time_zone, role, password_hash, created_at)
select pg_temp.bench_id(1, id), 'member-' || id, 'member-' || id, name, 'zh-CN', 'Asia/Shanghai', 'MEMBER',
  current_setting('bench.password_hash'), timestamptz '2023-12-31Z'
from peers.members;

create temp table transcript_counts as
select t.id, coalesce(s.count, 0)::int as segments, coalesce(s.characters, 0)::int as characters, coalesce(c.count, 0)::int as comments
from peers.transcripts t
left join (select transcript_id, count(*) as count, sum(char_length(text)) as characters from peers.segments group by 1) s
  on s.transcript_id = t.id
left join (select transcript_id, count(*) as count from peers.comments group by 1) c on c.transcript_id = t.id;

-- All of them public: the benchmark asks as members who do not own what they read.
insert into transcripts (id, owner_id, title, visibility, status, share_code, last_seq, segment_count, character_count,
  comment_count, created_at, updated_at, started_at, ended_at)
select pg_temp.bench_id(2, t.id), pg_temp.bench_id(1, t.owner_id), t.title, 'PUBLIC', 'ENDED', 'BENCH' || lpad(t.id::text, 7, '0'),
  n.segments + n.comments, n.segments, n.characters, n.comments,
  t.created_at, t.created_at + interval '2 hours', t.created_at, t.created_at + interval '2 hours'
from peers.transcripts t join transcript_counts n on n.id = t.id;

-- A segment's number is that of the event that brought it; the segments came first, the comments after them.
insert into segments (id, transcript_id, seq, position, speaker, text, started_ms, ended_ms, revision, author_id, created_at)
select pg_temp.bench_id(3, s.id), pg_temp.bench_id(2, s.transcript_id), s.seq, lpad(s.seq::text, 10, '0'), s.speaker, s.text, s.started_ms, s.ended_ms, 1,
  pg_temp.bench_id(1, t.owner_id), t.created_at + s.started_ms * interval '1 millisecond'
from peers.segments s join peers.transcripts t on t.id = s.transcript_id order by s.id;

insert into transcript_events (transcript_id, seq, kind, subject_id, payload, created_at)
select transcript_id, seq, 'SEGMENT_APPENDED', id,
  jsonb_build_object('speaker', speaker, 'text', text, 'startedMs', started_ms, 'endedMs', ended_ms, 'revision', revision,
    'createdAt', pg_temp.iso(created_at)),
  created_at
from segments order by id;

create temp table numbered as
select c.*, t.owner_id, n.segments + row_number() over (partition by c.transcript_id order by c.created_at, c.id) as seq
from peers.comments c join peers.transcripts t on t.id = c.transcript_id join transcript_counts n on n.id = c.transcript_id;
create index on numbered (parent_id, seq) where author_id = owner_id;
analyze numbered;

-- Answered: the owner has written after it in its thread.
insert into comments (id, transcript_id, transcript_owner_id, parent_id, seq, author_member_id, body, created_at, answered_at)
select pg_temp.bench_id(4, c.id), pg_temp.bench_id(2, c.transcript_id), pg_temp.bench_id(1, c.owner_id), pg_temp.bench_id(4, c.parent_id),
  c.seq, pg_temp.bench_id(1, c.author_id), c.body, c.created_at,
  case when c.author_id <> c.owner_id then (
    select a.created_at from numbered a
    where a.parent_id = coalesce(c.parent_id, c.id) and a.author_id = a.owner_id and a.seq > c.seq order by a.seq limit 1) end
from numbered c order by c.id;

insert into transcript_events (transcript_id, seq, kind, subject_id, payload, created_at)
select c.transcript_id, c.seq, 'COMMENT_POSTED', c.id,
  jsonb_build_object('body', c.body, 'parentId', c.parent_id, 'transcriptOwnerId', c.transcript_owner_id,
    'authorMemberId', c.author_member_id, 'authorGrantId', null, 'authorName', m.display_name,
    'authorKind', case when c.author_member_id = c.transcript_owner_id then 'OWNER' else 'MEMBER' end,
    'createdAt', pg_temp.iso(c.created_at), 'editedAt', null, 'answeredAt', null),
  c.created_at
from comments c join members m on m.id = c.author_member_id order by c.id;
