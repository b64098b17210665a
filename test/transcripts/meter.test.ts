import { describe, expect, test } from '@jest/globals';
import { runMeter } from '../../src/features/transcripts/live-sessions.service.ts';
import { brokenInvariants } from '../../src/features/ledger/index.ts';
import { openRoom, say, startLive } from '../support/rooms.ts';
import { startWorld, type SignedInClient } from '../support/world.ts';

const minuteMs = 60_000;
const world = await startWorld({
  env: { WELCOME_POINTS: '3', DEBT_MAX_POINTS: '2', SESSION_IDLE_MINUTES: '10000' },
});

interface Points {
  readonly balance: number;
  readonly debt: number;
}

async function pointsOf(member: SignedInClient): Promise<Points> {
  const { me } = await member.data<{ me: { cardPoints: Points } }>(`{ me { cardPoints { balance debt } } }`);
  return me.cardPoints;
}

async function end(
  member: SignedInClient,
  transcriptId: string,
): Promise<{ readonly minutes: number; readonly pointsSpent: number }> {
  const { endLive } = await member.data<{ endLive: { minutes: number; pointsSpent: number } }>(
    `mutation ($input: EndLiveInput!) { endLive(input: $input) { ... on EndLiveSuccess { minutes pointsSpent } } }`,
    { input: { transcriptId } },
  );
  return endLive;
}

describe('the meter', () => {
  test('charges nothing for a session in which nothing was typed', async () => {
    const owner = await world.member();
    const room = await openRoom(owner);
    world.clock.advance(10 * minuteMs);
    await runMeter(world.system());
    expect(await end(owner, room.id)).toEqual({ minutes: 0, pointsSpent: 0 });
    expect(await pointsOf(owner)).toEqual({ balance: 3, debt: 0 });
  });

  test('charges each started minute once, however often it looks and whatever runs at once', async () => {
    const owner = await world.member();
    const room = await openRoom(owner);
    await say(owner, room.id, 'first words');
    await Promise.all(Array.from({ length: 5 }, () => runMeter(world.system())));
    expect(await pointsOf(owner)).toEqual({ balance: 2, debt: 0 });
    world.clock.advance(minuteMs);
    await say(owner, room.id, 'and more of them');
    await Promise.all(Array.from({ length: 5 }, () => runMeter(world.system())));
    expect(await pointsOf(owner)).toEqual({ balance: 1, debt: 0 });
    expect(await end(owner, room.id)).toEqual({ minutes: 2, pointsSpent: 2 });
    expect(await pointsOf(owner)).toEqual({ balance: 1, debt: 0 });
  });

  test('never cuts a session off: what is used up goes on the debt, to its bound and no further', async () => {
    const owner = await world.member();
    const room = await openRoom(owner);
    await say(owner, room.id, 'a long meeting');
    world.clock.advance(9 * minuteMs);
    expect((await say(owner, room.id, 'and on it goes')).__typename).toBe('AppendSegmentSuccess');
    await runMeter(world.system());
    expect(await pointsOf(owner)).toEqual({ balance: 0, debt: 2 });
    expect(await end(owner, room.id)).toEqual({ minutes: 10, pointsSpent: 5 });
    expect(await startLive(owner, room.id)).toBe('InsufficientPoints');
  });

  test('ends a session that was left alone, billed to its last sign of life', async () => {
    const owner = await world.member();
    const room = await openRoom(owner);
    await say(owner, room.id, 'and then the laptop was closed');
    for (let minute = 0; minute < 61; minute += 1) {
      world.clock.advance(minuteMs);
      await runMeter(world.system());
    }
    const { transcript } = await owner.data<{ transcript: { status: string } }>(
      `query ($id: ID!) { transcript(id: $id) { status } }`,
      { id: room.id },
    );
    expect(transcript.status).toBe('ENDED');
    expect(await pointsOf(owner)).toEqual({ balance: 2, debt: 0 });
  });

  test('bills a pause when the writer goes on, and when they end', async () => {
    const owner = await world.member();
    const room = await openRoom(owner);
    await say(owner, room.id, 'before the break');
    world.clock.advance(minuteMs);
    await runMeter(world.system());
    expect(await pointsOf(owner)).toEqual({ balance: 2, debt: 0 });
    expect(await end(owner, room.id)).toEqual({ minutes: 2, pointsSpent: 2 });
  });

  test('leaves the ledger in order', async () => {
    expect(await brokenInvariants(world.system())).toEqual([]);
  });
});
