import { effect } from '@preact/signals';
import type { JournalStore } from '../../web/src/live/journal.ts';
import { createCommentOutbox } from '../../web/src/live/comment-outbox.ts';
import { createLiveTranscript, type LiveTranscript } from '../../web/src/live/live-transcript.ts';
import { createOutbox, type Outbox } from '../../web/src/live/outbox.ts';
import { createTranscriptTransport } from '../../web/src/live/transcript.transport.ts';
import type { Request } from '../../web/src/api/client.ts';
import { quickClock, type Device } from './device.ts';

/** Somebody at a device, who does not stop for a line that is cut. */
interface Person {
  readonly device: Device;
  /** The page goes away in the middle of whatever it does, and is opened again. */
  readonly reload: () => void;
}

export interface Writer extends Person {
  readonly outbox: () => Outbox;
  /** Types a line key after key, as far as drafts go, and commits it; returns the segment's id. */
  readonly say: (text: string) => string;
}

export interface Reader extends Person {
  readonly live: () => LiveTranscript;
  /** Everything committed, as it stands on this page. */
  readonly texts: () => readonly string[];
  /** Comments as they stand on this page. */
  readonly comments: () => readonly string[];
  readonly comment: (body: string) => void;
  readonly unsentComments: () => number;
}

/** Sits down at the line of a room. The journal outlives the page, as a browser's does. */
export function sitDownToWrite(device: Device, transcriptId: string): Writer {
  const machine = new Map<string, unknown>();
  const open = () => {
    const visit = { isOver: false };
    const outbox = createOutbox({
      transcriptId,
      request: whileOpen(visit, device.request),
      store: journalOf(visit, machine),
      clock: quickClock,
      newId: device.newId,
    });
    const unwatch = watchLine(device, outbox);
    return { visit, outbox, unwatch };
  };
  const page = { now: open() };
  const close = (): void => {
    page.now.visit.isOver = true;
    page.now.outbox.stop();
    page.now.unwatch();
  };
  device.onClose(close);
  return {
    device,
    outbox: () => page.now.outbox,
    say: (text) => {
      const { outbox } = page.now;
      for (let at = 4; at < text.length; at += 4) outbox.type({ text: text.slice(0, at), speaker: null });
      outbox.type({ text, speaker: null });
      return outbox.commit() ?? '';
    },
    reload: () => {
      close();
      page.now = open();
    },
  };
}

/** As the room does it: what waits goes out when the line is back. A writer's page has a line for what it reads. */
function watchLine({ socket }: Device, outbox: Outbox): () => void {
  return effect(() => {
    if (socket.state.value.phase === 'open') outbox.retry();
  });
}

/** Opens the page of a reader, who may comment. */
export function sitDownToRead(device: Device, transcriptId: string): Reader {
  const machine = new Map<string, unknown>();
  const open = () => {
    const visit = { isOver: false };
    const request = whileOpen(visit, device.request);
    const live = createLiveTranscript(
      createTranscriptTransport({ request, socket: device.socket }, transcriptId),
      quickClock,
    );
    const comments = createCommentOutbox({
      transcriptId,
      authorKey: null,
      request,
      store: journalOf(visit, machine),
      clock: quickClock,
      newId: device.newId,
      onPosted: live.mergeComment,
      onHeld: () => undefined,
    });
    return { visit, live, comments };
  };
  const page = { now: open() };
  const close = (): void => {
    page.now.visit.isOver = true;
    page.now.live.stop();
    page.now.comments.stop();
  };
  device.onClose(close);
  return {
    device,
    live: () => page.now.live,
    texts: () => page.now.live.allSegments().map(({ text }) => text),
    comments: () => page.now.live.threads.value.map(({ comment }) => comment.body),
    comment: (body) => page.now.comments.add({ body, parentId: null }),
    unsentComments: () => page.now.comments.pending.value.length,
    reload: () => {
      close();
      page.now = open();
    },
  };
}

interface Visit {
  isOver: boolean;
}

/** A page that is gone sends nothing more, and hears no answer. */
function whileOpen(visit: Visit, request: Request): Request {
  const never = new Promise<never>(() => undefined);
  return (document, ...rest) =>
    visit.isOver
      ? never
      : request(document, ...rest).then(
          (result) => (visit.isOver ? never : result),
          (error: unknown) => (visit.isOver ? never : Promise.reject(error as Error)),
        );
}

/** The browser's storage, which takes a moment; a page that is gone writes no more. */
function journalOf(visit: Visit, machine: Map<string, unknown>): JournalStore {
  const later = () => new Promise<void>((resolve) => setImmediate(resolve));
  const write = async (change: () => void): Promise<void> => {
    if (!visit.isOver) change();
    await later();
  };
  return {
    readAll: async () => {
      const kept = new Map(machine);
      await later();
      return kept;
    },
    put: (key, value) => write(() => machine.set(key, structuredClone(value))),
    remove: (key) => write(() => machine.delete(key)),
  };
}
