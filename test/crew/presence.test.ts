import { describe, expect, test } from '@jest/globals';
import { say } from '../support/rooms.ts';
import { startWorld, type SignedInClient } from '../support/world.ts';
import { crewScene, followCrew, show } from './crew-room.ts';

const world = await startWorld();

interface Seen {
  readonly displayName: string;
  readonly presence: { readonly activity: string; readonly segmentId: string | null } | null;
}

const seenBy = async (who: SignedInClient, id: string): Promise<readonly Seen[]> =>
  (
    await who.data<{ transcript: { crew: Seen[] } }>(
      `query ($id: ID!) { transcript(id: $id) { crew { displayName presence { activity segmentId } } } }`,
      { id },
    )
  ).transcript.crew;

describe('what somebody of the crew does', () => {
  test('is told to the others as it happens, and to whoever comes later', async () => {
    const { id, owner, writer } = await crewScene(world);
    const { segment } = await say(owner, id, 'a passage with a fault');
    const feed = followCrew(owner, id);
    await feed.connected();
    expect(await show(writer, { transcriptId: id, activity: 'CORRECTING', segmentId: segment!.id })).toBe(
      'shown',
    );
    const doing = { activity: 'CORRECTING', segmentId: segment!.id };
    expect(await seenBy(owner, id)).toEqual([
      { displayName: 'owner', presence: null },
      { displayName: 'writer', presence: doing },
      { displayName: 'organiser', presence: null },
    ]);
    await show(writer, { transcriptId: id, activity: 'TYPING' });
    await feed.until(({ items }) => items.some(({ crewFeed }) => crewFeed.presence?.activity === 'TYPING'));
    expect((await seenBy(owner, id))[1]?.presence).toEqual({ activity: 'TYPING', segmentId: null });
    await feed.close();
  });

  test('names no segment of another transcript', async () => {
    const { id, writer } = await crewScene(world);
    const other = await crewScene(world);
    const { segment } = await say(other.owner, other.id, 'elsewhere');
    await show(writer, { transcriptId: id, activity: 'CORRECTING', segmentId: segment!.id });
    expect((await seenBy(writer, id))[1]?.presence).toEqual({ activity: 'CORRECTING', segmentId: null });
  });

  test('ends when they say so, and when they have not been heard of for a minute', async () => {
    const { id, owner, writer, organiser } = await crewScene(world);
    for (const who of [writer, organiser]) await show(who, { transcriptId: id, activity: 'WATCHING' });
    await show(writer, { transcriptId: id, activity: 'AWAY' });
    const present = async (): Promise<readonly string[]> =>
      (await seenBy(owner, id)).filter(({ presence }) => presence).map(({ displayName }) => displayName);
    expect(await present()).toEqual(['organiser']);
    world.clock.advance(59_000);
    expect(await present()).toEqual(['organiser']);
    world.clock.advance(2_000);
    expect(await present()).toEqual([]);
  });

  test('is nobody’s to show who does not work on it', async () => {
    const { id, stranger } = await crewScene(world);
    expect(await show(stranger, { transcriptId: id, activity: 'TYPING' })).toBe('NOT_FOUND');
  });
});
