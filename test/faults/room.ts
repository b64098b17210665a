import { afterAll } from '@jest/globals';
import { Client } from '../support/client.ts';
import { enter, openRoom, type Room } from '../support/rooms.ts';
import { register, startWorld, type SignedInClient, type World } from '../support/world.ts';
import { actAsBrowser, openDevice, putDevicesAway } from './device.ts';
import { sitDownToRead, sitDownToWrite, type Reader, type Writer } from './people.ts';
import { startServer, type KillableServer } from './server.ts';
import { when } from './whole.ts';

/** A house whose server is a process of its own, on the database of a world. */
export interface FaultyHouse {
  readonly server: KillableServer;
  readonly world: World;
  /** The number of a transcript's last event. */
  lastSeq(transcriptId: string): Promise<number>;
  /** The committed text as the database has it. */
  stored(transcriptId: string): Promise<readonly string[]>;
  /** Waits until everything has come to this reader, older pages too. */
  caughtUp(reader: Reader, transcriptId: string): Promise<void>;
}

/** Opens the house for one test file; it closes with the file. To be called once. */
export async function openFaultyHouse(): Promise<FaultyHouse> {
  actAsBrowser();
  const world = await startWorld();
  await world.app.stop();
  const server = await startServer(world.databaseUrl);
  afterAll(putDevicesAway);
  afterAll(() => server.stop());
  const lastSeq = async (id: string): Promise<number> => {
    const [row] = await world.sql('select last_seq from transcripts where id = $1', [id]);
    return Number(row?.['last_seq']);
  };
  return {
    server,
    world,
    lastSeq,
    stored: async (id) =>
      (await world.sql('select text from segments where transcript_id = $1 order by seq', [id])).map(
        ({ text }) => String(text),
      ),
    caughtUp: async (reader, id) => {
      const last = await lastSeq(id);
      await when(() => reader.live().seq.value === last, `a reader has event ${last}`);
      while (reader.live().hasOlderSegments.value) await reader.live().loadOlderSegments();
      while (reader.live().hasOlderComments.value) await reader.live().loadOlderComments();
    },
  };
}

/** A writer at their desk: the room's page writes and reads over one line. */
export interface Desk {
  readonly owner: SignedInClient;
  readonly room: Room;
  readonly writer: Writer;
  readonly view: Reader;
}

/** A new member in a live room of their own. */
export async function openDesk(url: string): Promise<Desk> {
  const owner = await register(url, 'writer');
  const room = await openRoom(owner);
  return { owner, room, ...(await sitDown(url, owner, room.id)) };
}

/** Somebody who may write sits down at a device of their own. */
export async function sitDown(
  url: string,
  who: SignedInClient,
  transcriptId: string,
): Promise<Pick<Desk, 'writer' | 'view'>> {
  const device = await openDevice(url, who);
  return { writer: sitDownToWrite(device, transcriptId), view: sitDownToRead(device, transcriptId) };
}

/** An invited guest at a device of their own. */
export async function inviteReader(url: string, room: Room, name: string): Promise<Reader> {
  const guest = new Client(url);
  await enter(guest, room, name);
  return sitDownToRead(await openDevice(url, guest), room.id);
}
