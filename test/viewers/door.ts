import type { Client, Live } from '../support/client.ts';
import type { Room } from '../support/rooms.ts';

/** How somebody stands at a door. */
export interface Hint {
  readonly state: string;
  readonly status: string;
  readonly title: string;
  readonly hostIsHere: boolean;
}

/** Follows a door. */
export const atDoor = (visitor: Client, { shareCode }: Pick<Room, 'shareCode'>): Live<{ doorFeed: Hint }> =>
  visitor.subscribe(
    `subscription ($shareCode: String!) { doorFeed(shareCode: $shareCode) { state status title hostIsHere } }`,
    { shareCode },
  );

/** Resolves once the door says so. */
export const untilState = (door: Live<{ doorFeed: Hint }>, state: string): Promise<unknown> =>
  door.until(({ items }) => items.at(-1)?.doorFeed.state === state);

/** What the door's page is shown. */
export async function doorOf(visitor: Client, { shareCode }: Pick<Room, 'shareCode'>): Promise<Shown | null> {
  const { sharedTranscript } = await visitor.data<{ sharedTranscript: Shown | null }>(
    `query ($shareCode: String!) { sharedTranscript(shareCode: $shareCode) {
      state needsPassword viewersUntil title transcript { id } } }`,
    { shareCode },
  );
  return sharedTranscript;
}

interface Shown {
  readonly state: string;
  readonly needsPassword: boolean;
  readonly viewersUntil: string | null;
  readonly title: string;
  readonly transcript: { readonly id: string } | null;
}

/** What an act at the door answered. */
export interface Acted {
  readonly __typename: string;
  readonly field?: string;
  readonly decided?: number;
  readonly revoked?: number;
  readonly door?: Desk;
}

/** A door as its keepers see it. */
export interface Desk {
  readonly admission: string;
  readonly viewersUntil: string | null;
  readonly embedOrigins: readonly string[] | null;
  readonly waiting: readonly { readonly id: string; readonly nickname: string }[];
  readonly waitingCount: number;
  readonly viewers: {
    readonly totalCount: number;
    readonly edges: readonly { readonly node: { readonly id: string; readonly nickname: string } }[];
  } | null;
}

export const deskFields = `admission viewersUntil embedOrigins waiting { id nickname } waitingCount
  viewers { totalCount edges { node { id nickname } } }`;

const act =
  (name: string, more: string) =>
  async (client: Client, input: object): Promise<Acted> => {
    const type = `${name[0]!.toUpperCase()}${name.slice(1)}`;
    const data = await client.data<Record<string, Acted>>(
      `mutation ($input: ${type}Input!) { ${name}(input: $input) { __typename
        ... on ${type}Success { ${more} door { ${deskFields} } } ... on InvalidInput { field } } }`,
      { input },
    );
    return data[name]!;
  };

export const changeDoor = act('changeDoor', '');
export const decideViewers = act('decideViewers', 'decided');
export const revokeViewers = act('revokeViewers', 'revoked');
