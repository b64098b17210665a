import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';

import { toSegments } from '../../live/segment-blocks.ts';
import { formatTime } from '../../text/format-time.ts';
import { notesText } from '../../text/notes.text.ts';
import { Button } from '../../ui/button.tsx';
import type { ReaderParts } from '../reader-view.tsx';
import { showSegment } from '../show-segment.ts';
import { readMark, writeMark, type ReadingMark } from './annotations.ts';
import { lastRead, markOf } from './reading-mark.ts';

/** Fewer new segments than this are in sight anyway. */
const newMin = 3;

/** Where the reader was when they left the page, offered when they are back and the text has gone on; never forced. */
export function LeftOffer(parts: ReaderParts): JSX.Element | null {
  const t = notesText();
  const offered = useLeftPlace(parts);
  const left = offered.value;
  if (left === null) return null;
  const close = (): void => {
    offered.value = null;
    writeMark(leftKey(parts.transcriptId), null);
  };
  return (
    <div class="reader-foot notice row" role="status">
      <p class="small">{t.left(formatTime(new Date(left.atMs)))}</p>
      <Button
        look="primary"
        onClick={() => {
          void showSegment(parts, left.segmentId);
          close();
        }}
      >
        {t.goThere}
      </Button>
      <Button
        onClick={() => {
          parts.annotations.setMark(left);
          close();
        }}
      >
        {t.markThere}
      </Button>
      <Button look="quiet" onClick={close}>
        {t.dismiss}
      </Button>
    </div>
  );
}

function useLeftPlace({ transcriptId, shown, follow }: ReaderParts): { value: ReadingMark | null } {
  const offered = useSignal<ReadingMark | null>(null);
  useEffect(() => {
    const key = leftKey(transcriptId);
    const offer = (): void => {
      const left = readMark(key);
      const newer = toSegments(shown.blocks.peek()).filter(
        ({ position }) => position > (left?.position ?? '~'),
      );
      if (left !== null && newer.length >= newMin) offered.value = left;
    };
    const note = (): void => {
      if (document.visibilityState === 'visible') return offer();
      const segment = lastRead({ shown, follow });
      // Whoever leaves again before they have answered still has the first place to go back to.
      if (segment !== undefined && offered.peek() === null) writeMark(key, markOf(segment, Date.now()));
    };
    note();
    document.addEventListener('visibilitychange', note);
    return () => document.removeEventListener('visibilitychange', note);
  }, [transcriptId]);
  return offered;
}

function leftKey(transcriptId: string): string {
  return `scribecast.left.${transcriptId}`;
}
