import { describe, expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import type { Client } from '../support/client.ts';
import { invite } from '../support/rooms.ts';
import { startWorld } from '../support/world.ts';
import { act, removeOne, reviseOne, roomWith, standing, wordsOf, type Answer } from './segment-acts.ts';

const world = await startWorld();

interface Asked {
  readonly name: string;
  readonly input: object;
  readonly asked: string;
}

/** Asks, loses the answer, and asks again; somebody else has gone on meanwhile. */
async function twice(client: Client, request: Asked, meanwhile: () => Promise<unknown>): Promise<Answer> {
  const first = await act(client, request);
  await meanwhile();
  const again = await act(client, request);
  expect([again['fromSeq'], again['toSeq']]).toEqual([first['fromSeq'], first['toSeq']]);
  expect(again['fromSeq']).not.toBeNull();
  return again;
}

const undo = (client: Client, transcriptId: string, { fromSeq, toSeq }: Answer): Promise<Answer> =>
  act(client, {
    name: 'revertChanges',
    input: { transcriptId, fromSeq, toSeq },
    asked: 'fromSeq toSeq revertedCount',
  });

describe('whose answer was lost asks again and gets its numbers, by which it is taken back:', () => {
  const scene = async (texts = ['one', 'two', 'three']) => {
    const owner = await world.member();
    const room = await roomWith(owner, texts);
    const somethingElse = (): Promise<number> =>
      reviseOne(owner, { id: room.ids.at(-1), baseRevision: 1, text: 'meanwhile' });
    return { owner, ...room, somethingElse };
  };

  test('a correction of many', async () => {
    const { owner, id, ids, somethingElse } = await scene();
    const changes = [
      { id: ids[0], baseRevision: 1, text: 'eins' },
      { id: ids[1], baseRevision: 9, text: 'zwei' },
    ];
    const input = { transcriptId: id, changes, actId: v7() };
    const asked = 'fromSeq toSeq outcomes { id isRevised segment { text } }';
    const told = await twice(owner, { name: 'reviseSegments', input, asked }, somethingElse);
    expect(told['outcomes']).toMatchObject([
      { isRevised: true, segment: { text: 'eins' } },
      { isRevised: false, segment: { text: 'two' } },
    ]);
    await undo(owner, id, told);
    expect(await wordsOf(owner, id)).toEqual(['one', 'two', 'meanwhile']);
  });

  test('a speaker’s new name', async () => {
    const { owner, id, ids, somethingElse } = await scene();
    await reviseOne(owner, { id: ids[0], baseRevision: 1, text: 'one', speaker: 'Ann' });
    const input = { transcriptId: id, from: 'Ann', to: 'Anna', actId: v7() };
    const asked = 'fromSeq toSeq renamedCount';
    const told = await twice(owner, { name: 'renameSpeaker', input, asked }, somethingElse);
    expect(told['renamedCount']).toBe(1);
    await undo(owner, id, told);
    expect((await standing(owner, id)).segments[0]?.speaker).toBe('Ann');
  });

  test('a taking back', async () => {
    const { owner, id, ids, somethingElse } = await scene();
    const seq = await reviseOne(owner, { id: ids[0], baseRevision: 1, text: 'eins' });
    const input = { transcriptId: id, fromSeq: seq, toSeq: seq, actId: v7() };
    const asked = 'fromSeq toSeq revertedCount conflicts { id }';
    const told = await twice(owner, { name: 'revertChanges', input, asked }, somethingElse);
    expect(told).toMatchObject({ revertedCount: 1, conflicts: [] });
    await undo(owner, id, told);
    expect((await wordsOf(owner, id))[0]).toBe('eins');
  });

  test('a return of the whole text', async () => {
    const { owner, id, ids, somethingElse } = await scene();
    const { lastSeq } = await standing(owner, id);
    await reviseOne(owner, { id: ids[0], baseRevision: 1, text: 'eins' });
    const input = { transcriptId: id, seq: lastSeq, untilSeq: lastSeq + 1, actId: v7() };
    const asked = 'fromSeq toSeq revertedCount';
    await twice(owner, { name: 'restoreTranscript', input, asked }, somethingElse);
    expect((await wordsOf(owner, id))[0]).toBe('one');
  });

  test('a segment that comes back', async () => {
    const { owner, id, ids, somethingElse } = await scene();
    await removeOne(owner, ids[0]!);
    const request = { name: 'restoreSegment', input: { id: ids[0], actId: v7() }, asked: 'fromSeq toSeq' };
    const told = await twice(owner, request, somethingElse);
    await undo(owner, id, told);
    expect(await wordsOf(owner, id)).toEqual(['two', 'meanwhile']);
  });
});

describe('an act', () => {
  const rename = (who: Client, transcriptId: string, more: object): Promise<Answer> =>
    act(who, {
      name: 'renameSpeaker',
      input: { transcriptId, from: 'Ann', to: 'Anna', ...more },
      asked: 'fromSeq toSeq renamedCount',
    });

  test('that is asked for many times at once is done once, and all get the same answer', async () => {
    const owner = await world.member();
    const { id, ids } = await roomWith(owner, ['one']);
    await reviseOne(owner, { id: ids[0], baseRevision: 1, text: 'one', speaker: 'Ann' });
    const actId = v7();
    const answers = await Promise.all(Array.from({ length: 5 }, () => rename(owner, id, { actId })));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]).toMatchObject({ renamedCount: 1, fromSeq: 4, toSeq: 4 });
  });

  test('may take several requests; of another member the same id is another act', async () => {
    const owner = await world.member();
    const partner = await world.member();
    const { id, ids } = await roomWith(owner, ['one', 'two']);
    await invite(owner, id, { who: partner, role: 'WRITER' });
    const actId = v7();
    const correct = (who: Client, place: number, text: string): Promise<Answer> =>
      act(who, {
        name: 'reviseSegments',
        input: { transcriptId: id, changes: [{ id: ids[place], baseRevision: 1, text }], actId },
        asked: 'fromSeq toSeq',
      });
    expect(await correct(owner, 0, 'eins')).toMatchObject({ fromSeq: 4 });
    expect(await correct(owner, 1, 'zwei')).toMatchObject({ fromSeq: 5 });
    // Not the owner's answer: for the partner there was nothing left to do.
    expect(await correct(partner, 1, 'zwei')).toMatchObject({ fromSeq: null });
    expect(await wordsOf(owner, id)).toEqual(['eins', 'zwei']);
  });

  test('has a UUID or none', async () => {
    const owner = await world.member();
    const { id } = await roomWith(owner, ['one']);
    expect(await rename(owner, id, { actId: 'mine' })).toMatchObject({ __typename: 'InvalidInput' });
    expect(await rename(owner, id, { actId: null })).toMatchObject({ __typename: 'RenameSpeakerSuccess' });
  });

  test('is not answered to whoever may write no longer', async () => {
    const owner = await world.member();
    const partner = await world.member();
    const { id, ids } = await roomWith(owner, ['one']);
    await invite(owner, id, { who: partner, role: 'WRITER' });
    await reviseOne(owner, { id: ids[0], baseRevision: 1, text: 'one', speaker: 'Ann' });
    const actId = v7();
    await rename(partner, id, { actId });
    await invite(owner, id, { who: partner, role: 'ORGANISER' });
    await expect(rename(partner, id, { actId })).rejects.toThrow();
  });
});
