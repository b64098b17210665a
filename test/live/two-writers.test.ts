import { expect, test } from '@jest/globals';
import { dismiss, invite, openRoom, say } from '../support/rooms.ts';
import { startWorld, type SignedInClient } from '../support/world.ts';

const world = await startWorld();

const draft = (who: SignedInClient, transcriptId: string, text: string): Promise<unknown> =>
  who.data(`mutation ($input: ShowDraftInput!) { showDraft(input: $input) { __typename } }`, {
    input: { transcriptId, text },
  });

interface Told {
  readonly transcriptFeed: {
    readonly __typename: string;
    readonly text?: string;
    readonly writerKey?: string;
    readonly endsDraftOf?: string | null;
    readonly writer?: { readonly displayName: string; readonly kind: string };
  };
}

test('two who type at once each have a line of their own, and a commit ends the right one', async () => {
  const [owner, writer] = [await world.member('owner'), await world.member('writer')];
  const { id } = await openRoom(owner);
  await invite(owner, id, { who: writer, role: 'WRITER' });
  const feed = owner.subscribe<Told>(
    `subscription ($id: ID!) { transcriptFeed(transcriptId: $id) { __typename
      ... on SegmentAppended { endsDraftOf } ... on DraftShown { text writerKey writer { displayName kind } } } }`,
    { id },
  );
  await feed.connected();
  const drafts = (): readonly Told['transcriptFeed'][] =>
    feed.items
      .map(({ transcriptFeed }) => transcriptFeed)
      .filter(({ __typename }) => __typename === 'DraftShown');
  while (drafts().length === 0) {
    await draft(owner, id, 'from the one');
    await feed.until(() => drafts().length > 0, 100).catch(() => undefined);
  }
  await draft(writer, id, 'from the other');
  await feed.until(() => drafts().some(({ text }) => text === 'from the other'));
  const [one, other] = [drafts()[0], drafts().at(-1)];
  expect(one?.writer).toEqual({ displayName: 'owner', kind: 'OWNER' });
  expect(other?.writer).toEqual({ displayName: 'writer', kind: 'MEMBER' });
  expect(one?.writerKey).not.toBe(other?.writerKey);
  await say(writer, id, 'from the other, done');
  const appended = (it: Told): boolean => it.transcriptFeed.__typename === 'SegmentAppended';
  await feed.until(({ items }) => items.some(appended));
  expect(feed.items.find(appended)?.transcriptFeed.endsDraftOf).toBe(other?.writerKey);
  for (const key of [one, other]) {
    expect(key?.writerKey).not.toContain(owner.id);
    expect(key?.writerKey).toHaveLength(8);
  }
  await feed.close();
});

test.each(['removed', 'gone', 'organiser now'])('whoever is %s leaves no half line behind', async (how) => {
  const [owner, writer] = [await world.member('owner'), await world.member('writer')];
  const { id } = await openRoom(owner);
  await invite(owner, id, { who: writer, role: 'WRITER' });
  const feed = owner.subscribe<Told>(
    `subscription ($id: ID!, $after: Int) { transcriptFeed(transcriptId: $id, after: $after) { __typename
      ... on DraftShown { text writerKey } } }`,
    { id, after: 0 },
  );
  await feed.first(1);
  const drafts = (): readonly Told['transcriptFeed'][] =>
    feed.items
      .map(({ transcriptFeed }) => transcriptFeed)
      .filter(({ __typename }) => __typename === 'DraftShown');
  await draft(writer, id, 'half a li');
  await feed.until(() => drafts().length > 0);
  if (how === 'removed') await dismiss(owner, id, writer);
  else if (how === 'organiser now') await invite(owner, id, { who: writer, role: 'ORGANISER' });
  else
    await writer.data(`mutation ($input: LeaveCrewInput!) { leaveCrew(input: $input) { __typename } }`, {
      input: { transcriptId: id },
    });
  await feed.until(() => drafts().length > 1);
  expect(drafts().at(-1)).toEqual({ ...drafts()[0], text: '' });
  await feed.close();
});
