import type { ReadonlySignal } from '@preact/signals';

import type { Request } from '../../../api/client.ts';
import { PostCrewMessageDocument } from '../../../api/generated/crew.ts';
import type { CrewMessageFieldsFragment } from '../../../api/generated/types.ts';
import { createJournalWriter, type JournalStore } from '../../../live/journal.ts';
import type { LiveClock } from '../../../live/live-transcript.ts';
import { createSendQueue, readJournal, type Queued } from '../../../live/send-queue.ts';

interface Work {
  readonly id: string;
  readonly body: string;
}

export interface CrewOutbox {
  readonly pending: ReadonlySignal<readonly Queued<Work>[]>;
  readonly post: (body: string) => void;
  readonly retry: (id: string) => void;
  readonly discard: (id: string) => void;
  readonly stop: () => void;
}

interface CrewOutboxParts {
  readonly transcriptId: string;
  readonly request: Request;
  readonly store: JournalStore;
  readonly clock: LiveClock;
  readonly newId: () => string;
  readonly onPosted: (message: CrewMessageFieldsFragment) => void;
}

/** Posts to the crew with ids made here, kept in the browser until they are answered: nothing is lost or said twice. */
export function createCrewOutbox({
  transcriptId,
  request,
  store,
  clock,
  newId,
  onPosted,
}: CrewOutboxParts): CrewOutbox {
  const queue = createSendQueue<Work>({
    journal: createJournalWriter(store),
    clock,
    send: async ({ id, body }) => {
      const { postCrewMessage: result } = await request(PostCrewMessageDocument, {
        input: { id, transcriptId, body },
      });
      if (result.__typename !== 'PostCrewMessageSuccess') return { kind: 'refused', message: result.message };
      onPosted(result.posted);
      return { kind: 'done' };
    },
  });
  void readJournal(store).then(queue.restore);
  return {
    pending: queue.entries,
    post: (body) => {
      const id = newId();
      void queue.add(id, { id, body });
    },
    retry: (id) => {
      queue.resolve(id, (work) => work);
      queue.retry();
    },
    discard: queue.discard,
    stop: queue.stop,
  };
}
