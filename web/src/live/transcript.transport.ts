import type { Request } from '../api/client.ts';
import {
  LastSeqDocument,
  LiveFeedDocument,
  LiveSnapshotDocument,
  MoreRepliesDocument,
  OlderCommentsDocument,
  OlderSegmentsDocument,
} from '../api/generated/live.ts';
import type { LiveSocket } from '../api/socket.ts';
import type { LiveClock, Page, TranscriptTransport } from './live-transcript.ts';

interface Connection<Node> {
  readonly edges: readonly { readonly node: Node }[];
  readonly pageInfo: { readonly startCursor: string | null; readonly hasPreviousPage: boolean };
}

/** The real transport of one transcript: `request` for the pages, the page's one socket for the feed. */
export function createTranscriptTransport(
  { request, socket }: { readonly request: Request; readonly socket: LiveSocket },
  id: string,
): TranscriptTransport {
  return {
    socketState: socket.state,
    loadSnapshot: async () => (await request(LiveSnapshotDocument, { id })).transcript,
    loadLastSeq: async () => (await request(LastSeqDocument, { id })).transcript?.lastSeq ?? null,
    loadOlderSegments: async (before) =>
      toPage((await request(OlderSegmentsDocument, { id, before })).transcript?.segments),
    loadOlderComments: async (before) =>
      toPage((await request(OlderCommentsDocument, { id, before })).transcript?.comments),
    loadReplies: async (commentId, after) =>
      (await request(MoreRepliesDocument, { id, commentId, after })).transcript?.comment?.replies ?? null,
    openFeed: (after, sink) =>
      socket.subscribe(LiveFeedDocument, () => ({ id, after: after() }), {
        ...sink,
        next: ({ transcriptFeed }) => sink.next(transcriptFeed),
      }),
  };
}

function toPage<Node>(connection: Connection<Node> | undefined): Page<Node> {
  if (connection === undefined) return { nodes: [], olderCursor: null };
  const { edges, pageInfo } = connection;
  return {
    nodes: edges.map(({ node }) => node),
    olderCursor: pageInfo.hasPreviousPage ? pageInfo.startCursor : null,
  };
}

/** The browser's clock. */
export const browserClock: LiveClock = {
  now: () => Date.now(),
  after: (ms, callback) => {
    const timer = setTimeout(callback, ms);
    return () => clearTimeout(timer);
  },
};
