import './own-pace.css';

import { useComputed, useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

import { ownPaceText } from '../../text/own-pace.text.ts';
import { Button } from '../../ui/button.tsx';
import type { ReaderParts } from '../reader-view.tsx';
import { cellChoices } from '../settings/reading-settings.ts';
import { placeOf, standAt, type Place } from './place.ts';
import { keptPlace, keepPlace } from './kept-place.ts';

type OwnPaceProps = Pick<ReaderParts, 'transcriptId' | 'live' | 'reading' | 'shown'>;

/**
 * One line at a time, by key, for a braille line or anybody who reads at their own pace. The line stands in a field
 * that keeps the focus: a braille display shows what has the focus for as long as it has it, and an announcement only
 * for a moment. What comes meanwhile is counted and moves nothing.
 */
export function OwnPace({ transcriptId, live, reading, shown }: OwnPaceProps): JSX.Element {
  const t = ownPaceText();
  const field = useRef<HTMLInputElement>(null);
  const place = useSignal<Place | null>(keptPlace(transcriptId));
  const { cells } = reading.settings.value;
  const standing = useComputed(() => standAt(shown.blocks.value, reading.settings.value.cells, place.value));
  const { lines, index } = standing.value;
  const line = lines[index];
  const goTo = (wanted: number): void => {
    const next = lines[Math.min(Math.max(wanted, 0), lines.length - 1)];
    if (next === undefined) return;
    place.value = placeOf(shown.blocks.peek(), next);
    keepPlace(transcriptId, place.value);
    // The display begins where the line begins.
    requestAnimationFrame(() => field.current?.setSelectionRange(0, 0));
  };
  // Whoever begins here begins at the newest line, and stays there until they go on.
  useEffect(() => {
    if (place.peek() === null && line !== undefined) place.value = placeOf(shown.blocks.peek(), line);
  }, [line]);
  useEffect(() => void findKeptPlace(live, place.peek()), [live]);
  const back = async (): Promise<void> => {
    if (index > 0) return goTo(index - 1);
    await live.loadOlderSegments().catch(() => undefined);
    goTo(standing.peek().index - 1);
  };
  const toBeginning = async (): Promise<void> => {
    while (live.hasOlderSegments.peek()) {
      const isLoaded = await live.loadOlderSegments().then(
        () => true,
        () => false,
      );
      if (!isLoaded) break;
    }
    const [first] = standing.peek().lines;
    if (first !== undefined) keepPlace(transcriptId, (place.value = placeOf(shown.blocks.peek(), first)));
  };
  const acts: Readonly<Record<string, () => void>> = {
    ArrowDown: () => goTo(index + 1),
    Enter: () => goTo(index + 1),
    ArrowUp: () => void back(),
    'Ctrl+Home': () => void toBeginning(),
    'Ctrl+End': () => goTo(lines.length - 1),
  };
  return (
    <section class="own-pace stack" aria-label={t.label}>
      <input
        ref={field}
        class="own-pace-line"
        aria-label={t.label}
        aria-describedby="own-pace-help"
        autocomplete="off"
        readOnly
        dir="auto"
        value={line?.text ?? t.nothing}
        onKeyDown={(event) => {
          const act = acts[`${event.ctrlKey || event.metaKey ? 'Ctrl+' : ''}${event.key}`];
          if (act === undefined || event.altKey) return;
          event.preventDefault();
          act();
        }}
      />
      <p class="row small">
        <span class="tabular">{t.behind(Math.max(lines.length - 1 - index, 0))}</span>
        <label class="row">
          {t.cells}
          <select
            class="bare"
            value={String(cells)}
            onChange={(event) => reading.change({ cells: Number(event.currentTarget.value) })}
          >
            {cellChoices.map((choice) => (
              <option key={choice} value={String(choice)}>
                {choice}
              </option>
            ))}
          </select>
        </label>
      </p>
      <div class="row">
        <Button onClick={() => void back()}>{t.previous}</Button>
        <Button look="primary" onClick={() => goTo(index + 1)}>
          {t.next}
        </Button>
        <Button onClick={() => void toBeginning()}>{t.beginning}</Button>
        <Button onClick={() => goTo(lines.length - 1)}>{t.newest}</Button>
      </div>
      <p id="own-pace-help" class="soft small">
        {t.help}
      </p>
    </section>
  );
}

/** The place of an earlier visit may be on a page that is not loaded yet. */
async function findKeptPlace(live: ReaderParts['live'], place: Place | null): Promise<void> {
  if (place === null) return;
  const isHere = (): boolean => (live.allSegments()[0]?.position ?? '') <= place.position;
  while (!isHere() && live.hasOlderSegments.peek()) {
    try {
      await live.loadOlderSegments();
    } catch {
      return;
    }
  }
}
