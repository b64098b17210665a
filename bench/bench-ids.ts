/** What a number of the bench's own rows stands for; the digit is in the id. */
export const benchKinds = { member: 1, transcript: 2, segment: 3, comment: 4, session: 6 } as const;
export type BenchKind = keyof typeof benchKinds;

/** The id of the bench's n-th member, transcript …: the number inside a UUID, so that order and number stay. */
export const benchId = (kind: BenchKind, n: number): string =>
  `0000000${benchKinds[kind]}-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;

/** The number in an id of the bench; what the product made itself has none and is told as it is. */
export const numberIn = (id: string): string => {
  const digits = /^0000000\d-0000-7000-8000-([0-9a-f]{12})$/.exec(id)?.[1];
  return digits === undefined ? id : String(Number.parseInt(digits, 16));
};

/** Ids from here on were made while measuring. */
export const firstMadeId = '00000010-0000-0000-0000-000000000000';

/** benchId and the form of times in the log, for SQL that loads rows. */
export const loadingFunctions = `
  create or replace function pg_temp.bench_id(kind int, n bigint) returns uuid language sql immutable as
    $$ select ('0000000' || kind || '-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid $$;
  create or replace function pg_temp.iso(moment timestamptz) returns text language sql stable as
    $$ select to_char(moment at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') $$;`;

/** The bearer token of the n-th member's session; the bench is the only one that has such short ones. */
export const benchToken = (member: number): string => `bench-session-of-member-${member}`;

/** Everybody's password in a house of the bench. */
export const benchPassword = 'everybody at the bench';
