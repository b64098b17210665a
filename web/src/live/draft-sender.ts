import { signal, type ReadonlySignal } from '@preact/signals';

import { ApiError, NetworkError, type Request } from '../api/client.ts';
import { ShowDraftDocument } from '../api/generated/outbox.ts';
import type { LiveClock } from './live-transcript.ts';

export interface DraftLine {
  readonly text: string;
  readonly speaker: string | null;
}

/** Why readers do not see what is shown: nobody answers, or nobody is signed in. */
export type DraftTrouble = 'offline' | 'signedOut';

export interface DraftSender {
  readonly show: (line: DraftLine) => void;
  readonly trouble: ReadonlySignal<DraftTrouble | null>;
  /** What readers have got, as the server acknowledged it last. */
  readonly shown: () => string;
  /** Somebody is signed in again, or the line is back: shows the newest now. */
  readonly retry: () => void;
  /** Shows the line once more: a segment that came to viewers took it off their screens. */
  readonly showAgain: () => void;
  /** Takes the line off the readers' screens and shows nothing any more. */
  readonly stop: () => void;
}

interface DraftSenderParts {
  readonly transcriptId: string;
  readonly request: Request;
  readonly clock: LiveClock;
  /** What says `pagehide` when the writer closes the tab or goes on to another page. */
  readonly page?: EventTarget;
}

/** Between two sends; a key pressed meanwhile goes out with the next one. */
const pauseMs = 60;
const pauseAfterFailureMs = 2_000;
/** A line that stands still is shown again: readers drop one that nobody renews (`draftKeptMs`). */
const renewMs = 20_000;
const nothing: DraftLine = { text: '', speaker: null };

/**
 * Shows the line being typed to viewers: one request in flight at a time, the newest text wins. An empty
 * line is sent too, so that no late draft stays on the viewers' screens after its segment was committed.
 */
export function createDraftSender({
  transcriptId,
  request,
  clock,
  page = ownPage(),
}: DraftSenderParts): DraftSender {
  const trouble = signal<DraftTrouble | null>(null);
  const line = {
    newest: nothing,
    sent: nothing,
    isTakenAway: false,
    isBusy: false,
    isStopped: false,
    wake: () => {},
    callOffRenewal: () => {},
  };

  const showAgain = (): void => {
    line.isTakenAway = line.newest.text !== '';
    void send();
  };

  const send = async (): Promise<void> => {
    // Whoever is signed out stays so until they act: asking again and again would not help.
    const isIdle = line.isBusy || line.isStopped || trouble.peek() === 'signedOut';
    if (isIdle || (!line.isTakenAway && keyOf(line.newest) === keyOf(line.sent))) return;
    line.isBusy = true;
    line.isTakenAway = false;
    const sending = line.newest;
    const failure = await request(ShowDraftDocument, { input: { transcriptId, ...sending } }).then(
      () => null,
      (error: unknown) => error,
    );
    if (failure === null) line.sent = sending;
    trouble.value = troubleOf(failure);
    if (trouble.value === 'offline') line.isTakenAway = true;
    line.callOffRenewal();
    if (line.isStopped) return;
    if (line.sent.text !== '') line.callOffRenewal = clock.after(renewMs, showAgain);
    const rest = (): void => {
      line.wake = () => {};
      line.isBusy = false;
      void send();
    };
    const callOff = clock.after(failure === null ? pauseMs : pauseAfterFailureMs, rest);
    line.wake = () => {
      callOff();
      rest();
    };
  };

  // At once, whatever is on its way: the page may be gone in the next moment. Lost, readers drop the line in time.
  const takeAway = (): void => {
    if (trouble.peek() === 'signedOut' || (!line.isBusy && line.sent.text === '')) return;
    line.sent = nothing;
    const input = { transcriptId, ...nothing };
    request(ShowDraftDocument, { input }, { keepalive: true }).catch(() => undefined);
  };
  page.addEventListener('pagehide', takeAway);
  // A page that comes back out of the browser's memory has its line still.
  page.addEventListener('pageshow', showAgain);

  return {
    trouble,
    shown: () => line.sent.text,
    show: (newest) => {
      line.newest = newest;
      void send();
    },
    retry: () => {
      trouble.value = null;
      line.wake();
      void send();
    },
    showAgain,
    stop: () => {
      line.isStopped = true;
      line.callOffRenewal();
      page.removeEventListener('pagehide', takeAway);
      page.removeEventListener('pageshow', showAgain);
      takeAway();
    },
  };
}

/** The page this runs in; outside of a browser none ever goes. */
function ownPage(): EventTarget {
  const page: unknown = globalThis;
  return page instanceof EventTarget ? page : new EventTarget();
}

function troubleOf(failure: unknown): DraftTrouble | null {
  if (failure instanceof NetworkError) return 'offline';
  return failure instanceof ApiError && failure.code === 'UNAUTHENTICATED' ? 'signedOut' : null;
}

/** An empty line is the same line, whoever would have spoken it. */
function keyOf({ text, speaker }: DraftLine): string {
  return text === '' ? '' : `${speaker ?? ''}\n${text}`;
}
