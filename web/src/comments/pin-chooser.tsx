import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';

import type { Pin } from '../live/comment-outbox.ts';
import type { LiveTranscript } from '../live/live-transcript.ts';
import type { Segment } from '../live/segment-blocks.ts';
import { commentsText } from '../text/comments.text.ts';
import { Button } from '../ui/button.tsx';
import type { CommentShelf } from './comment-shelf.ts';

interface PinChooserProps {
  readonly live: Pick<LiveTranscript, 'allSegments'>;
  readonly shelf: CommentShelf;
}

/** What the server keeps of a quote, in characters. */
const quoteCharactersMax = 200;

/** What the comment is about: a passage that was selected in the text, or one that is chosen here, by keyboard too. */
export function PinChooser({ live, shelf }: PinChooserProps): JSX.Element {
  const t = commentsText();
  const place = useRef<HTMLDivElement>(null);
  const pin = shelf.pin.value;
  // The button that was pressed makes room for others: the focus goes on to the first of them.
  const change = (next: Pin | null): void => {
    shelf.repin(next);
    requestAnimationFrame(() => place.current?.querySelector('button')?.focus());
  };
  const show = (segment: Segment | undefined): Pin | null => {
    if (segment === undefined) return null;
    shelf.showPassage.peek()?.(segment.id);
    return pinOf(segment);
  };
  const step = (by: number): void => {
    const all = live.allSegments();
    const at = all.findIndex(({ id }) => id === pin?.segmentId);
    shelf.repin(show(all[Math.min(Math.max(at + by, 0), all.length - 1)]));
  };
  if (pin === null)
    return (
      <div ref={place} class="comment-acts">
        <Button look="quiet" onClick={() => change(show(inSight(live.allSegments())))}>
          {t.pin}
        </Button>
      </div>
    );
  return (
    <div ref={place} class="stack-tight" role="group" aria-label={t.pinned}>
      <blockquote class="comment-quote small" dir="auto" aria-live="polite">
        {pin.quote}
      </blockquote>
      <div class="comment-acts">
        <Button look="quiet" onClick={() => step(-1)}>
          ↑ {t.earlierPassage}
        </Button>
        <Button look="quiet" onClick={() => step(1)}>
          ↓ {t.laterPassage}
        </Button>
        <Button look="quiet" onClick={() => change(null)}>
          {t.unpin}
        </Button>
      </div>
    </div>
  );
}

/** The whole passage as a quote, or its beginning. */
export function pinOf({ id, text }: Pick<Segment, 'id' | 'text'>): Pin {
  const characters = [...text];
  const quote =
    characters.length <= quoteCharactersMax
      ? text
      : `${characters.slice(0, quoteCharactersMax - 1).join('')}…`;
  return { segmentId: id, quote };
}

/** The passage in the middle of the window, where the reader is looking; else the newest. */
function inSight(segments: readonly Segment[]): Segment | undefined {
  const id = document
    .elementsFromPoint(innerWidth / 3, innerHeight / 2)
    .map((element) => element.closest('.segment')?.id.replace('segment-', ''))
    .find((found) => found !== undefined);
  return segments.find((segment) => segment.id === id) ?? segments.at(-1);
}
