import { computed, effect, signal, type ReadonlySignal } from '@preact/signals';

import { ApiError, type Request } from '../api/client.ts';
import { OwnHeldCommentsDocument, RemoveCommentDocument } from '../api/generated/comments.ts';
import type { HeldComment } from '../live/comment-outbox.ts';
import { findComment } from '../live/comment-threads.ts';
import type { LiveTranscript } from '../live/live-transcript.ts';

export interface HeldComments {
  /** The viewer's own comments that wait or were refused; whoever decides about comments has none. */
  readonly shown: ReadonlySignal<readonly HeldComment[]>;
  /** Takes over one that has just come to wait. */
  readonly add: (held: HeldComment) => void;
  readonly withdraw: (id: string) => Promise<void>;
  readonly stop: () => void;
}

interface HeldParts {
  readonly transcriptId: string;
  readonly request: Request;
  readonly live: Pick<LiveTranscript, 'facts' | 'threads' | 'connection'>;
}

/** One's own comments that wait for the host. The feed does not tell of them: it tells when one was approved. */
export function createHeldComments({ transcriptId: id, request, live }: HeldParts): HeldComments {
  const all = signal<readonly HeldComment[]>([]);
  const load = async (): Promise<void> => {
    const { transcript } = await request(OwnHeldCommentsDocument, { id });
    if (transcript !== null) all.value = transcript.heldComments.edges.map(({ node }) => node);
  };
  // On the first look and after each outage: what was decided meanwhile is read afresh.
  const isAtHand = computed(
    () =>
      live.facts.value?.viewerCanWrite === false && ['live', 'quiet'].includes(live.connection.value.kind),
  );
  const stop = effect(() => {
    // What does not come now comes with the next line; nothing here is lost by it.
    if (isAtHand.value) void load().catch(() => undefined);
  });
  return {
    shown: computed(() => all.value.filter((held) => findComment(live.threads.value, held.id) === undefined)),
    add: (held) => (all.value = [...all.peek().filter((known) => known.id !== held.id), held]),
    withdraw: async (heldId) => {
      try {
        await request(RemoveCommentDocument, { input: { id: heldId } });
      } catch (error) {
        // It is gone already: that is what was asked for.
        if (!(error instanceof ApiError && error.code === 'NOT_FOUND')) throw error;
      }
      all.value = all.peek().filter((known) => known.id !== heldId);
    },
    stop,
  };
}
