import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

import type { LiveTranscript } from '../live/live-transcript.ts';
import { readerText } from '../text/reader.text.ts';
import { Button } from '../ui/button.tsx';
import type { Follow } from './use-follow.ts';

interface OlderTextProps {
  readonly live: LiveTranscript;
  readonly follow: Follow;
}

/** How many older pages an ended text brings by itself; beyond that the reader scrolls, or asks. */
const pagesByItselfMax = 10;
/** An older page is asked for when its place is this near to being seen. */
const aheadPx = 600;

/** The way back to the beginning: older pages come as the reader scrolls up to them, or all at once when asked. */
export function OlderText({ live, follow }: OlderTextProps): JSX.Element {
  const t = readerText();
  const isBusy = useSignal(false);
  const place = useRef<HTMLDivElement>(null);
  const load = async (pagesMax: number): Promise<void> => {
    if (isBusy.peek()) return;
    isBusy.value = true;
    try {
      for (let page = 0; page < pagesMax && live.hasOlderSegments.peek(); page += 1)
        await live.loadOlderSegments();
    } catch {
      // A page that did not come can be asked for again: the button stays.
    }
    isBusy.value = false;
    // Where a page was too short to push this place out of sight, nothing would call again.
    requestAnimationFrame(() => {
      if (pagesMax === 1 && isNear(place.current)) comeNearer();
    });
  };
  const comeNearer = (): void => {
    // Who follows the newest text has not come up here: a short page may show its top all the same.
    if (!follow.isFollowing.peek()) void load(1);
  };
  const toBeginning = async (): Promise<void> => {
    follow.pause();
    const log = place.current?.parentElement?.querySelector('.segment-log');
    await load(Infinity);
    requestAnimationFrame(() => log && follow.show(log, 'start'));
  };
  useEffect(() => {
    if (live.facts.peek()?.status === 'ENDED') void load(pagesByItselfMax);
  }, [live]);
  useNearing(place, comeNearer);
  return (
    <div ref={place} class="row">
      <Button isBusy={isBusy.value} onClick={() => void load(1)}>
        {t.older}
      </Button>
      <Button isBusy={isBusy.value} onClick={() => void toBeginning()}>
        {t.toBeginning}
      </Button>
    </div>
  );
}

function isNear(place: Element | null): boolean {
  return place !== null && place.getBoundingClientRect().bottom > -aheadPx;
}

/** Calls each time that the place comes near to sight. */
function useNearing(place: { readonly current: Element | null }, near: () => void): void {
  useEffect(() => {
    if (place.current === null) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.at(-1)?.isIntersecting === true) near();
      },
      { rootMargin: `${aheadPx}px 0px 0px` },
    );
    observer.observe(place.current);
    return () => observer.disconnect();
  }, []);
}
