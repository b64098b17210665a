import type { JSX } from 'preact';

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
  const pin = shelf.pin.value;
  const pinTo = (segment: Segment | undefined): void => {
    if (segment === undefined) return;
    shelf.pinTo(pinOf(segment));
    shelf.showPassage.peek()?.(segment.id);
  };
  if (pin === null)
    return (
      <div class="comment-acts">
        <Button look="quiet" onClick={() => pinTo(inSight(live.allSegments()))}>
          {t.pin}
        </Button>
      </div>
    );
  const step = (by: number): void => {
    const all = live.allSegments();
    const at = all.findIndex(({ id }) => id === pin.segmentId);
    pinTo(all[Math.min(Math.max(at + by, 0), all.length - 1)]);
  };
  return (
    <div class="stack-tight" role="group" aria-label={t.pinned}>
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
        <Button look="quiet" onClick={shelf.unpin}>
          {t.unpin}
        </Button>
      </div>
    </div>
  );
}

/** The whole passage as a quote, or its beginning. */
export function pinOf({ id, text }: Pick<Segment, 'id' | 'text'>): { segmentId: string; quote: string } {
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
