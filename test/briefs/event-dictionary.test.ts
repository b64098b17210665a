import { describe, expect, test } from '@jest/globals';
import { dismiss, enter, invite, openRoom } from '../support/rooms.ts';
import { startWorld } from '../support/world.ts';
import { eventChanges, ownChanges, save, saveDocument } from './dictionary.ts';

const world = await startWorld();
const put = [{ code: 'zxm', text: '张晓明', note: '局长' }];
const feed = `subscription ($id: ID) { briefsChanged(transcriptId: $id) { revision } }`;

interface Hint {
  readonly briefsChanged: { readonly revision: number };
}

describe('the dictionary of an event', () => {
  test('is its writer’s to prepare before the meeting, apart from their own', async () => {
    const owner = await world.member();
    const room = await openRoom(owner, { isLive: false });
    expect((await save(owner, { transcriptId: room.id, put })).__typename).toBe('SaveBriefsSuccess');
    expect((await eventChanges(owner, room.id))?.put).toEqual(put);
    expect((await ownChanges(owner)).put).toEqual([]);
  });

  test('is nothing to those who only read, and they cannot change it', async () => {
    const [owner, stranger] = [await world.member(), await world.member('stranger')];
    const room = await openRoom(owner, { visibility: 'PUBLIC' });
    await save(owner, { transcriptId: room.id, put });
    const guest = world.visitor();
    await enter(guest, room);
    for (const reader of [stranger, guest]) expect(await eventChanges(reader, room.id)).toBeNull();
    const answer = await stranger.request(saveDocument, { input: { transcriptId: room.id, put } });
    expect(answer.errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
    const live = stranger.subscribe<Hint>(feed, { id: room.id });
    await live.until(() => live.isOver);
    expect(live.errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
  });

  test('is shared with the writers of the crew for as long as they are in it, and not with organisers', async () => {
    const [owner, writer, organiser] = [await world.member(), await world.member(), await world.member()];
    const room = await openRoom(owner);
    await save(owner, { transcriptId: room.id, put });
    await invite(owner, room.id, { who: writer, role: 'WRITER' });
    await invite(owner, room.id, { who: organiser, role: 'ORGANISER' });
    expect((await eventChanges(writer, room.id))?.put).toEqual(put);
    expect(await eventChanges(organiser, room.id)).toBeNull();
    const live = writer.subscribe<Hint>(feed, { id: room.id });
    await live.connected();
    await until(async () => {
      await save(writer, { transcriptId: room.id, put: [{ code: 'n', text: String(Date.now()) }] });
      return live.items.length > 0;
    });
    expect((await eventChanges(owner, room.id))?.put).toHaveLength(2);
    await dismiss(owner, room.id, writer);
    await live.until(() => live.isOver);
    expect(await eventChanges(writer, room.id)).toBeNull();
    const answer = await writer.request(saveDocument, { input: { transcriptId: room.id, put } });
    expect(answer.errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
  });

  test('goes with its transcript', async () => {
    const owner = await world.member();
    const room = await openRoom(owner, { isLive: false });
    await save(owner, { transcriptId: room.id, put });
    for (const act of ['deleteTranscripts', 'purgeTranscripts']) {
      const type = `${act[0]!.toUpperCase()}${act.slice(1)}Input!`;
      await owner.data(`mutation ($input: ${type}) { ${act}(input: $input) { __typename } }`, {
        input: { ids: [room.id] },
      });
    }
    expect(await world.sql('select 1 from brief_dictionaries where transcript_id = $1', [room.id])).toEqual(
      [],
    );
  });
});

describe('news of a dictionary', () => {
  test('reach another page of its writer, with the newest revision', async () => {
    const owner = await world.member();
    const room = await openRoom(owner);
    const [event, own] = [owner.subscribe<Hint>(feed, { id: room.id }), owner.subscribe<Hint>(feed)];
    await Promise.all([event.connected(), own.connected()]);
    await until(async () => {
      await save(owner, {
        transcriptId: room.id,
        put: [{ code: 'n', text: String(event.items.length) + Date.now() }],
      });
      return event.items.length > 0;
    });
    expect(own.items).toEqual([]);
    await until(async () => {
      await save(owner, { put: [{ code: 'n', text: String(Date.now()) }] });
      return own.items.length > 0;
    });
    const { revision } = await ownChanges(owner);
    await own.until(() => own.items.at(-1)!.briefsChanged.revision === revision);
  });

  test('end when the transcript goes to the bin', async () => {
    const owner = await world.member();
    const room = await openRoom(owner, { isLive: false });
    const live = owner.subscribe<Hint>(feed, { id: room.id });
    await live.connected();
    await until(async () => {
      await save(owner, { transcriptId: room.id, put: [{ code: 'n', text: String(Date.now()) }] });
      return live.items.length > 0;
    });
    await owner.data(
      `mutation ($input: DeleteTranscriptsInput!) { deleteTranscripts(input: $input) { __typename } }`,
      {
        input: { ids: [room.id] },
      },
    );
    await live.until(() => live.isOver);
    expect(live.errors).toEqual([]);
  });
});

async function until(isDone: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 10_000;
  while (!(await isDone())) if (Date.now() > deadline) throw new Error('It did not come about.');
}
