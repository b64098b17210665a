import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';

import { NetworkError } from '../api/client.ts';
import { commentsText } from '../text/comments.text.ts';
import { language } from '../text/text.ts';
import { ErrorState, Skeleton } from '../ui/states.tsx';
import type { CommentsProps } from './comments.tsx';

type Comments = typeof import('./comments.tsx').Comments;

/** The comments in a chunk of their own, with their words: the text of the transcript comes first. */
export function LazyComments(props: CommentsProps): JSX.Element {
  const [state, setState] = useState<{ readonly view?: Comments; readonly error?: unknown }>({});
  useEffect(() => {
    Promise.all([import('./comments.tsx'), commentsText.load(language.peek())]).then(
      ([{ Comments: view }]) => setState({ view }),
      (error: unknown) => setState({ error: new NetworkError(String(error)) }),
    );
  }, []);
  if (state.error !== undefined) return <ErrorState error={state.error} onRetry={() => location.reload()} />;
  return state.view === undefined ? <Skeleton /> : <state.view {...props} />;
}
