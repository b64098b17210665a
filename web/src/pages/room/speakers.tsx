import { useSignal, type ReadonlySignal } from '@preact/signals';
import type { JSX } from 'preact';

import { roomText } from '../../text/room.text.ts';
import { Button } from '../../ui/button.tsx';

/** As many as there are digits on a keyboard. */
const speakersMax = 9;

export interface Speakers {
  /** In the order of Alt+1…9; a place, once given, is kept. */
  readonly names: ReadonlySignal<readonly string[]>;
  readonly remember: (name: string) => void;
  readonly forget: (name: string) => void;
}

/** The quick speakers of one transcript, kept on this device. */
export function useSpeakers(transcriptId: string): Speakers {
  const key = `scribecast.speakers/${transcriptId}`;
  const names = useSignal<readonly string[]>(readNames(key));
  const keep = (wanted: readonly string[]): void => {
    names.value = wanted;
    try {
      localStorage.setItem(key, JSON.stringify(wanted));
    } catch {
      // Storage may be forbidden: the names then hold for this visit.
    }
  };
  return {
    names,
    remember: (name) => {
      const known = names.peek();
      if (name.trim() !== '' && !known.includes(name) && known.length < speakersMax) keep([...known, name]);
    },
    forget: (name) => keep(names.peek().filter((known) => known !== name)),
  };
}

function readNames(key: string): readonly string[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    return Array.isArray(stored)
      ? stored.filter((name) => typeof name === 'string').slice(0, speakersMax)
      : [];
  } catch {
    return [];
  }
}

interface QuickSpeakersProps {
  readonly speakers: Speakers;
  readonly current: string;
  readonly onPick: (name: string) => void;
}

/** One press, or Alt and its digit; pressing the one who speaks leaves the line without a speaker. */
export function QuickSpeakers({ speakers, current, onPick }: QuickSpeakersProps): JSX.Element | null {
  const t = roomText();
  const names = speakers.names.value;
  if (names.length === 0) return null;
  return (
    <span class="row quick-speakers" role="group" aria-label={t.quickSpeakers}>
      {names.map((name, index) => (
        <Button
          key={name}
          look="quiet"
          aria-pressed={name === current}
          // The line keeps the focus: picking a speaker is part of typing.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onPick(name === current ? '' : name)}
        >
          <kbd>{index + 1}</kbd> {name}
        </Button>
      ))}
      {names.includes(current) && (
        <Button look="quiet" aria-label={t.forgetSpeaker(current)} onClick={() => speakers.forget(current)}>
          ×
        </Button>
      )}
    </span>
  );
}
