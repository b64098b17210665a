import type { Live } from '../support/client.ts';
import type { FeedData } from '../support/rooms.ts';
import type { SignedInClient } from '../support/world.ts';

/** Shows a line being typed. */
export const showDraft = (owner: SignedInClient, transcriptId: string, text: string): Promise<unknown> =>
  owner.data(`mutation ($input: ShowDraftInput!) { showDraft(input: $input) { __typename } }`, {
    input: { transcriptId, text },
  });

/** Resolves once every feed follows live: a draft has no number, so only who is there gets it. */
export async function seated(
  owner: SignedInClient,
  transcriptId: string,
  feeds: readonly Live<FeedData>[],
): Promise<void> {
  for (let i = 0; !feeds.every(hasDraft); i += 1) {
    const before = feeds.map(({ items }) => items.length);
    await showDraft(owner, transcriptId, `are you there? ${i}`);
    const waiting = feeds.findIndex((feed) => !hasDraft(feed));
    await feeds[waiting]?.until(({ items }) => items.length > before[waiting]!, 1_000).catch(() => undefined);
  }
}

const hasDraft = ({ items }: Live<FeedData>): boolean =>
  items.some(({ transcriptFeed }) => transcriptFeed.__typename === 'DraftShown');
