import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';

import { SharedTranscriptDoorDocument } from '../api/generated/reader.ts';
import type { SharedTranscriptDoorQuery } from '../api/generated/types.ts';
import { request } from '../api/server.ts';
import { commonText } from '../text/common.text.ts';
import { ErrorState, Skeleton } from '../ui/states.tsx';
import { lazily } from '../ui/lazily.tsx';
import { useQuery } from '../ui/use-query.ts';

type Answer = Promise<SharedTranscriptDoorQuery>;

/** Asks for the door; the entry does so before it has a word to show, because everything else waits for the answer. */
export function askDoor(shareCode: string): Answer {
  const answer = request(SharedTranscriptDoorDocument, { shareCode });
  // Said where it is awaited: a failure before that is not an unhandled one.
  answer.catch(() => undefined);
  return answer;
}

interface ReaderPageProps {
  readonly shareCode: string;
  readonly asked: Answer;
  /** The view password that an invitation's link brought along. */
  readonly invitedBy: string | null;
}

/** The page behind a share link: the door, and the live text once the viewer is through it. */
export function ReaderPage({ shareCode, asked, invitedBy }: ReaderPageProps): JSX.Element {
  const { state, reload } = useQuery(SharedTranscriptDoorDocument, { shareCode }, asked);
  const { result, error } = state.value;
  const door = result?.sharedTranscript;
  const { productName } = commonText();
  useEffect(() => {
    document.title = door ? `${door.title} · ${productName}` : productName;
  }, [door, productName]);
  if (door === undefined) {
    return error === undefined ? <Skeleton /> : <ErrorState error={error} onRetry={reload} />;
  }
  if (door === null) {
    return (
      <main>
        <NotFound />
      </main>
    );
  }
  if (door.transcript === null) {
    return (
      <main>
        {door.state === 'PASSWORD' && <Gate {...{ shareCode, door, invitedBy }} onOpened={reload} />}
        <Watch {...{ shareCode, door }} onChange={reload} />
        <div class="reader-door">
          <Switches />
        </div>
      </main>
    );
  }
  return (
    <main>
      <View
        transcriptId={door.transcript.id}
        opening={door.transcript}
        notFound={<NotFound />}
        onEnterAgain={reload}
        isOnItsOwn
      />
    </main>
  );
}

/** Asked for while the door is still being answered, so that the first view is small and the second is there. */
const loadingView = import('./reader-view.tsx');
// Said where it is used: a failure before anybody waits for it is not an unhandled one.
loadingView.catch(() => undefined);

const View = lazily(async () => (await loadingView).ReaderView, { lines: 8 });
/** Under the door; they come with the view, so that the first view need not carry them. */
const Switches = lazily(async () => (await loadingView).ReaderSwitches);
/** Whoever has been through the door before never needs it. */
const Gate = lazily(async () => (await import('./gate.tsx')).Gate, { lines: 4 });
const atTheDoor = () => import('./door-watch.tsx').then((module) => module.withWords());
/** Follows the door, and says how one stands at it; nothing waits for it. */
const Watch = lazily(async () => (await atTheDoor()).DoorWatch);
/** For whoever mistyped. */
const NotFound = lazily(async () => (await atTheDoor()).NotFound);
