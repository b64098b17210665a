import type { LiveTranscript } from '../live/live-transcript.ts';
import { segmentElementId } from './segment-log.tsx';
import type { Follow } from './use-follow.ts';

export interface Shown {
  readonly live: LiveTranscript;
  readonly follow: Follow;
}

/** Brings a segment onto the page, older pages first where it needs them, shows it and marks it for a moment. */
export async function showSegment({ live, follow }: Shown, id: string): Promise<void> {
  const isLoaded = (): boolean => live.allSegments().some((segment) => segment.id === id);
  follow.pause();
  try {
    while (!isLoaded() && live.hasOlderSegments.peek()) await live.loadOlderSegments();
  } catch {
    // Offline: what is on the page can still be looked at.
  }
  requestAnimationFrame(() => {
    const element = document.getElementById(segmentElementId(id));
    if (element === null) return;
    follow.show(element);
    element.classList.remove('found');
    requestAnimationFrame(() => element.classList.add('found'));
  });
}
