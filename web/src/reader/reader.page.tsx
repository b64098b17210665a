import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';

import { NetworkError } from '../api/client.ts';
import { SharedTranscriptDoorDocument } from '../api/generated/reader.ts';
import { commonText } from '../text/common.text.ts';
import { readerText } from '../text/reader.text.ts';
import { LinkButton } from '../ui/button.tsx';
import { ErrorState, Skeleton } from '../ui/states.tsx';
import { useQuery } from '../ui/use-query.ts';
import { Gate } from './gate.tsx';

/** The page behind a share link: the door, and the live text once the viewer is through it. */
export function ReaderPage({ shareCode }: { readonly shareCode: string }): JSX.Element {
  const { state, reload } = useQuery(SharedTranscriptDoorDocument, { shareCode });
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
        <Gate shareCode={shareCode} door={door} onOpened={reload} />
        <LazySwitches />
      </main>
    );
  }
  return (
    <main>
      <LazyReaderView
        transcriptId={door.transcript.id}
        notFound={<NotFound />}
        onEnterAgain={reload}
        isOnItsOwn
      />
    </main>
  );
}

type Module = typeof import('./reader-view.tsx');

/** Asked for while the door is still being answered, so that the first view is small and the second is there. */
const loadingView = import('./reader-view.tsx');
// Said where it is used: a failure before anybody waits for it is not an unhandled one.
loadingView.catch(() => undefined);

interface Loaded {
  readonly module?: Module;
  readonly error?: unknown;
}

function useReaderModule(): Loaded {
  const [state, setState] = useState<Loaded>({});
  useEffect(() => {
    loadingView.then(
      (module) => setState({ module }),
      (error: unknown) => setState({ error: new NetworkError(String(error)) }),
    );
  }, []);
  return state;
}

function LazyReaderView(props: Parameters<Module['ReaderView']>[0]): JSX.Element {
  const { module, error } = useReaderModule();
  if (error !== undefined) return <ErrorState error={error} onRetry={() => location.reload()} />;
  return module === undefined ? <Skeleton lines={8} /> : <module.ReaderView {...props} />;
}

/** Under the door; they come with the view, so that the first view need not carry them. */
function LazySwitches(): JSX.Element | null {
  const { module } = useReaderModule();
  return module === undefined ? null : (
    <div class="reader-door">
      <module.ReaderSwitches />
    </div>
  );
}

function NotFound(): JSX.Element {
  const t = readerText().gate;
  return (
    <div class="state">
      <h1>{t.notFoundTitle}</h1>
      <p class="soft prose">{t.notFound}</p>
      <LinkButton href="/">{t.home}</LinkButton>
    </div>
  );
}
