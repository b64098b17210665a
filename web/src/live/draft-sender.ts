import type { Request } from '../api/client.ts';
import { ShowDraftDocument } from '../api/generated/outbox.ts';
import type { LiveClock } from './live-transcript.ts';

interface DraftLine {
  readonly text: string;
  readonly speaker: string | null;
}

interface DraftSender {
  readonly show: (line: DraftLine) => void;
  readonly stop: () => void;
}

interface DraftSenderParts {
  readonly transcriptId: string;
  readonly request: Request;
  readonly clock: LiveClock;
}

/** Between two sends; a key pressed meanwhile goes out with the next one. */
const pauseMs = 60;
const pauseAfterFailureMs = 2_000;

/**
 * Shows the line being typed to viewers: one request in flight at a time, the newest text wins. An empty
 * line is sent too, so that no late draft stays on the viewers' screens after its segment was committed.
 */
export function createDraftSender({ transcriptId, request, clock }: DraftSenderParts): DraftSender {
  const line = {
    newest: { text: '', speaker: null } as DraftLine,
    sent: '',
    isBusy: false,
    isStopped: false,
  };

  const send = async (): Promise<void> => {
    if (line.isBusy || line.isStopped || keyOf(line.newest) === line.sent) return;
    line.isBusy = true;
    const sending = line.newest;
    const isShown = await request(ShowDraftDocument, { input: { transcriptId, ...sending } }).then(
      () => true,
      () => false,
    );
    if (isShown) line.sent = keyOf(sending);
    clock.after(isShown ? pauseMs : pauseAfterFailureMs, () => {
      line.isBusy = false;
      void send();
    });
  };

  return {
    show: (newest) => {
      line.newest = newest;
      void send();
    },
    stop: () => {
      line.isStopped = true;
    },
  };
}

/** An empty line is the same line, whoever would have spoken it. */
function keyOf({ text, speaker }: DraftLine): string {
  return text === '' ? '' : `${speaker ?? ''}\n${text}`;
}
