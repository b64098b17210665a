import type { Client } from '../support/client.ts';

export interface Brief {
  readonly code: string;
  readonly text: string;
  readonly note?: string;
}

export interface Saved {
  readonly __typename: string;
  readonly message?: string;
  readonly field?: string;
  readonly changedCount?: number;
  readonly dictionary?: { readonly revision: number; readonly entryCount: number };
}

export interface SaveInput {
  readonly transcriptId?: string | null;
  readonly put?: readonly Brief[];
  readonly remove?: readonly string[];
}

export const saveDocument = `mutation ($input: SaveBriefsInput!) { saveBriefs(input: $input) {
  __typename
  ... on SaveBriefsSuccess { changedCount dictionary { revision entryCount } }
  ... on UserError { message } ... on InvalidInput { field } } }`;

/** Saves into a dictionary; returns what came of it. */
export async function save(writer: Client, input: SaveInput): Promise<Saved> {
  return (await writer.data<{ saveBriefs: Saved }>(saveDocument, { input })).saveBriefs;
}

export interface Changes {
  readonly revision: number;
  readonly completeFrom: number;
  readonly put: readonly Required<Brief>[];
  readonly removed: readonly string[];
  readonly cursor: string | null;
}

const changesFields = `changes(since: $since, after: $after) { revision completeFrom put { code text note } removed cursor }`;

/** One page of what changed in one's own dictionary. */
export async function ownChanges(
  writer: Client,
  wanted: { readonly since?: number; readonly after?: string | null } = {},
): Promise<Changes> {
  const { me } = await writer.data<{ me: { briefDictionary: { changes: Changes } } }>(
    `query ($since: Int!, $after: String) { me { briefDictionary { ${changesFields} } } }`,
    { since: 0, ...wanted },
  );
  return me.briefDictionary.changes;
}

/** What changed in a transcript's dictionary; null to whoever may not write it. */
export async function eventChanges(writer: Client, transcriptId: string): Promise<Changes | null> {
  const { transcript } = await writer.data<{
    transcript: { briefDictionary: { changes: Changes } | null } | null;
  }>(
    `query ($id: ID!, $since: Int!, $after: String) { transcript(id: $id) { briefDictionary { ${changesFields} } } }`,
    { id: transcriptId, since: 0 },
  );
  return transcript?.briefDictionary?.changes ?? null;
}
