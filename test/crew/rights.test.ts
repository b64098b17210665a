import { describe, expect, test } from '@jest/globals';
import { dismiss, feedDocument, invite, openRoom, say, startLive, type FeedData } from '../support/rooms.ts';
import { startWorld, type SignedInClient } from '../support/world.ts';
import { runMeter } from '../../src/features/transcripts/live-sessions.service.ts';

const world = await startWorld({ env: { WELCOME_POINTS: '2' } });

/** An owner with a live private room, and somebody whom they do not know yet. */
async function scene(): Promise<{ owner: SignedInClient; other: SignedInClient; id: string }> {
  const [owner, other] = [await world.member('owner'), await world.member('other')];
  return { owner, other, id: (await openRoom(owner)).id };
}

interface Rights {
  readonly transcript: {
    readonly viewerIsOwner: boolean;
    readonly viewerCanWrite: boolean;
    readonly viewerCanComment: boolean;
    readonly shareCode: string | null;
    readonly crew:
      readonly { displayName: string; role: string; isLead: boolean; isViewer: boolean }[] | null;
  } | null;
}

const rightsOf = async (who: SignedInClient, id: string): Promise<Rights['transcript']> =>
  (
    await who.data<Rights>(
      `query ($id: ID!) { transcript(id: $id) {
        viewerIsOwner viewerCanWrite viewerCanComment shareCode crew { displayName role isLead isViewer } } }`,
      { id },
    )
  ).transcript;

const codeOf = async (who: SignedInClient, mutation: string, input: object): Promise<unknown> => {
  const name = /^\w+/.exec(mutation)?.[0] ?? '';
  const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input!`;
  const answer = await who.request<Record<string, { __typename: string }>>(
    `mutation ($input: ${type}) { ${name}(input: $input) { __typename } }`,
    { input },
  );
  return answer.errors?.[0]?.extensions?.['code'] ?? answer.data?.[name]?.__typename;
};

const appended = (transcriptId: string): object => ({ id: crypto.randomUUID(), transcriptId, text: 'words' });

describe('a writer', () => {
  test('reads, types, corrects and removes, starts, ends and comments, from the invitation on', async () => {
    const { owner, other, id } = await scene();
    expect(await rightsOf(other, id)).toBeNull();
    expect(await codeOf(other, 'appendSegment', appended(id))).toBe('NOT_FOUND');
    expect(await invite(owner, id, { who: other, role: 'WRITER' })).toBe('InviteToCrewSuccess');
    expect(await rightsOf(other, id)).toMatchObject({
      viewerIsOwner: false,
      viewerCanWrite: true,
      viewerCanComment: true,
      shareCode: null,
    });
    const { segment } = await say(other, id, 'mine');
    const owners = (await say(owner, id, 'yours')).segment!;
    const revision = { id: owners.id, baseRevision: 1, text: 'ours' };
    expect(await codeOf(other, 'reviseSegment', revision)).toBe('ReviseSegmentSuccess');
    expect(await codeOf(other, 'removeSegment', { id: segment!.id })).toBe('RemoveSegmentSuccess');
    expect(await codeOf(other, 'showDraft', { transcriptId: id, text: 'w' })).toBe('ShowDraftSuccess');
    const comment = { id: crypto.randomUUID(), transcriptId: id, body: 'a question' };
    expect(await codeOf(other, 'addComment', comment)).toBe('AddCommentSuccess');
    expect(await codeOf(other, 'endLive', { transcriptId: id })).toBe('EndLiveSuccess');
    expect(await startLive(other, id)).toBe('StartLiveSuccess');
  });

  test('manages nothing', async () => {
    const { owner, other, id } = await scene();
    await invite(owner, id, { who: other, role: 'WRITER' });
    for (const [mutation, input] of [
      ['renameTranscript', { transcriptId: id, title: 'Mine now' }],
      ['setVisibility', { transcriptId: id, visibility: 'PUBLIC' }],
      ['setViewPassword', { transcriptId: id }],
      ['inviteToCrew', { transcriptId: id, username: other.username, role: 'WRITER' }],
      ['removeFromCrew', { transcriptId: id, memberId: owner.id }],
    ] as const)
      expect([mutation, await codeOf(other, mutation, input)]).toEqual([mutation, 'NOT_FOUND']);
    const { deleteTranscripts } = await other.data<{ deleteTranscripts: { deletedIds: string[] } }>(
      `mutation ($input: DeleteTranscriptsInput!) { deleteTranscripts(input: $input) {
        ... on DeleteTranscriptsSuccess { deletedIds } } }`,
      { input: { ids: [id] } },
    );
    expect(deleteTranscripts.deletedIds).toEqual([]);
  });

  test('types at the owner’s expense', async () => {
    const { owner, other, id } = await scene();
    await invite(owner, id, { who: other, role: 'WRITER' });
    const balance = async (who: SignedInClient): Promise<number> =>
      (await who.data<{ me: { cardPoints: { balance: number } } }>('{ me { cardPoints { balance } } }')).me
        .cardPoints.balance;
    const before = [await balance(owner), await balance(other)];
    await codeOf(owner, 'endLive', { transcriptId: id });
    await startLive(other, id);
    await say(other, id, 'a minute begins');
    await codeOf(other, 'endLive', { transcriptId: id });
    expect([await balance(owner), await balance(other)]).toEqual([before[0]! - 1, before[1]]);
  });

  test('is told of the running meter, and not of the owner’s points', async () => {
    const { owner, other, id } = await scene();
    const meterOf = async (who: SignedInClient): Promise<unknown> =>
      (
        await who.data<{ transcript: { liveSession: unknown } | null }>(
          `query ($id: ID!) { transcript(id: $id) { liveSession { minutes pointsSpent } } }`,
          { id },
        )
      ).transcript?.liveSession;
    await invite(owner, id, { who: other, role: 'ORGANISER' });
    expect(await meterOf(other)).toBeNull();
    await invite(owner, id, { who: other, role: 'WRITER' });
    expect(await meterOf(other)).toEqual(await meterOf(owner));
    await say(owner, id, 'a minute begins');
    await runMeter(world.system());
    expect(await meterOf(other)).toEqual({ minutes: 1, pointsSpent: 1 });
    await dismiss(owner, id, other);
    expect(await meterOf(other)).toBeUndefined();
  });

  test('is told that it is the owner who has no points', async () => {
    const { owner, other, id } = await scene();
    await invite(owner, id, { who: other, role: 'WRITER' });
    for (const words of ['one minute', 'and another']) {
      await startLive(other, id);
      await say(other, id, words);
      await codeOf(other, 'endLive', { transcriptId: id });
    }
    const { startLive: refused } = await other.data<{ startLive: { message: string } }>(
      `mutation ($input: StartLiveInput!) { startLive(input: $input) { ... on UserError { message } } }`,
      { input: { transcriptId: id } },
    );
    expect(refused.message).toContain('The owner pays');
  });
});

describe('an organiser', () => {
  test('reads and comments, and types nothing', async () => {
    const { owner, other, id } = await scene();
    await invite(owner, id, { who: other, role: 'ORGANISER' });
    expect(await rightsOf(other, id)).toMatchObject({ viewerCanWrite: false, viewerCanComment: true });
    const { segment } = await say(owner, id, 'words');
    for (const [mutation, input] of [
      ['appendSegment', appended(id)],
      ['showDraft', { transcriptId: id, text: 'w' }],
      ['reviseSegment', { id: segment!.id, baseRevision: 1, text: 'x' }],
      ['removeSegment', { id: segment!.id }],
      ['endLive', { transcriptId: id }],
      ['startLive', { transcriptId: id }],
    ] as const)
      expect([mutation, await codeOf(other, mutation, input)]).toEqual([mutation, 'NOT_FOUND']);
  });

  test('becomes a writer when invited as one', async () => {
    const { owner, other, id } = await scene();
    await invite(owner, id, { who: other, role: 'ORGANISER' });
    await invite(owner, id, { who: other, role: 'WRITER' });
    expect(await codeOf(other, 'appendSegment', appended(id))).toBe('AppendSegmentSuccess');
    expect((await rightsOf(owner, id))?.crew).toEqual([
      { displayName: 'owner', role: 'OWNER', isLead: true, isViewer: true },
      { displayName: 'other', role: 'WRITER', isLead: false, isViewer: false },
    ]);
  });
});

describe('whoever is removed', () => {
  test('stops receiving at once, and can neither read nor type from then on', async () => {
    const { owner, other, id } = await scene();
    await invite(owner, id, { who: other, role: 'WRITER' });
    const feed = other.subscribe<FeedData>(feedDocument, { id, after: 0 });
    await feed.first(1);
    await dismiss(owner, id, other);
    await feed.until(({ isOver }) => isOver, 1_000);
    expect(feed.errors).toMatchObject([{ extensions: { code: 'ACCESS_REVOKED' } }]);
    await feed.close();
    expect(await codeOf(other, 'appendSegment', appended(id))).toBe('NOT_FOUND');
    expect(await codeOf(other, 'showDraft', { transcriptId: id, text: 'w' })).toBe('NOT_FOUND');
    expect(await rightsOf(other, id)).toBeNull();
  });

  test('by themselves has left for good; whoever is not in it cannot leave it', async () => {
    const { owner, other, id } = await scene();
    await invite(owner, id, { who: other, role: 'ORGANISER' });
    expect(await codeOf(other, 'leaveCrew', { transcriptId: id })).toBe('LeaveCrewSuccess');
    expect(await rightsOf(other, id)).toBeNull();
    for (const who of [other, owner])
      expect(await codeOf(who, 'leaveCrew', { transcriptId: id })).toBe('NOT_FOUND');
  });

  test('leaves the others where they are', async () => {
    const { owner, other, id } = await scene();
    const third = await world.member('third');
    await invite(owner, id, { who: other, role: 'WRITER' });
    await invite(owner, id, { who: third, role: 'WRITER' });
    const feed = third.subscribe<FeedData>(feedDocument, { id, after: 0 });
    await feed.first(1);
    await dismiss(owner, id, other);
    await say(third, id, 'still here');
    await feed.until(({ items }) => items.some(({ transcriptFeed }) => transcriptFeed.segment));
    expect(feed.errors).toEqual([]);
    await feed.close();
  });
});

describe('the crew', () => {
  test('is told to itself alone, also of a public transcript', async () => {
    const { owner, other } = await scene();
    const { id } = await openRoom(owner, { visibility: 'PUBLIC' });
    expect(await rightsOf(other, id)).toMatchObject({ crew: null });
    await invite(owner, id, { who: other, role: 'ORGANISER' });
    expect((await rightsOf(other, id))?.crew).toHaveLength(2);
  });

  test('is full at eight writers, however many come at once', async () => {
    const { owner, id } = await scene();
    const people = await Promise.all(Array.from({ length: 10 }, () => world.member('many')));
    const answers = await Promise.all(people.map((who) => invite(owner, id, { who, role: 'WRITER' })));
    expect(answers.filter((answer) => answer === 'InviteToCrewSuccess')).toHaveLength(8);
    expect(answers.filter((answer) => answer === 'CrewFull')).toHaveLength(2);
    expect((await rightsOf(owner, id))?.crew).toHaveLength(9);
  });

  test('cannot have who does not exist, nor its owner', async () => {
    const { owner, id } = await scene();
    const answer = (username: string): Promise<unknown> =>
      codeOf(owner, 'inviteToCrew', { transcriptId: id, username, role: 'WRITER' });
    expect(await answer('nobody-at-all')).toBe('NoSuchMember');
    expect(await answer('')).toBe('NoSuchMember');
    expect(await answer(owner.username)).toBe('InvalidInput');
    expect(await answer(`  ${owner.username}`)).toBe('NoSuchMember');
  });

  test('is not for trying out who has an account', async () => {
    const { owner, id } = await scene();
    const answers = new Set<unknown>();
    for (let i = 0; i < 31; i += 1)
      answers.add(
        await codeOf(owner, 'inviteToCrew', { transcriptId: id, username: `nobody-${i}`, role: 'WRITER' }),
      );
    expect([...answers]).toEqual(['NoSuchMember', 'TooManyAttempts']);
  });
});

test('a member finds the transcripts that they were invited to, and no others', async () => {
  const { owner, other, id } = await scene();
  await openRoom(owner, { visibility: 'PUBLIC' });
  const organised = (await openRoom(owner, { title: 'Second' })).id;
  await invite(owner, id, { who: other, role: 'WRITER' });
  await invite(owner, organised, { who: other, role: 'ORGANISER' });
  const listed = async (fields: string): Promise<readonly string[]> => {
    const { me } = await other.data<{
      me: { crewTranscripts: { edges: { node: { id: string } }[]; totalCount: number } };
    }>(
      `{ me { ${fields} crewTranscripts(first: 10) { totalCount edges { node { id viewerCanWrite owner { displayName } } } } } }`,
    );
    expect(me.crewTranscripts.totalCount).toBe(me.crewTranscripts.edges.length);
    return me.crewTranscripts.edges.map(({ node }) => node.id);
  };
  expect(await listed('')).toEqual([organised, id]);
  // With a field that is resolved, the list is resolved too.
  expect(await listed('sessions { id }')).toEqual([organised, id]);
  await dismiss(owner, organised, other);
  expect(await listed('')).toEqual([id]);
});
