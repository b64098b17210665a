import { v7 } from 'uuid';
import type { Request, TypedDocument } from '../../web/src/api/client.ts';
import { feedDocument, type FeedData } from '../support/rooms.ts';
import type { Device } from './device.ts';

/** A reader as most houses have one: whoever listens now gets what is published now. No log, no numbers. */
export interface NaiveReader {
  readonly texts: () => readonly string[];
}

export function listenNaively({ socket, onClose }: Device, transcriptId: string): NaiveReader {
  const texts: string[] = [];
  const stop = socket.subscribe<FeedData, { readonly id: string }>(
    feedDocument,
    () => ({ id: transcriptId }),
    {
      next: ({ transcriptFeed: { __typename: kind, segment } }) => {
        if (kind === 'SegmentAppended' && segment) texts.push(segment.text);
      },
      error: () => undefined,
    },
  );
  onClose(stop);
  return { texts: () => texts };
}

const appendDocument = `mutation ($input: AppendSegmentInput!) {
  appendSegment(input: $input) { __typename }
}` as TypedDocument<unknown, { readonly input: object }>;

/** A sender as most houses have one: what got no answer is sent again, as something new. */
export async function sendNaively(
  request: Request,
  { transcriptId, text }: { readonly transcriptId: string; readonly text: string },
): Promise<void> {
  for (let isSent = false; !isSent;) {
    isSent = await request(appendDocument, { input: { id: v7(), transcriptId, text } }).then(
      () => true,
      () => false,
    );
  }
}
